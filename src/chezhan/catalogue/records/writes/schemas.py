"""The shapes of writes."""

from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.catalogue.records.writes.saving import BATCH_LIMIT


class CreateIn(Schema):
    """`values`: by field name; money as text."""

    values: dict[str, Any]


class RecordChangeIn(Schema):
    """`version`: the record's when it was read; another one since is refused with `changed_meanwhile`. `step`: the id
    of what a flow asks the person on this record: then only what that step opens is changed, by its form.
    """

    version: int
    values: dict[str, Any]
    step: UUID | None = None


class BatchIn(Schema):
    rows: list[dict[str, Any]] = Field(min_length=1, max_length=BATCH_LIMIT)


class BatchOut(Schema):
    ids: list[UUID]


class DeletedOut(Schema):
    """`operation_id`: by which what was deleted at one go is brought back."""

    operation_id: UUID


class ManyIn(Schema):
    ids: list[UUID] = Field(min_length=1, max_length=BATCH_LIMIT)


class ManyValuesIn(ManyIn):
    values: dict[str, Any]


class ManyOut(Schema):
    """`changed`: how many records are not what they were; `operation_id`: by which that is undone."""

    changed: int
    operation_id: UUID


class LostLinkOut(Schema):
    record_id: UUID
    field: str


class BroughtBackOut(Schema):
    lost_links: list[LostLinkOut]
