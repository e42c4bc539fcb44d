"""Where a record went that was merged, and what went into one."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.duplicates.models import RecordMerge
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.sighting import require_seen


@dataclass(frozen=True, slots=True)
class Merged:
    """`mine`: whether the asker may take it back."""

    operation_id: UUID
    loser_id: UUID
    by: UUID
    at: dt.datetime
    mine: bool


def merged_into(*, actor: Actor, entity: str, record_id: UUID) -> UUID:
    """The record that a merged one lives on in, through several merges. Raises what require_seen raises, also when the
    record was not merged: nobody learns of one that they don't see.
    """
    seen: set[UUID] = set()
    last = record_id
    while last not in seen:
        seen.add(last)
        found = RecordMerge.objects.filter(entity=entity, loser_id=last, undone_at=None).order_by("-id").first()
        if found is None:
            break
        last = found.winner_id
    if last == record_id:
        raise UnknownRecord(params={"entity": entity[:40]})
    require_seen(actor=actor, entity=entity, record_id=last)
    return last


def merges_of(*, actor: Actor, entity: str, record_id: UUID) -> list[Merged]:
    """What was merged into a record that the actor sees, the latest first."""
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    rows = RecordMerge.objects.filter(entity=view.entity.name, winner_id=record_id, undone_at=None).order_by("-id")
    return [Merged(row.operation_id, row.loser_id, row.by, row.at, row.by == actor.person_id) for row in rows[:50]]
