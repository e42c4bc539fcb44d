"""Hold tokens that rest, with their instances, and find them as the set that they are."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from chezhan.engines.flows.models import FlowToken
from chezhan.engines.flows.running.plans import plan_of
from chezhan.engines.flows.running.stepping import Here
from chezhan.engines.flows.running.tokens import State, Token
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef


def held(*, store: StoreRef, moves: dict[UUID, int | None], states: Collection[State]) -> list[Here]:
    """By node, those of the tokens (id → how many moves; None for any) that still rest there so. In the order of their
    instances, as all who hold several do.
    """
    rows = FlowToken.objects.select_related("instance").select_for_update(of=("self", "instance"))
    rows = rows.filter(id__in=moves, state__in=states, instance__status="running").order_by("instance_id", "id")
    places: dict[tuple[UUID, int, str], list[Token]] = defaultdict(list)
    for row in rows:
        if moves[row.id] in (None, row.moves):
            places[row.flow_id, row.number, row.node].append(Token.of(row))
    found = []
    for (flow_id, number, node), tokens in places.items():
        try:
            plan = plan_of(store=store, flow_id=flow_id, number=number)
        except AppError:
            continue
        if node in plan.definition.by_id:
            found.append(Here(store, plan, plan.definition.by_id[node], tokens))
    return found
