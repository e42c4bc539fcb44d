"""Nodes at which the flow itself acts."""

from collections import defaultdict
from collections.abc import Sequence

from django.db import transaction

from chezhan.catalogue.doing.registry import Why, apply_actions
from chezhan.engines.flows.definition.nodes import FAILED, NEXT, ActionNode
from chezhan.engines.flows.running.entries import enter
from chezhan.engines.flows.running.stepping import Fate, Here, steps
from chezhan.engines.flows.running.tokens import Token
from chezhan.kernel import outbox
from chezhan.kernel.errors import AppError


@steps(ActionNode, slow=True)
def act(here: Here) -> Fate:
    """A record that several tokens stand at is acted on for one after the other."""
    fate = Fate()
    by_cause: dict[tuple[str, ...], list[Token]] = defaultdict(list)
    for one in here.tokens:
        by_cause[one.cause].append(one)
    for cause, tokens in by_cause.items():
        with outbox.caused_by((*cause, str(here.plan.flow_id))):
            left = tokens
            while left:
                first = {one.record_id: one for one in reversed(left)}
                _act(here, list(first.values()), fate)
                left = [one for one in left if first[one.record_id] is not one]
    return fate


def _act(here: Here, tokens: Sequence[Token], fate: Fate) -> None:
    """On all at once, else on each half: what one is refused for does not touch the others."""
    node = here.node
    assert isinstance(node, ActionNode)
    occasions = {one.record_id: f"{one.id}:{one.moves}" for one in tokens}
    why = Why("flow", here.plan.flow_id, here.plan.name, occasions)
    try:
        with transaction.atomic():
            apply_actions(
                actor=here.actor,
                view=here.view,
                actions=node.actions,
                record_ids=[one.record_id for one in tokens],
                why=why,
            )
    except AppError as error:
        if len(tokens) == 1:
            _refused(here, tokens[0], error, fate)
            return
        half = len(tokens) // 2
        _act(here, tokens[:half], fate)
        _act(here, tokens[half:], fate)
        return
    fate.leaving.append((NEXT, tokens))


def _refused(here: Here, token: Token, error: AppError, fate: Fate) -> None:
    if here.plan.definition.out(here.node.id, FAILED):
        enter(instance_id=token.instance_id, kind="refused", node=here.node.id, code=error.code)
        fate.leaving.append((FAILED, [token]))
    else:
        fate.stuck.append((error.code, [token]))
