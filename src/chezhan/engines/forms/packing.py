"""Forms in packs: whom they are for, and how they are laid out."""

from collections.abc import Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, packs
from chezhan.catalogue.packs.refusals import BadPackItem, PackItemStays
from chezhan.engines.forms.checking import check_form
from chezhan.engines.forms.drafts import NAME, create_form, get_form, save_draft
from chezhan.engines.forms.layout import layout_as_json, read_layout
from chezhan.engines.forms.models import Form, FormVersion
from chezhan.engines.forms.published import PURPOSES, STEP
from chezhan.engines.forms.publishing import VERSIONS, publish_form, withdraw_form
from chezhan.engines.forms.refusals import BadLayout, FormHasProblems, FormInUse, NothingToPublish, UnknownForm

MEMBERS = frozenset({"roles", "purposes", "layout"})


class Forms(PackPart):
    name = "form"

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        if unknown := set(wanted.body) - MEMBERS:
            raise BadPackItem(params={"item": "", "where": min(unknown)[:60], "reason": "shape"})
        roles, purposes = wanted.body.get("roles", []), wanted.body.get("purposes", [])
        if not 0 < len(wanted.name) <= NAME:
            raise BadLayout(params={"where": "name"})
        if not isinstance(purposes, list) or not set(map(str, purposes)) <= {*PURPOSES, STEP}:
            raise BadLayout(params={"where": "purposes"})
        if not isinstance(roles, list) or not all(isinstance(role, str) for role in roles):
            raise BadLayout(params={"where": "roles"})
        layout = layout_as_json(read_layout(wanted.body.get("layout", {})))
        return wanted.name, {"roles": list(roles), "purposes": list(purposes), "layout": layout}

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        rows = Form.objects.filter(entity=wanted.of, name=wanted.name)
        found = rows.values_list("id", flat=True).first()
        return str(found) if found is not None else None

    def read(self, *, actor: Actor, made: str) -> Held | None:
        """One that was taken out of force is away."""
        try:
            row = get_form(actor=actor, form_id=UUID(made))
        except UnknownForm:
            return None
        version = FormVersion.objects.filter(form=row).order_by("-number").first()
        return None if version is not None and row.published is None else _held(row, version)

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        values = dict(wanted.body)
        if made is None:
            row = create_form(
                actor=actor, entity=wanted.of, name=wanted.name, roles=values["roles"], purposes=values["purposes"]
            )
        else:
            row = get_form(actor=actor, form_id=UUID(made))
        values |= {"name": wanted.name}
        save_draft(actor=actor, form_id=row.id, draft_version=row.draft_version, values=values)
        return str(row.id)

    def settle(self, *, actor: Actor, made: str, note: str) -> None:
        row = get_form(actor=actor, form_id=UUID(made))
        try:
            publish_form(actor=actor, form_id=row.id, draft_version=row.draft_version, note=note)
        except NothingToPublish:
            return
        except FormHasProblems as error:
            found = check_form(actor=actor, form=row).problems
            first = {"problem": found[0].code} if found else {}
            raise FormHasProblems(params=error.params | first) from error

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        if on:
            self.settle(actor=actor, made=made, note="")
        else:
            try:
                withdraw_form(actor=actor, form_id=UUID(made))
            except FormInUse as error:
                raise PackItemStays from error

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        require_designer(actor=actor)
        rows = Form.objects.exclude(published=None).order_by("entity", "position", "id")
        versions = {(one.form_id, one.number): one for one in FormVersion.objects.filter(form__in=rows)}
        return [_held(row, versions.get((row.id, row.published))) for row in rows if row.published]


def _held(row: Form, version: FormVersion | None) -> Held:
    shown = version or row
    body = {"roles": shown.roles, "purposes": shown.purposes, "layout": layout_as_json(read_layout(shown.layout))}
    settled = version is not None and not VERSIONS.differs(row, version)
    return Held(str(row.id), row.entity, shown.name, body, True, settled, Label(shown.name, shown.name))


FORMS = packs(Forms())
