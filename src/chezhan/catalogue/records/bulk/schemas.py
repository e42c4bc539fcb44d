"""The shapes of changes to many records."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.catalogue.records.bulk.choosing import CHOICE_LIMIT, Choice, Order


class BulkChoiceIn(Schema):
    """Either `ids`, or all that `filter` (a rule group as JSON text), `q` and `tags` (ids parted by commas) find."""

    ids: list[UUID] | None = Field(None, max_length=CHOICE_LIMIT)
    filter: str = ""
    q: str = ""
    tags: str = ""


class BulkOrderIn(Schema):
    """`values`: by field name; of `assign` {"owner": id of a person}, of `delete` nothing, of
    `tag` and `untag` {"tags": [ids]}.
    """

    kind: Literal["update", "assign", "delete", "tag", "untag"]
    choice: BulkChoiceIn
    values: dict[str, Any] = {}

    def as_order(self) -> Order:
        choice = Choice(ids=self.choice.ids, filter_json=self.choice.filter, q=self.choice.q, tags=self.choice.tags)
        return Order(kind=self.kind, choice=choice, values=self.values)


class BulkCarryOutIn(BulkOrderIn):
    """`skip_refused`: leave out the records that can't be changed; else nothing is done when there is one."""

    skip_refused: bool = False


class BulkRefusedOut(Schema):
    """Why `records` of the chosen can't be changed; `field`: the one that is shut there, if it is one."""

    code: str
    field: str
    message: str
    records: int


class BulkSampleOut(Schema):
    """`title` is null where no part of the record's name may be seen."""

    id: UUID
    title: str | None


class BulkPreviewOut(Schema):
    chosen: int
    allowed: int
    refused: list[BulkRefusedOut]
    sample: list[BulkSampleOut]


class BulkDoneOut(Schema):
    operation_id: UUID
    changed: int
    refused: list[BulkRefusedOut]


class OperationOut(Schema):
    id: UUID
    entity: str
    kind: Literal["update", "assign", "delete", "tag", "untag"]
    at: dt.datetime
    records: int
    fields: list[str]
    undone_at: dt.datetime | None


class BulkKeptOut(Schema):
    record_id: UUID
    title: str | None
    reason: Literal["changed", "gone"]


class OperationUndoneOut(Schema):
    """`kept`: records left as they are, since somebody changed or deleted them meanwhile."""

    restored: int
    kept: list[BulkKeptOut]
