"""Make, change, copy and drop drafts of forms. In the request's own transaction; nobody enters anything by a draft."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Max

from chezhan.access import Actor
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.definitions.versioned import require_designer, require_fresh, save_versioned
from chezhan.engines.forms.layout import layout_as_json, read_layout
from chezhan.engines.forms.models import Form, FormVersion
from chezhan.engines.forms.published import PURPOSES, STEP
from chezhan.engines.forms.refusals import BadLayout, DraftChanged, FormNameTaken, TooManyForms, UnknownForm
from chezhan.engines.forms.starting import starting_layout

FORMS, NAME, ROLES, ROLE = 30, 60, 60, 40


def get_form(*, actor: Actor, form_id: UUID, lock: bool = False) -> Form:
    """`lock`: to be changed. Raises Forbidden, UnknownForm."""
    require_designer(actor=actor, writes=lock)
    rows = Form.objects.select_for_update() if lock else Form.objects.all()
    found = rows.filter(id=form_id).first()
    if found is None:
        raise UnknownForm
    return found


def create_form(*, actor: Actor, entity: str, name: str, roles: Sequence[str], purposes: Sequence[str]) -> Form:
    """With all fields in it, as records of the kind are entered without a form.

    Raises Forbidden, UnknownEntity, FormNameTaken, TooManyForms, BadLayout.
    """
    require_designer(actor=actor, writes=True)
    kind = of_store(actor.in_store).entity_named(entity)
    draft = Form(entity=kind.name, layout=layout_as_json(starting_layout(kind)))
    _give(draft, {"name": name, "roles": roles, "purposes": purposes})
    return _add(actor, draft)


def copy_form(*, actor: Actor, form_id: UUID, name: str, roles: Sequence[str]) -> Form:
    """A draft of its own, for other roles. Raises as create_form, and UnknownForm."""
    model = get_form(actor=actor, form_id=form_id, lock=True)
    draft = Form(entity=model.entity, layout=model.layout)
    _give(draft, {"name": name, "roles": roles, "purposes": model.purposes})
    return _add(actor, draft)


def save_draft(*, actor: Actor, form_id: UUID, draft_version: int, values: Mapping[str, Any]) -> Form:
    """`values`: name, roles, purposes, layout, as far as they change. Raises DraftChanged, BadLayout, FormNameTaken."""
    draft = get_form(actor=actor, form_id=form_id, lock=True)
    require_fresh(draft=draft, draft_version=draft_version, changed=DraftChanged)
    _give(draft, values)
    return _save(actor, draft)


def discard_draft(*, actor: Actor, form_id: UUID) -> Form | None:
    """Back to what is in force; one that was never published is deleted, and None answered."""
    draft = get_form(actor=actor, form_id=form_id, lock=True)
    last = FormVersion.objects.filter(form=draft).order_by("-number").first()
    if last is None:
        draft.delete()
        return None
    _give(draft, {"name": last.name, "roles": last.roles, "purposes": last.purposes, "layout": last.layout})
    return _save(actor, draft)


def _give(draft: Form, values: Mapping[str, Any]) -> None:
    if "layout" in values:
        draft.layout = layout_as_json(read_layout(values["layout"]))
    if "name" in values:
        draft.name = values["name"].strip()
        if not 0 < len(draft.name) <= NAME or not draft.name.isprintable():
            raise BadLayout(params={"where": "name"}, fields={"name": [BadLayout.message]})
    if "roles" in values:
        roles = list(dict.fromkeys(values["roles"]))
        if len(roles) > ROLES or any(not 0 < len(role) <= ROLE for role in roles):
            raise BadLayout(params={"where": "roles"})
        draft.roles = roles
    if "purposes" in values:
        purposes = list(dict.fromkeys(values["purposes"]))
        if not set(purposes) <= {*PURPOSES, STEP}:
            raise BadLayout(params={"where": "purposes"})
        draft.purposes = purposes


def _add(actor: Actor, draft: Form) -> Form:
    there = Form.objects.filter(entity=draft.entity)
    if there.count() >= FORMS:
        raise TooManyForms(params={"limit": FORMS})
    draft.position = (there.aggregate(last=Max("position"))["last"] or 0) + 1
    return _save(actor, draft, first=True)


def _save(actor: Actor, draft: Form, *, first: bool = False) -> Form:
    save_versioned(actor=actor, draft=draft, first=first, once="form_name_once", taken=FormNameTaken)
    return draft
