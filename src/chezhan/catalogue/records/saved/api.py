"""/api/store/views: what people keep of a list."""

from typing import Literal
from uuid import UUID

from ninja import Router, Schema, Status
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.catalogue.records.saved.layouts import Layout
from chezhan.catalogue.records.saved.services import change_view, create_view, delete_view, list_views

router = Router(tags=["views"])
Kind = Literal["list", "board", "calendar", "gallery", "tree"]


class SavedViewValues(Schema):
    """`columns`: names of fields, empty for the list's own; `filter`: a rule group as JSON text."""

    name: str = Field(max_length=60)
    columns: list[str] = []
    filter: str = Field("", max_length=20_000)
    sort: str = Field("", max_length=200)
    q: str = Field("", max_length=100)
    tags: str = Field("", max_length=400)
    shared: bool = False
    position: int = Field(0, ge=0, le=10_000)
    kind: Kind = "list"
    layout: Layout = Field(default_factory=Layout)


class SavedViewIn(SavedViewValues):
    entity: str


class SavedViewChange(Schema):
    """What is left out stays."""

    version: int
    name: str = Field("", max_length=60)
    columns: list[str] = []
    filter: str = Field("", max_length=20_000)
    sort: str = Field("", max_length=200)
    q: str = Field("", max_length=100)
    tags: str = Field("", max_length=400)
    shared: bool = False
    position: int = Field(0, ge=0, le=10_000)
    kind: Kind = "list"
    layout: Layout = Field(default_factory=Layout)


class SavedViewOut(SavedViewValues):
    """`applicable`: false when the filter can't be applied for the asker; it is then empty here. Columns and orders
    that the asker may not see are left out. `name_en`: what it is called in English; empty: the same."""

    id: UUID
    entity: str
    name_en: str
    own: bool
    version: int
    applicable: bool


@router.get("", response=list[SavedViewOut], operation_id="list_views")
def read(request: ActorRequest, entity: str):
    return list_views(actor=request.actor, entity=entity)


@router.post("", response={201: SavedViewOut}, operation_id="create_view")
def create(request: ActorRequest, body: SavedViewIn):
    values = body.dict()
    return Status(201, create_view(actor=request.actor, entity=values.pop("entity"), values=values))


@router.patch("/{uuid:view_id}", response=SavedViewOut, operation_id="change_view")
def change(request: ActorRequest, view_id: UUID, body: SavedViewChange):
    values = body.dict(exclude_unset=True)
    return change_view(actor=request.actor, view_id=view_id, version=values.pop("version"), values=values)


@router.delete("/{uuid:view_id}", response={204: None}, operation_id="delete_view")
def delete(request: ActorRequest, view_id: UUID):
    delete_view(actor=request.actor, view_id=view_id)
    return Status(204, None)
