"""What designers see of forms."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.book import book_of
from chezhan.access.roles import ROLES
from chezhan.catalogue.definitions.designing import require_design
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.engines.forms.checking import check_form, compiled_draft, view_of_role
from chezhan.engines.forms.comparing import differences
from chezhan.engines.forms.drafts import get_form
from chezhan.engines.forms.layout import read_layout
from chezhan.engines.forms.live import form_as_json, state_as_json
from chezhan.engines.forms.models import Form, FormVersion
from chezhan.engines.forms.published import Published
from chezhan.engines.forms.publishing import VERSIONS
from chezhan.engines.forms.refusals import UnknownVersion
from chezhan.engines.forms.runtime import seen_in
from tenants.lookup import people_of_store


def list_forms(*, actor: Actor, entity: str) -> list[dict[str, Any]]:
    """In the order in which they are tried. Raises Forbidden, UnknownEntity."""
    require_design(actor=actor, store=actor.in_store, origin="store")
    of_store(actor.in_store).entity_named(entity)
    rows = list(Form.objects.filter(entity=entity).order_by("position", "id"))
    latest = {one.form_id: one for one in _in_force(rows)}
    return [_head(actor, row, latest.get(row.id)) for row in rows]


def list_form_roles(*, actor: Actor) -> list[dict[str, Any]]:
    """Whom a form can be for."""
    require_design(actor=actor, store=actor.in_store, origin="store")
    own = book_of(actor.in_store).roles
    shipped = [role.key for role in ROLES if actor.in_store.pack in role.packs]
    return [
        *({"key": key, "label": None} for key in shipped),
        *({"key": key, "label": {"zh": zh, "en": en}} for key, (zh, en) in own.items()),
    ]


def read_draft(*, actor: Actor, form_id: UUID) -> dict[str, Any]:
    form = get_form(actor=actor, form_id=form_id)
    version = next(iter(_in_force([form])), None)
    return _head(actor, form, version) | {"layout": read_layout(form.layout).model_dump(mode="json")}


def check_draft(*, actor: Actor, form_id: UUID) -> dict[str, Any]:
    """Problems, whom it will reach, and what differs from the version in force."""
    form = get_form(actor=actor, form_id=form_id)
    checked = check_form(actor=actor, form=form)
    last = FormVersion.objects.filter(form=form, number=form.published).first() if form.published else None
    changes = [] if last is None else differences(before=read_layout(last.layout), after=read_layout(form.layout))
    return {
        "problems": [asdict(one) for one in checked.problems],
        "reach": [asdict(one) for one in checked.reach],
        "changes": [asdict(one) for one in changes],
        "unpublished": VERSIONS.differs(form, last),
    }


def list_versions(*, actor: Actor, form_id: UUID) -> list[FormVersion]:
    """The latest first, without their layouts."""
    form = get_form(actor=actor, form_id=form_id)
    return list(FormVersion.objects.filter(form=form).order_by("-number").defer("layout"))


def compare_versions(*, actor: Actor, form_id: UUID, before: int, after: int) -> list[dict[str, Any]]:
    """`after` 0 is the draft. Raises UnknownVersion."""
    form = get_form(actor=actor, form_id=form_id)
    numbers = {before, after} - {0}
    layouts = dict(FormVersion.objects.filter(form=form, number__in=numbers).values_list("number", "layout"))
    if numbers - layouts.keys():
        raise UnknownVersion
    layouts[0] = form.layout
    was, now = (read_layout(layouts[number]) for number in (before, after))
    return [asdict(one) for one in differences(before=was, after=now)]


def preview_form(*, actor: Actor, form_id: UUID, role: str, values: dict[str, Any]) -> dict[str, Any]:
    """The draft as who holds `role` alone would have it for a new record; empty for the asker. No record is in it."""
    form = get_form(actor=actor, form_id=form_id)
    viewer = viewer_of(actor)
    entity = viewer.target(form.entity)
    view = view_of_role(actor, entity, role) if role else View(viewer, entity)
    draft = Published(
        id=form.id,
        form_id=form.id,
        number=0,
        entity=form.entity,
        name=form.name,
        roles=frozenset(form.roles),
        purposes=frozenset(form.purposes),
        readable=read_layout(form.layout),
        tells_time=False,
    )
    seen = seen_in(form=draft, view=view, made=compiled_draft(form=form, entity=entity))
    rights = {name: view.lens.highest(name).name.lower() for name in seen.plan.fields}
    return {
        "form": form_as_json(seen),
        "state": state_as_json(seen, row={}, values=values, new=True),
        "rights": rights,
    }


def _in_force(forms: Sequence[Form]) -> list[FormVersion]:
    numbers = {form.id: form.published for form in forms if form.published}
    rows = FormVersion.objects.filter(form_id__in=list(numbers), number__in=set(numbers.values()))
    return [one for one in rows if numbers[one.form_id] == one.number]


def _head(actor: Actor, form: Form, version: FormVersion | None) -> dict[str, Any]:
    names = dict(people_of_store(store=actor.in_store))
    return {
        "id": form.id,
        "entity": form.entity,
        "name": form.name,
        "roles": form.roles,
        "purposes": form.purposes,
        "draft_version": form.draft_version,
        "changed_at": form.changed_at,
        "changed_by": names.get(form.changed_by, ""),
        "published": form.published,
        "published_at": version.at if version else None,
        "unpublished": VERSIONS.differs(form, version),
    }
