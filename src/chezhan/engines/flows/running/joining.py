"""Ways that come together, and the end of all of them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from chezhan.engines.flows.definition.nodes import EndNode, JoinNode
from chezhan.engines.flows.models import FlowInstance, FlowItem, FlowToken
from chezhan.engines.flows.running.entries import enter_alike
from chezhan.engines.flows.running.plans import Plan
from chezhan.engines.flows.running.stepping import Fate, Here, steps
from chezhan.engines.flows.running.tokens import State, Token, take_away
from chezhan.kernel import clock

# The worst end of several is the instance's.
WORSE = ("", "done", "approved", "rejected")
UNANSWERED = (FlowItem.State.OPEN, FlowItem.State.QUEUED)


@steps(JoinNode)
def wait_for_others(here: Here) -> Fate:
    return Fate(resting=[(State.JOINING, here.tokens)])


@steps(EndNode)
def end(here: Here) -> Fate:
    node = here.node
    assert isinstance(node, EndNode)
    ids = {one.instance_id for one in here.tokens}
    better = WORSE[: WORSE.index(node.outcome)]
    FlowInstance.objects.filter(id__in=ids, outcome__in=better).update(outcome=node.outcome)
    enter_alike(instance_ids=ids, kind="end", node=node.id, outcome=node.outcome)
    if node.all:
        mine = {one.id for one in here.tokens}
        others = FlowToken.objects.filter(instance_id__in=ids).exclude(id__in=mine)
        drop_tokens(list(others.values_list("id", flat=True)))
    return Fate(ended=list(here.tokens))


def drop_tokens(token_ids: Collection[UUID]) -> None:
    """Whoever was asked there is asked no more, and what goes on below them is cancelled."""
    drop_below(token_ids)
    void_items(token_ids)
    take_away(token_ids)


def drop_below(token_ids: Collection[UUID]) -> None:
    below = FlowInstance.objects.filter(parent__in=token_ids, status="running").order_by("id")
    ids = [one.id for one in below.select_for_update()]
    if ids:
        drop_tokens(list(FlowToken.objects.filter(instance_id__in=ids).values_list("id", flat=True)))
        FlowInstance.objects.filter(id__in=ids).update(status="cancelled", ended_at=clock.now())
        enter_alike(instance_ids=ids, kind="cancelled")


def void_items(token_ids: Collection[UUID]) -> None:
    items = FlowItem.objects.filter(token_id__in=token_ids, state__in=UNANSWERED).exclude(kind="copy")
    items.update(state=FlowItem.State.VOID, decided_at=clock.now())


def joined(*, plan: Plan, instance_ids: Collection[UUID]) -> list[tuple[str, list[Token]]]:
    """The joins of these instances at which nothing is waited for any more, each with the tokens that go on from it."""
    waiting = FlowToken.objects.filter(
        instance_id__in=instance_ids, state=State.JOINING, flow_id=plan.flow_id, number=plan.number
    )
    some = set(waiting.values_list("instance_id", flat=True))
    found: dict[str, list[Token]] = defaultdict(list)
    if some:
        by_instance: dict[UUID, list[FlowToken]] = defaultdict(list)
        every = FlowToken.objects.filter(instance_id__in=some).select_related("instance").order_by("id")
        for row in every:
            by_instance[row.instance_id].append(row)
        for rows in by_instance.values():
            for node, kept in _complete(plan, rows):
                found[node].append(kept)
    return list(found.items())


def _complete(plan: Plan, rows: Sequence[FlowToken]) -> list[tuple[str, Token]]:
    """One token goes on from each join that is complete; those that came with it are gone."""
    at_join: dict[str, list[FlowToken]] = defaultdict(list)
    for row in rows:
        if row.state == State.JOINING:
            at_join[row.node].append(row)
    ready = [node for node, come in at_join.items() if _is_complete(plan, node, come, rows)]
    # Each waits for what another would send on: nothing else moves, so the first goes.
    if not ready and all(row.state == State.JOINING for row in rows):
        ready = [next(iter(at_join))]
    kept = []
    for node in ready:
        first, *others = at_join[node]
        gone = {row.id for row in others}
        rule = plan.definition.by_id[node]
        if isinstance(rule, JoinNode) and rule.need:
            gone |= {row.id for row in rows if row.node != node and plan.definition.leads_to(row.node, node)}
        drop_tokens(gone)
        kept.append((node, Token.of(first)))
    return kept


def _is_complete(plan: Plan, node: str, come: Sequence[FlowToken], rows: Sequence[FlowToken]) -> bool:
    rule = plan.definition.by_id.get(node)
    if isinstance(rule, JoinNode) and rule.need and len({row.came for row in come}) >= rule.need:
        return True
    return not any(row.node != node and plan.definition.leads_to(row.node, node) for row in rows)


def close_ended(instance_ids: Collection[UUID]) -> list[FlowInstance]:
    """Those that have no token any more are done; answers them."""
    ended = FlowInstance.objects.filter(id__in=instance_ids, status="running", tokens__isnull=True)
    found = list(ended)
    if found:
        FlowInstance.objects.filter(id__in=[one.id for one in found]).update(status="done", ended_at=clock.now())
    return found
