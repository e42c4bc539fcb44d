"""Keep, change, share and drop views. A shared one is seen by all who see the kind of record."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from chezhan.access import Actor, allowed, require
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.saved.layouts import Layout, check_layout
from chezhan.catalogue.records.saved.models import SavedView
from chezhan.catalogue.records.saved.refusals import BadView, TooManyViews, UnknownView, ViewChanged, ViewNameTaken
from chezhan.catalogue.records.saved.showing import Shown, check_content, shown_to
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel import clock

KEPT = 100
COLUMNS = 100
SHARE = "view.share"


def list_views(*, actor: Actor, entity: str) -> list[Shown]:
    """One's own and the shared ones of a kind of record, in their order. Raises UnknownEntity, Forbidden."""
    view = _view(actor, entity)
    found = SavedView.objects.filter(Q(shared=True) | Q(owner=actor.person_id), entity=view.entity.name)
    return [shown_to(view=view, saved=one, person_id=actor.person_id) for one in found.order_by("position", "id")]


def create_view(*, actor: Actor, entity: str, values: Mapping[str, Any]) -> Shown:
    """`values`: name, columns, filter, sort, q, shared, position, kind, layout.

    Raises Forbidden, BadView, ViewNameTaken, TooManyViews, and what a list with these would refuse.
    """
    view = _view(actor, entity)
    if values.get("shared"):
        require(actor=actor, permission=SHARE)
    if SavedView.objects.filter(owner=actor.person_id, entity=view.entity.name).count() >= KEPT:
        raise TooManyViews(params={"limit": KEPT})
    saved = SavedView(entity=view.entity.name, owner=actor.person_id, **values)
    _check(view, saved)
    check_layout(view=view, kind=saved.kind, layout=Layout.model_validate(saved.layout))
    return _save(actor, view, saved)


def change_view(*, actor: Actor, view_id: UUID, version: int, values: Mapping[str, Any]) -> Shown:
    """One's own; a shared one by whoever may share. Raises UnknownView, Forbidden, ViewChanged and as create_view."""
    saved = _one(actor, view_id)
    if saved.shared or values.get("shared"):
        require(actor=actor, permission=SHARE)
    if saved.version != version:
        raise ViewChanged(params={"version": saved.version})
    view = _view(actor, saved.entity)
    if values.get("name", saved.name) != saved.name:
        # Whoever gives it another name gives it to all readers.
        saved.name_en = ""
    for name, value in values.items():
        setattr(saved, name, value)
    # What it holds already may name what this one does not see; what they write may not.
    told = {"columns": [], "filter": "", "sort": "", "q": "", "tags": ""} | dict(values)
    _check(view, saved, told)
    if "layout" in values or "kind" in values:
        written = Layout.model_validate(values.get("layout", {}))
        check_layout(view=view, kind=saved.kind if "layout" in values else "", layout=written)
    saved.version += 1
    saved.updated_at = clock.now()
    return _save(actor, view, saved)


def delete_view(*, actor: Actor, view_id: UUID) -> None:
    """Raises UnknownView, Forbidden."""
    saved = _one(actor, view_id)
    if saved.shared and saved.owner != actor.person_id:
        require(actor=actor, permission=SHARE)
    SavedView.objects.filter(id=saved.id).delete()


def _view(actor: Actor, entity: str) -> View:
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    return View(viewer, kind)


def _one(actor: Actor, view_id: UUID) -> SavedView:
    """Alike for what is not there, somebody else's own, and a view of records that the actor does not see."""
    saved = SavedView.objects.select_for_update().filter(id=view_id).first()
    if saved is None or not (
        saved.owner == actor.person_id or (saved.shared and allowed(actor=actor, permission=SHARE))
    ):
        raise UnknownView
    if not any(kind.name == saved.entity for kind in viewer_of(actor).entities()):
        raise UnknownView
    return saved


def _check(view: View, saved: SavedView, told: Mapping[str, Any] | None = None) -> None:
    saved.name = saved.name.strip()
    if not 0 < len(saved.name) <= 60 or len(saved.columns) > COLUMNS:
        raise BadView
    names = {"columns": "columns", "filter_json": "filter", "sort": "sort", "q": "q", "tags": "tags"}
    content = {name: told[kept] if told else getattr(saved, kept) for name, kept in names.items()}
    check_content(view=view, **content)


def _save(actor: Actor, view: View, saved: SavedView) -> Shown:
    try:
        with transaction.atomic():
            saved.save()
    except IntegrityError as error:
        if "saved_view_name" in str(error):
            raise ViewNameTaken(fields={"name": [ViewNameTaken.message]}) from error
        raise
    return shown_to(view=view, saved=saved, person_id=actor.person_id)
