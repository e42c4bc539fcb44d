"""The shapes of the design API."""

import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.catalogue.definitions.drafts import EntityDraft, FieldDraft
from chezhan.catalogue.definitions.services.convert import Conversion
from chezhan.catalogue.labels import Label
from chezhan.catalogue.schemas import LabelOut

Sensitivity = Literal["", "masked", "sealed"]


class LabelIn(Schema):
    """A language left out takes the other's words."""

    zh: Annotated[str, Field(max_length=400)] = ""
    en: Annotated[str, Field(max_length=400)] = ""

    def label(self) -> Label:
        return Label(self.zh, self.en)


class OptionIn(Schema):
    """`value`: what records hold; the label when left out."""

    value: str = ""
    label: LabelIn
    retired: bool = False


class FieldIn(Schema):
    """`name`: x_…, made of the label when empty. `settings`: members of the type's settings. `sensitivity`: when
    left out, phones and ID card numbers are sealed, other personal data is masked."""

    label: LabelIn
    type: str
    name: str = ""
    options: list[OptionIn] = Field(default=[], max_length=500)
    settings: dict[str, Any] = {}
    target: str = ""
    formula: str = ""
    sensitivity: Sensitivity | None = None
    required: bool = False
    unique: bool = False
    searchable: bool = False
    in_list: bool = True
    section: str = Field("", max_length=60)
    help: LabelIn = LabelIn()
    default: Any = None

    def draft(self) -> FieldDraft:
        members = self.model_dump() | {"label": self.label.label(), "help": self.help.label()}
        return FieldDraft(**members)


class FieldChangeIn(Schema):
    """What is left out stays. `accept_empty`: require a field of new records though others are empty there."""

    label: LabelIn | None = None
    help: LabelIn | None = None
    section: str | None = Field(None, max_length=60)
    in_list: bool | None = None
    required: bool | None = None
    options: list[OptionIn] | None = Field(None, max_length=500)
    settings: dict[str, Any] | None = None
    formula: str | None = None
    sensitivity: Sensitivity | None = None
    default: Any = None
    unique: bool | None = None
    searchable: bool | None = None
    accept_empty: bool = False

    def changes(self) -> dict[str, Any]:
        return _given(self, "accept_empty")


class EntityIn(Schema):
    """`title`: the label of the field that names the records."""

    label: LabelIn
    plural: LabelIn
    name: str = ""
    icon: str = Field("", max_length=40)
    title: LabelIn = LabelIn(zh="名称", en="Name")

    def draft(self) -> EntityDraft:
        return EntityDraft(
            label=self.label.label(),
            plural=self.plural.label(),
            name=self.name,
            icon=self.icon,
            title=self.title.label(),
        )


class EntityChangeIn(Schema):
    """What is left out stays. `title`: names of fields, of which the first that is not empty names a record."""

    label: LabelIn | None = None
    plural: LabelIn | None = None
    icon: str | None = Field(None, max_length=40)
    position: int | None = Field(None, ge=-10_000, le=10_000)
    title: list[str] | None = Field(None, max_length=5)

    def changes(self) -> dict[str, Any]:
        return _given(self)


class ConversionIn(Schema):
    """`options`: of a choice; the values there are when none are given. `accept_loss`: values that can't be converted
    become empty. The old values are kept for an undo."""

    type: str
    settings: dict[str, Any] = {}
    options: list[OptionIn] = Field(default=[], max_length=500)
    accept_loss: bool = False

    def conversion(self) -> Conversion:
        return Conversion(**self.model_dump())


class LostOut(Schema):
    """`code`: why, as in FieldRefused."""

    value: str
    code: str


class PreviewOut(Schema):
    """Records. `samples` is empty for who may not read all of the field."""

    total: int
    empty: int
    refused: int
    samples: list[LostOut]


class QueuedOut(Schema):
    """`queued`: it goes on in the background, and is in the list of changes when it is done."""

    queued: bool


class UndoIn(Schema):
    """`accept_loss`: take a conversion back although values were entered since."""

    accept_loss: bool = False


class FormulaIn(Schema):
    """`field`: the name of the field whose formula it would be; empty for a new one."""

    formula: str = Field(max_length=4000)
    field: str = Field("", max_length=40)


class TriedOut(Schema):
    """`kind`: what the formula answers. `samples`: a few records that you see, with the fields that name them and the
    value as `x_trial`; empty when you may not read what it is made of."""

    kind: Literal["text", "number", "boolean", "date", "datetime", "choice"]
    titles: list[str]
    samples: list[dict[str, Any]]


class UsingFormulaOut(Schema):
    entity: str
    entity_label: LabelOut
    field: str
    label: LabelOut


class UsesOut(Schema):
    """Who uses a field. `views`: the shared ones by name; `roles` and `ceiling`: policies with a condition on it,
    which must be changed before it can be retired."""

    formulas: list[UsingFormulaOut]
    views: list[str]
    private_views: int
    roles: list[str]
    ceiling: bool


class OrderIn(Schema):
    """These first, in this order; the rest behind them as they were."""

    fields: list[str] = Field(min_length=1, max_length=1000)


class KindOrder(Schema):
    """These kinds of record first, in this order; the rest behind them as they were."""

    entities: list[str] = Field(min_length=1, max_length=200)


class DesignedOptionOut(Schema):
    value: str
    label: LabelOut
    retired: bool


class DesignedFieldOut(Schema):
    """`origin`: who made the field; `changed_by`: who changed how one that ships is shown."""

    name: str
    label: LabelOut
    help: LabelOut | None
    section: str
    type: str
    origin: Literal["product", "hq", "store"]
    changed_by: Literal["hq", "store"] | None
    options: list[DesignedOptionOut]
    settings: dict[str, Any]
    target: str | None
    formula: str
    sensitivity: Sensitivity
    required: bool
    unique: bool
    indexed: bool
    searchable: bool
    in_list: bool
    read_only: bool
    default: Any
    retired: bool


class DesignedEntityOut(Schema):
    """`field_count`: without the retired."""

    name: str
    label: LabelOut
    label_plural: LabelOut
    title: list[str]
    icon: str
    position: int | None
    origin: Literal["product", "hq", "store"]
    retired: bool
    field_count: int


class DesignOut(DesignedEntityOut):
    """`fields`: in order, retired ones too."""

    fields: list[DesignedFieldOut]
    field_limit: int


class OrderOut(Schema):
    fields: list[str]


class ChangeOut(Schema):
    """`before` and `after`: the members of what was changed; null where there was nothing."""

    id: UUID
    at: dt.datetime
    actor_id: UUID
    actor_name: str
    origin: Literal["hq", "store"]
    kind: str
    entity: str
    field: str
    before: Any
    after: Any
    undone_by: UUID | None
    undoable: bool


class UndoneOut(Schema):
    """The change that takes the other back."""

    id: UUID


def _given(body: Schema, *left_out: str) -> dict[str, Any]:
    """The members that were sent; null too, where null is a value."""
    members = body.model_dump(exclude_unset=True)
    given = {name: value for name, value in members.items() if name not in left_out}
    for name in ("label", "help", "plural"):
        if given.get(name) is not None:
            given[name] = getattr(body, name).label()
    return {name: value for name, value in given.items() if value is not None or name in ("default", "position")}
