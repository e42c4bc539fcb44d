"""What happens to a step that nobody finished in time."""

from typing import Any

from django.db.models import QuerySet

from chezhan.engines.flows.definition.nodes import APPROVED, NEXT, REJECTED
from chezhan.engines.flows.definition.parts import Deadline
from chezhan.engines.flows.models import FlowItem
from chezhan.engines.flows.running.asking import escalated, put_items
from chezhan.engines.flows.running.entries import enter
from chezhan.engines.flows.running.joining import void_items
from chezhan.engines.flows.running.news import tell_reminded
from chezhan.engines.flows.running.stepping import Here
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

PORTS = {"approve": APPROVED, "reject": REJECTED, "skip": NEXT}


def meet_deadline(here: Here, deadline: Deadline) -> str | None:
    """Of one token that asks. Answers the port by which it leaves; None where it stays."""
    (token,) = here.tokens
    told: dict[str, Any] = {"instance_id": token.instance_id, "node": here.node.id}
    if port := PORTS.get(deadline.then):
        void_items([token.id])
        enter(kind="late", then=deadline.then, **told)
        return port
    open_items = _open_items(here)
    if deadline.then == "remind":
        items = list(open_items)
        open_items.update(reminded_at=clock.now())
        tell_reminded(items, entity=here.plan.entity, record_id=token.record_id)
        enter(kind="reminded", people=[one.person for one in items], **told)
        return None
    _escalate(here, deadline, told)
    return None


def _escalate(here: Here, deadline: Deadline, told: dict) -> None:
    """Those who did not answer are asked no more; nobody there to go to leaves it with them, and says so."""
    (token,) = here.tokens
    try:
        asked = escalated(here, deadline.to)
    except AppError as error:
        enter(kind="unescalated", code=error.code, **told)
        return
    if not asked[token.id]:
        enter(kind="unescalated", code="flow_nobody_to_ask", **told)
        return
    void_items([token.id])
    put_items(here, here.tokens, asked=asked, how="escalated")


def _open_items(here: Here) -> "QuerySet[FlowItem]":
    (token,) = here.tokens
    return FlowItem.objects.filter(token_id=token.id, moves=token.moves, state="open")
