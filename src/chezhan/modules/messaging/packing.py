"""Message templates in packs. Installing one, or settling what changes in it, is the approval of its words."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import ValidationError

from chezhan.access import Actor
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, packs
from chezhan.catalogue.packs.refusals import BadPackItem
from chezhan.modules.messaging import templates
from chezhan.modules.messaging.models import MessageTemplate
from chezhan.modules.messaging.permits import DESIGN
from chezhan.modules.messaging.refusals import UnknownTemplate
from chezhan.modules.messaging.schemas import MessageTemplateIn

Approval = MessageTemplate.Approval
MEMBERS = ("channel", "purpose", "subject", "text", "params", "provider_template", "sign_name")


class Templates(PackPart):
    name = "template"
    permission = DESIGN

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        if unknown := set(wanted.body) - set(MEMBERS):
            raise BadPackItem(params={"item": "", "where": min(unknown)[:60], "reason": "shape"})
        try:
            found = MessageTemplateIn(name=wanted.name, entity=wanted.of, **wanted.body)
        except ValidationError as fault:
            where = ".".join(str(step) for step in fault.errors(include_url=False, include_input=False)[0]["loc"])
            raise BadPackItem(params={"item": "", "where": where[:120], "reason": "shape"}) from None
        return found.name, found.model_dump(mode="json", include=set(MEMBERS))

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        found = MessageTemplate.objects.filter(name=wanted.name).values_list("id", flat=True).first()
        return str(found) if found is not None else None

    def read(self, *, actor: Actor, made: str) -> Held | None:
        try:
            return _held(templates.get_template(actor=actor, template_id=UUID(made)))
        except UnknownTemplate:
            return None

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        values = {"name": wanted.name, "entity": wanted.of, **wanted.body}
        if made is None:
            return str(templates.create_template(actor=actor, values=values).id)
        row = templates.get_template(actor=actor, template_id=UUID(made))
        templates.change_template(actor=actor, template_id=row.id, version=row.version, values=values)
        return made

    def settle(self, *, actor: Actor, made: str, note: str) -> None:
        row = templates.get_template(actor=actor, template_id=UUID(made))
        if row.approval != Approval.APPROVED:
            templates.decide_template(
                actor=actor, template_id=row.id, version=row.version, approval=Approval.APPROVED, note=note[:200]
            )

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        row = templates.get_template(actor=actor, template_id=UUID(made))
        templates.change_template(actor=actor, template_id=row.id, version=row.version, values={"enabled": on})

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        found = templates.list_templates(actor=actor)
        return [_held(row) for row in found if row.approval == Approval.APPROVED]


def _held(row: MessageTemplate) -> Held:
    body = {name: getattr(row, name) for name in MEMBERS}
    # Words that nobody approved are somebody's work under way.
    settled = row.approval == Approval.APPROVED
    return Held(str(row.id), row.entity, row.name, body, row.enabled, settled, Label(row.name, row.name))


TEMPLATES = packs(Templates())
