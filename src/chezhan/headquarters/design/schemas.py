"""The shapes of headquarters' design API."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from chezhan.catalogue.definitions.schemas import DesignedFieldOut, EntityChangeIn, EntityIn, FieldChangeIn, FieldIn
from chezhan.catalogue.schemas import LabelOut

# Slugs; null for all that are open, and in what is wanted all to come.
Stores = Annotated[list[str] | None, Field(max_length=1000)]


class Later(Schema):
    """`later`: only note what is wanted; the stores are then asked one by one by …/spread."""

    later: bool = False


class NewField(Later):
    field: FieldIn
    stores: Stores = None


class NewEntity(Later):
    entity: EntityIn
    stores: Stores = None


class FieldChange(Later):
    """`stores`: null changes it wherever it is wanted; slugs, there alone."""

    change: FieldChangeIn
    stores: Stores = None


class EntityChange(Later):
    change: EntityChangeIn


class Where(Later):
    stores: Stores = None
    accept_use: bool = False


class Spread(Schema):
    """`accept_empty` and `accept_use` as in a store's own design."""

    stores: Stores = None
    accept_empty: bool = False
    accept_use: bool = False


class OutcomeOut(Schema):
    """`code`: empty where it was done, else why it was refused there."""

    store: str
    name: str
    code: str
    message: str


class MadeOut(Schema):
    """`name`: what was made is called so in every store."""

    name: str
    stores: list[OutcomeOut]


class StateOut(Schema):
    """`missing`: it should be there; `taken`: the store has something of its own by that name; `differs`: in these
    members; `retired`: in this store alone."""

    store: str
    name: str
    state: Literal["same", "missing", "taken", "differs", "retired"]
    differs: list[str]


class WantedKindOut(Schema):
    entity: str
    label: LabelOut
    label_plural: LabelOut
    icon: str
    everywhere: bool
    retired: bool
    stores: list[StateOut]


class WantedFieldOut(Schema):
    entity: str
    entity_label: LabelOut
    field: DesignedFieldOut
    everywhere: bool
    retired: bool
    stores: list[StateOut]


class StoreName(Schema):
    slug: str
    name: str


class OverviewOut(Schema):
    """`everywhere`: in all stores, those to come too."""

    stores: list[StoreName]
    kinds: list[WantedKindOut]
    fields: list[WantedFieldOut]
