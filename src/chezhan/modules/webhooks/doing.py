"""The verb "webhook" of rules and flows: tell another program, signed, with fields that the publisher may read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.doing.refusals import BadAction
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.part import Name
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.texts.reaching import Reached, reach
from chezhan.catalogue.types import TABLE
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.errors import AppError
from chezhan.modules.webhooks.models import Webhook
from chezhan.modules.webhooks.queueing import queue_deliveries
from chezhan.modules.webhooks.refusals import UnknownWebhook, WebhookOff

FIELDS = 60


class DoWebhook(Doing):
    """`event`: what the receiver knows it by; empty for the kind of record and what sends it ("customer.rule")."""

    kind: Literal["webhook"] = "webhook"
    webhook: UUID | None = None
    event: Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9_.]*$")] = ""
    fields: tuple[Name, ...] = Field((), max_length=FIELDS)


class Calling(ActionKind):
    kind = "webhook"
    part = DoWebhook

    def problems(self, *, actor: Actor, view: View, action: DoWebhook) -> list[AppError]:
        found: list[AppError] = []
        for ask in (_require_taking_out, _chosen):
            try:
                ask(actor=actor, view=view, action=action)
            except AppError as error:
                found.append(error)
        for name in action.fields:
            try:
                told_field(view, name)
            except AppError as error:
                found.append(error)
        return found

    def fits_deleted(self, action: DoWebhook) -> bool:
        return True

    def apply(self, *, actor: Actor, view: View, action: DoWebhook, record_ids: Sequence[UUID], why: Why) -> Effects:
        _require_taking_out(actor=actor, view=view, action=action)
        made = queue_deliveries(
            actor=actor,
            view=view,
            webhook=_chosen(actor=actor, view=view, action=action),
            type_=action.event or f"{view.entity.name}.{why.kind}",
            reached={name: told_field(view, name) for name in action.fields},
            record_ids=record_ids,
            why=why,
        )
        return {record_id: {"webhooks": [str(one)]} for record_id, one in made.items()}

    def foretold(
        self, *, actor: Actor, view: View, action: DoWebhook, record_ids: Sequence[UUID], at: str
    ) -> dict[str, Any]:
        return {"name": _chosen(actor=actor, view=view, action=action).name, "goes": len(record_ids)}


def _require_taking_out(*, actor: Actor, view: View, action: DoWebhook) -> None:
    """Records leave the store, as by an export: by the publisher's roles, since what acts by itself has less."""
    viewer_of(replace(actor, scope=None)).allow(view.entity, Action.EXPORT)


def _chosen(*, actor: Actor, view: View, action: DoWebhook) -> Webhook:
    if action.webhook is None:
        raise BadAction(code="action_without_webhook")
    found = Webhook.objects.filter(id=action.webhook).first()
    if found is None:
        raise UnknownWebhook
    if not found.enabled:
        raise WebhookOff(params={"name": found.name})
    return found


def told_field(view: View, name: str) -> Reached:
    """A field of the record itself. Raises UnknownField."""
    found = reach(view, name) if "." not in name else None
    if found is None or found.sight.field.type is TABLE:
        raise UnknownField(params={"field": name[:40], "entity": view.entity.name})
    return found


CALLING = offers(Calling())
