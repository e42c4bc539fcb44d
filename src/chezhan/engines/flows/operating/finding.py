"""Flows under way, and those that stand still, each with its reason."""

from collections.abc import Sequence
from typing import Any, Literal
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.engines.flows.models import FlowInstance, FlowItem, FlowToken
from chezhan.engines.flows.people.boxes import PAGE, instance_heads
from chezhan.engines.flows.refusals import FlowOver, UnknownInstance
from chezhan.engines.flows.running.tokens import State
from tenants.lookup import members_of

Which = Literal["running", "stuck", "over"]
LEFT = "flow_person_left"


def list_running(
    *, actor: Actor, which: Which = "running", flow_id: UUID | None = None, before: UUID | None = None
) -> dict[str, Any]:
    """The latest first. `stuck`: tokens that are, and those at which nobody is asked who still works here. `stuck` of
    the answer: how many there are in all. Raises Forbidden.
    """
    require_designer(actor=actor)
    people = members_of(store=actor.in_store)
    running = FlowInstance.objects.filter(status="running")
    standing = running.filter(stands(people))
    rows = {"running": running, "stuck": standing, "over": FlowInstance.objects.exclude(status="running")}[which]
    if flow_id is not None:
        rows = rows.filter(flow_id=flow_id)
    page = list((rows.filter(id__lt=before) if before else rows).order_by("-id")[: PAGE + 1])
    reasons = _reasons(page[:PAGE], people)
    heads = instance_heads(actor, page[:PAGE])
    return {
        "instances": [head | {"stuck_at": reasons.get(head["id"], [])} for head in heads],
        "more": len(page) > PAGE,
        "stuck": standing.count(),
    }


def stands(people: frozenset[UUID]) -> Q:
    """Of instances: some token is stuck, or asks nobody of `people`, who work here."""
    stuck = FlowToken.objects.filter(instance=OuterRef("pk"), state=State.STUCK)
    return Exists(stuck) | Exists(_deserted(people).filter(instance=OuterRef("pk")))


def _deserted(people: frozenset[UUID]) -> "QuerySet[FlowToken]":
    """Tokens that ask, and nobody of the store is asked."""
    asked = FlowItem.objects.filter(token_id=OuterRef("pk"), state="open", person__in=people).exclude(kind="copy")
    return FlowToken.objects.filter(~Exists(asked), state=State.ASKING)


def _reasons(rows: Sequence[FlowInstance], people: frozenset[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    found: dict[UUID, list[dict[str, Any]]] = {}
    stuck = FlowToken.objects.filter(instance__in=rows, state=State.STUCK)
    left = _deserted(people).filter(instance__in=rows)
    for token in [*stuck, *left]:
        code = token.code if token.state == State.STUCK else LEFT
        told = {"token_id": token.id, "node": token.node, "code": code, "since": token.since}
        found.setdefault(token.instance_id, []).append(told)
    return found


def hold(*, actor: Actor, instance_id: UUID) -> FlowInstance:
    """To be changed. Raises Forbidden, UnknownInstance, FlowOver."""
    require_designer(actor=actor, writes=True)
    row = FlowInstance.objects.select_for_update().filter(id=instance_id).first()
    if row is None:
        raise UnknownInstance
    if row.status != FlowInstance.Status.RUNNING:
        raise FlowOver
    return row
