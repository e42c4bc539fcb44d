"""Make, change, approve and read message templates."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from chezhan.access import Actor, allowed, require
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel import clock
from chezhan.modules.messaging.letters import Draft, draft_of
from chezhan.modules.messaging.models import Channel, MessageTemplate, Purpose
from chezhan.modules.messaging.permits import DESIGN, SEND
from chezhan.modules.messaging.refusals import (
    BadTemplate,
    NotApproved,
    TemplateChanged,
    TemplateNameTaken,
    UnknownTemplate,
)

Approval = MessageTemplate.Approval
# Of these a change asks for approval anew: what goes out is what somebody looked at.
WORDS = ("entity", "channel", "purpose", "subject", "text", "params", "provider_template", "sign_name")


def list_templates(*, actor: Actor) -> list[MessageTemplate]:
    """By name. Who may only send sees those that may be sent. Raises Forbidden."""
    if allowed(actor=actor, permission=DESIGN):
        return list(MessageTemplate.objects.order_by("name"))
    require(actor=actor, permission=SEND)
    return list(MessageTemplate.objects.filter(approval=Approval.APPROVED, enabled=True).order_by("name"))


def get_template(*, actor: Actor, template_id: UUID, lock: bool = False) -> MessageTemplate:
    """Raises Forbidden, UnknownTemplate."""
    require(actor=actor, permission=DESIGN)
    rows = MessageTemplate.objects.select_for_update() if lock else MessageTemplate.objects.all()
    found = rows.filter(id=template_id).first()
    if found is None:
        raise UnknownTemplate
    return found


def create_template(*, actor: Actor, values: Mapping[str, Any]) -> MessageTemplate:
    """Raises Forbidden, UnknownEntity, BadTemplate, TemplateNameTaken."""
    require(actor=actor, permission=DESIGN)
    return _save(actor, MessageTemplate(), values)


def change_template(*, actor: Actor, template_id: UUID, version: int, values: Mapping[str, Any]) -> MessageTemplate:
    """Raises UnknownTemplate, TemplateChanged, and as create_template."""
    found = get_template(actor=actor, template_id=template_id, lock=True)
    if found.version != version:
        raise TemplateChanged(params={"version": found.version})
    if any(name in values and values[name] != getattr(found, name) for name in WORDS):
        found.approval, found.approval_note = Approval.DRAFT, ""
    found.version += 1
    return _save(actor, found, values)


def decide_template(*, actor: Actor, template_id: UUID, version: int, approval: str, note: str) -> MessageTemplate:
    """Submit it, or say what the provider, or the house, said. Raises BadTemplate while its words lead nowhere."""
    found = get_template(actor=actor, template_id=template_id, lock=True)
    if found.version != version:
        raise TemplateChanged(params={"version": found.version})
    if approval in (Approval.SUBMITTED, Approval.APPROVED):
        for problem in template_draft(actor=actor, template=found).problems():
            raise problem
    found.version += 1
    return _save(actor, found, {"approval": approval, "approval_note": note})


def delete_template(*, actor: Actor, template_id: UUID) -> None:
    """What was sent by it stays, and no longer says by which."""
    get_template(actor=actor, template_id=template_id, lock=True).delete()


def usable_template(*, template_id: UUID) -> MessageTemplate:
    """For whoever sends. Raises UnknownTemplate, NotApproved."""
    found = MessageTemplate.objects.filter(id=template_id).first()
    if found is None:
        raise UnknownTemplate
    if found.approval != Approval.APPROVED or not found.enabled:
        raise NotApproved(params={"name": found.name})
    return found


def template_draft(*, actor: Actor, template: MessageTemplate) -> Draft:
    """Raises UnknownEntity, Forbidden."""
    viewer = viewer_of(actor)
    kind = viewer.entity(template.entity)
    viewer.open(kind)
    return draft_of(actor=actor, view=View(viewer, kind), template=template)


def _save(actor: Actor, template: MessageTemplate, values: Mapping[str, Any]) -> MessageTemplate:
    for name, value in values.items():
        setattr(template, name, value)
    template_draft(actor=actor, template=template)
    if not template.text.strip() or template.channel not in Channel.values or template.purpose not in Purpose.values:
        raise BadTemplate(params={"where": "text", "inside": ""})
    template.changed_at, template.changed_by = clock.now(), actor.person_id
    try:
        with transaction.atomic():
            template.save()
    except IntegrityError:
        raise TemplateNameTaken(params={"name": template.name}) from None
    return template
