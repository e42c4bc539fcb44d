"""…/personal-data: what the store holds of one person, as a file, and its erasure."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from django.http import FileResponse
from ninja import Router, Schema
from pydantic import Field

from chezhan.access import Actor, ActorRequest
from chezhan.catalogue.records.personal.erasing import erase_person
from chezhan.catalogue.records.personal.gathering import Gathered, gather, told_counts
from chezhan.catalogue.records.personal.handing_out import hand_out
from chezhan.catalogue.records.personal.models import PersonalRequest

router = Router(tags=["records"])
Reason = Literal["asked", "withdrawn", "needless", "unlawful", "authority"]
SHOWN = 50


class HeldOut(Schema):
    """`rows`: the first 50 of `count`. `erased`, `kept`: names of the fields that an erasure empties, and leaves."""

    entity: str
    count: int
    rows: list[dict[str, Any]]
    erased: list[str]
    kept: list[str]


class PersonalCommentOut(Schema):
    id: UUID
    entity: str
    record_id: UUID
    author: UUID
    text: str
    at: dt.datetime


class PersonalBinnedOut(Schema):
    entity: str
    record_id: UUID
    title: str | None


class PersonalRequestOut(Schema):
    """`counts`: kind of record → how many; with an underscore what else was found."""

    id: UUID
    kind: Literal["exported", "erased"]
    reason: Reason
    at: dt.datetime
    by: UUID
    counts: dict[str, int]


class PersonalDataOut(Schema):
    """`title`: what has to be typed for an erasure; null where no part of the name may be seen. `beside`: what else is
    held of these records, messages and consents say, by its name; the latest 50 of each.
    """

    title: str | None
    held: list[HeldOut]
    comments: list[PersonalCommentOut]
    deleted: list[PersonalBinnedOut]
    requests: list[PersonalRequestOut]
    may_erase: bool
    beside: dict[str, list[dict[str, Any]]]


class EraseIn(Schema):
    """`name`: the person's, typed again. What is erased does not come back."""

    name: str = Field(max_length=200)
    reason: Reason


@router.get("/{entity}/{uuid:record_id}/personal-data", response=PersonalDataOut, operation_id="read_personal_data")
def read(request: ActorRequest, entity: str, record_id: UUID):
    return _shown(gather(actor=request.actor, entity=entity, record_id=record_id))


@router.get("/{entity}/{uuid:record_id}/personal-data.zip", operation_id="export_personal_data")
def export(request: ActorRequest, entity: str, record_id: UUID, reason: Literal["asked", "authority"] = "asked"):
    """A workbook and the same as JSON."""
    made = hand_out(actor=request.actor, entity=entity, record_id=record_id, reason=reason)
    return FileResponse(made.file, as_attachment=True, filename=made.name, content_type="application/zip")


@router.post(
    "/{entity}/{uuid:record_id}/personal-data/erase", response=PersonalRequestOut, operation_id="erase_personal_data"
)
def erase(request: ActorRequest, entity: str, record_id: UUID, body: EraseIn):
    actor: Actor = request.actor
    done = erase_person(actor=actor, entity=entity, record_id=record_id, name=body.name, reason=body.reason)
    return _told(done, {entity: done.counts[entity]})


def _shown(found: Gathered) -> dict[str, Any]:
    return {
        "title": found.title,
        "held": [
            {
                "entity": held.kind.name,
                "count": len(held.rows),
                "rows": held.rows[:SHOWN],
                "erased": held.erased,
                "kept": held.kept,
            }
            for held in found.held
        ],
        "comments": found.comments[:SHOWN],
        "deleted": found.deleted,
        "requests": [_told(one, told_counts(view=found.view, counts=one.counts)) for one in found.requests],
        "may_erase": found.may_erase,
        "beside": {name: rows[:SHOWN] for name, rows in found.beside.items()},
    }


def _told(one: PersonalRequest, counts: dict[str, int]) -> dict[str, Any]:
    return {"id": one.id, "kind": one.kind, "reason": one.reason, "at": one.at, "by": one.by, "counts": counts}
