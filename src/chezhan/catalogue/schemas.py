"""The shapes of the store API, for its OpenAPI document. Lists and records leave as PostgreSQL made them."""

from typing import Any, Literal
from uuid import UUID

from ninja import Schema

from chezhan.catalogue.operators import Takes


class LabelOut(Schema):
    zh: str
    en: str


class OperatorOut(Schema):
    """`takes`: the shape of a rule's value."""

    name: str
    label: LabelOut
    takes: Takes


class OptionOut(Schema):
    """`retired`: records may still hold it; it can't be chosen any more."""

    value: str
    label: LabelOut
    retired: bool


FieldKind = Literal[
    "text", "long_text", "rich_text", "email", "url", "barcode", "color", "number", "integer", "percent", "money",
    "rating", "date", "datetime", "time", "boolean", "choice", "tags", "phone", "plate", "vin", "id_card", "tax_no",
    "link", "user", "store", "file", "photo", "signature", "address", "location", "formula", "rollup", "auto_number",
    "table",
]  # fmt: skip


class TableColumnOut(Schema):
    name: str
    type: FieldKind


class FieldSettingsOut(Schema):
    """Null and empty mean the type's own default. Bounds are numbers as text; `accept`: patterns of media types;
    `result`: how a formula or a roll-up answers. `met_by`, of a moment by which something is to be done: the field that
    says when it was. `page`, of a text that ends a link for strangers: what stands before it, as in /q/."""

    max_length: int | None
    decimals: int | None
    minimum: str | None
    maximum: str | None
    unit: str
    multiline: bool
    accept: list[str]
    max_files: int | None
    max_mb: int | None
    columns: list[TableColumnOut]
    result: FieldKind | None
    prefix: str
    digits: int | None
    met_by: str
    page: str


class FieldOut(Schema):
    """`target`: the entity that a link leads to; a link's value is {id, title}.

    `right`: the most that the asker may do with the field on any record; on some it may be less. `read_only`: written
    by the product alone. `once`: given with a new record, and never changed. `asked_later`: a verb asks for it, rules
    set it or it comes of what happens afterwards, so that a new record's form need not ask. `default`: what a new
    record has where nothing is said. `sensitivity`: the grade of personal data. `origin`: who made the field.
    `section`: the part of the form it stands in, empty for the first.
    """

    name: str
    label: LabelOut
    type: FieldKind
    right: Literal["masked", "read", "write"]
    sortable: bool
    filterable: bool
    groupable: bool
    summable: bool
    searchable: bool
    in_list: bool
    target: str | None
    choices: list[OptionOut]
    operators: list[OperatorOut]
    required: bool
    read_only: bool
    once: bool
    asked_later: bool
    default: Any
    sensitivity: Literal["", "masked", "sealed"]
    origin: Literal["product", "hq", "store"]
    section: str
    help: LabelOut | None
    settings: FieldSettingsOut


class RelatedOut(Schema):
    entity: str
    via: str
    label: LabelOut


class AskOut(Schema):
    """A field that is given when the verb is done; refused without a value when `required`. `now`: where nothing is
    said, the day or the moment of doing it. `help`: what is said of it there, else what the field says of itself.
    """

    field: str
    required: bool
    now: bool
    help: LabelOut | None


class VerbOut(Schema):
    """`of`: the states in which it is done; `to`: the one that it leads to, null: the record's stays. `grave`: asked
    again before it is done. `undoable`: it can be taken back for a minute.
    """

    name: str
    label: LabelOut
    of: list[str]
    to: str | None
    asks: list[AskOut]
    grave: bool
    undoable: bool


class EntityOut(Schema):
    """`title_fields`: the first of them that is not empty names a record; where there are `told_by`, these together
    do. `sort`: the order a list has by itself.

    `person`: a record tells of one person; see …/personal-data. `state`: the choice that only `verbs` move; these are
    the ones that the asker may do with some record at all. `way`: its states as records usually go through them,
    whoever brings them on. `shared_by`: what people look after by which records of the kind can be shared out.
    `changes_differ`: what the asker may change by hand differs from record to record; see …/verbs.
    """

    name: str
    label: LabelOut
    label_plural: LabelOut
    title_field: str
    title_fields: list[str]
    told_by: list[str]
    sort: str
    actions: list[str]
    person: bool
    state: str | None
    way: list[str]
    shared_by: list[str]
    changes_differ: bool
    verbs: list[VerbOut]
    fields: list[FieldOut]
    related: list[RelatedOut]


class CountOut(Schema):
    value: int
    exact: bool


class PageOut(Schema):
    """`rows`: each has `id`, `version` (a change names it) and the asked fields; money is a string.

    `count` is null when it was not asked for.
    """

    rows: list[dict[str, Any]]
    next_cursor: str | None
    count: CountOut | None


class RelatedRowsOut(RelatedOut):
    """`rows`: the first of them; `count`: of all that the asker sees."""

    count: CountOut
    rows: list[dict[str, Any]]


class RecordOut(Schema):
    record: dict[str, Any]
    related: list[RelatedRowsOut]


class StoreOut(Schema):
    id: UUID
    slug: str
    name: str
    pack: str
    status: str


class HomeOut(Schema):
    """`counts`: by entity, for those that may be read."""

    store: StoreOut
    roles: list[str]
    permissions: list[str]
    counts: dict[str, int]


class NamedPeriodOut(Schema):
    name: str
    label: LabelOut
