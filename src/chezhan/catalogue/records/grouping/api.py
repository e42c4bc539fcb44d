"""/api/store/records/<kind>/groups and /marks."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.catalogue.records.grouping.plans import Part
from chezhan.catalogue.records.grouping.reading import MOST_CONDITIONS, MOST_RECORDS, marks_of, read_groups

router = Router(tags=["records"])


class TotalOut(Schema):
    field: str
    sum: str | None
    average: str | None


class GroupOut(Schema):
    """`value`: as the field has it; of dates the first day of the group. `known`: false for the records on which the
    asker may not know the value. `rule`: what a filter says to have these records, null where nothing does."""

    value: Any
    known: bool
    count: int
    totals: list[TotalOut]
    rule: dict[str, Any] | None


class GroupedOut(Schema):
    """`more`: there are groups beyond these."""

    groups: list[GroupOut]
    more: bool


class MarksIn(Schema):
    """`conditions`: rule groups as JSON text."""

    ids: list[UUID] = Field(max_length=MOST_RECORDS)
    conditions: list[str] = Field(max_length=MOST_CONDITIONS)


class MarksOut(Schema):
    """For each condition the ids of the records that meet it."""

    marks: list[list[UUID]]


@router.get("/{entity}/groups", response=GroupedOut, operation_id="group_records")
def group(
    request: ActorRequest,
    *,
    entity: str,
    by: str = Query("", description="a field; empty: all records as one group, for totals"),
    part: Part = "month",
    totals: str = Query("", description="names of figures parted by commas, at most 5"),
    q: str = "",
    filter: str = "",
    tags: str = "",
):
    return read_groups(
        actor=request.actor, entity=entity, by=by, part=part, totals=totals, q=q, filter_json=filter, tags=tags
    )


@router.post("/{entity}/marks", response=MarksOut, operation_id="mark_records")
def marks(request: ActorRequest, entity: str, body: MarksIn):
    """Which of some records meet which conditions. A POST, since so many ids don't go into an address."""
    return {"marks": marks_of(actor=request.actor, entity=entity, record_ids=body.ids, conditions=body.conditions)}
