"""What strangers see of a form: its layout with the fields that they can fill in, in the store's name."""

from dataclasses import dataclass
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.engines.forms.live import form_as_json, state_as_json
from chezhan.engines.forms.models import PublicForm
from chezhan.engines.forms.public.acting import actor_of
from chezhan.engines.forms.public.refusals import NotOpen
from chezhan.engines.forms.published import CREATE
from chezhan.engines.forms.runtime import Seen, seen_form
from chezhan.kernel import clock
from tenants.directory import StoreRef

# Plain values. What names records, people or stores would tell who and what there is; files have no place yet.
FILLABLE = frozenset(
    {"text", "long_text", "email", "url", "number", "integer", "percent", "money", "rating", "date", "datetime", "time",
     "boolean", "choice", "tags", "phone", "plate", "vin", "id_card"}
)  # fmt: skip


@dataclass(frozen=True)
class Opened:
    """`fields`: those that strangers fill in."""

    public: PublicForm
    actor: Actor
    seen: Seen
    fields: dict[str, Field]


def open_form(*, token: str, store: StoreRef) -> Opened:
    """In the store's transaction. Raises NotOpen for what is not there, switched off, over, or not in force."""
    public = PublicForm.objects.select_related("form").filter(token=token, enabled=True).first()
    if public is None or (public.ends_at is not None and public.ends_at <= clock.now()):
        raise NotOpen
    if public.form.published is None or public.form.entity not in of_store(store).by_name:
        raise NotOpen
    actor = actor_of(public, store=store)
    viewer = viewer_of(actor)
    view = View(viewer, viewer.target(public.form.entity))
    seen = seen_form(actor=actor, view=view, purpose=CREATE)
    if seen is None:
        raise NotOpen
    return Opened(public, actor, seen, fillable(seen.plan.fields, view.entity))


def sites_of(*, token: str, store: StoreRef) -> list[str]:
    """The origins of the pages that may embed it; none for one that is not open."""
    try:
        return list(open_form(token=token, store=store).public.sites)
    except NotOpen:
        return []


def fillable(names: Any, entity: Entity) -> dict[str, Field]:
    found = {name: entity.fields[name] for name in names}
    return {name: one for name, one in found.items() if one.type.name in FILLABLE and not one.fixed}


def page_as_json(opened: Opened, *, store: StoreRef) -> dict[str, Any]:
    public, form = opened.public, form_as_json(opened.seen)
    for tab in form["tabs"]:
        for section in tab["sections"]:
            section["parts"] = [
                one for one in section["parts"] if one["kind"] == "note" or one.get("field") in opened.fields
            ]
        tab["sections"] = [one for one in tab["sections"] if one["parts"]]
    return {
        "store": store.name,
        "title": public.title or opened.seen.form.name,
        "intro": public.intro,
        "color": public.color,
        "tabs": [one for one in form["tabs"] if one["sections"]],
        "asks": form["asks"],
        "fields": [_field(one) for one in opened.fields.values()],
        "state": state_of(opened, values={}),
    }


def state_of(opened: Opened, *, values: dict[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in values.items() if name in opened.fields}
    state = state_as_json(opened.seen, row={}, values=told, new=True)
    fields = {name: one for name, one in state["fields"].items() if name in opened.fields}
    defaults = {name: value for name, value in state["defaults"].items() if name in opened.fields}
    return {"fields": fields, "hidden": state["hidden"], "defaults": defaults}


def _field(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "label": field.label.as_json(),
        "help": field.help.as_json() if field.help else None,
        "type": field.type.name,
        "required": field.required,
        "choices": [{"value": one.value, "label": one.label.as_json()} for one in field.options if not one.retired],
        "unit": field.settings.unit,
    }
