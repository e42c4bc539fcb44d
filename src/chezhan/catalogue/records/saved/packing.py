"""Saved views in packs: shared with the whole store. Filters are rule groups there, not their text."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chezhan.access import Actor, require
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, packs
from chezhan.catalogue.packs.refusals import BadPackItem, PackItemStays
from chezhan.catalogue.records.saved.layouts import Layout
from chezhan.catalogue.records.saved.models import SavedView
from chezhan.catalogue.records.saved.services import SHARE, change_view, create_view


class ViewBody(BaseModel):
    """`filter`, and that of a colour: a rule group, {} for none."""

    model_config = ConfigDict(extra="forbid")
    columns: list[Annotated[str, Field(max_length=40)]] = []
    filter: dict[str, Any] = {}
    sort: Annotated[str, Field(max_length=200)] = ""
    kind: Literal["list", "board", "calendar", "gallery", "tree"] = "list"
    layout: dict[str, Any] = {}
    position: int = Field(0, ge=0, le=10_000)


class Views(PackPart):
    name = "view"
    permission = SHARE

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        try:
            found = ViewBody.model_validate(dict(wanted.body))
            Layout.model_validate(_layout(found.layout, _text))
        except ValidationError as fault:
            where = ".".join(str(step) for step in fault.errors(include_url=False, include_input=False)[0]["loc"])
            raise BadPackItem(params={"item": "", "where": where[:120], "reason": "shape"}) from None
        whole = Layout.model_validate(_layout(found.layout, _text)).model_dump(mode="json")
        return wanted.name[:60], found.model_dump(mode="json") | {"layout": _layout(whole, _group)}

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        found = SavedView.objects.filter(entity=wanted.of, name=wanted.name, shared=True)
        known = found.values_list("id", flat=True).first()
        return str(known) if known is not None else None

    def read(self, *, actor: Actor, made: str) -> Held | None:
        require_designer(actor=actor)
        row = SavedView.objects.filter(id=UUID(made)).first()
        return None if row is None else _held(row)

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        values = {
            **wanted.body,
            "name": wanted.name,
            "name_en": "" if wanted.label.en == wanted.name else wanted.label.en[:60],
            "shared": True,
            "filter": _text(wanted.body["filter"]),
            "layout": _layout(wanted.body["layout"], _text),
        }
        if made is None:
            return str(create_view(actor=actor, entity=wanted.of, values=values).id)
        row = SavedView.objects.get(id=UUID(made))
        change_view(actor=actor, view_id=row.id, version=row.version, values=values)
        return made

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        """A view stays, whoever uses it."""
        if not on:
            raise PackItemStays

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        require(actor=actor, permission=SHARE)
        found = SavedView.objects.filter(shared=True).order_by("entity", "position", "name")
        return [_held(row) for row in found if _understood(row)]


def _held(row: SavedView) -> Held:
    body = {
        "columns": row.columns,
        "filter": _group(row.filter),
        "sort": row.sort,
        "kind": row.kind,
        "layout": _layout(Layout.model_validate(row.layout).model_dump(mode="json"), _group),
        "position": row.position,
    }
    return Held(str(row.id), row.entity, row.name, body, label=Label(row.name, row.name_en or row.name))


def _understood(row: SavedView) -> bool:
    """One that no list could apply is nothing to hand on."""
    try:
        _held(row)
    except ValueError:
        return False
    return True


def _layout(layout: Mapping[str, Any], told: Any) -> Json:
    """With the filters of its colours as a group, or as text."""
    colors = [{**one, "filter": told(one.get("filter") or "")} for one in layout.get("colors", ())]
    return {**layout, "colors": colors}


def _text(group: Any) -> str:
    return orjson.dumps(group).decode() if group else ""


def _group(text: str) -> Json:
    return orjson.loads(text) if text else {}


VIEWS = packs(Views())
