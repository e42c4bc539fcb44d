"""A record's changes and comments in one list, the latest first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.audit.queries import AuditFilter, Entry, inward, list_entries, outward
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.noting import note_fields
from chezhan.catalogue.records.refusals import InvalidCursor
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.talk.models import RecordComment
from chezhan.catalogue.records.timeline.rights import Known, known_fields
from chezhan.catalogue.records.timeline.values import Past

CHANGES = (AuditEntry.Kind.CREATED, AuditEntry.Kind.UPDATED, AuditEntry.Kind.DELETED)
LAST_NUMBER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Change:
    """`masked`: both values are masks, or what is left of them."""

    field: str
    before: Any
    after: Any
    masked: bool


@dataclass(frozen=True, slots=True)
class Event:
    """`number`: of a change, by which a value of it is restored. `comment`: of a comment."""

    kind: str
    at: dt.datetime
    actor_id: UUID | None
    number: int | None = None
    reason: str = ""
    changes: Sequence[Change] = ()
    comment: RecordComment | None = None

    @property
    def entry_id(self) -> UUID | None:
        return None if self.number is None else outward(self.number)

    @property
    def cursor(self) -> str:
        mark = f"c~{self.comment.id}" if self.comment else f"e~{self.entry_id}"
        return f"{self.at.isoformat()}~{mark}"


@dataclass(frozen=True, slots=True)
class TimelinePage:
    rows: Sequence[Event]
    next_cursor: str | None


def read_timeline(*, actor: Actor, entity: str, record_id: UUID, cursor: str, limit: int) -> TimelinePage:
    """A change of which the actor may know no field is left out.

    Raises what require_seen raises, and InvalidCursor.
    """
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    after_entry, after_comment = _starts(cursor)
    table = view.entity.model._meta.db_table
    which = AuditFilter(entity=table, record_id=record_id, kinds=CHANGES)
    entries = list_entries(which=which, limit=limit + 1, after=after_entry)
    comments = RecordComment.objects.filter(after_comment, entity=view.entity.name, record_id=record_id)
    events = _events(actor, view, record_id, entries)
    events += [
        Event("comment", one.at, one.author, comment=one) for one in comments.order_by("-at", "-id")[: limit + 1]
    ]
    # At one moment a comment stands above a change; see `_starts`.
    events.sort(key=lambda event: (event.at, event.comment is not None, _number(event)), reverse=True)
    more = len(events) > limit
    events = events[:limit]
    if not more:
        events += _birth(view, record_id, table)
    # That a hidden field changed is not told either: a page may hold fewer events than were asked for.
    told = [event for event in events if event.kind != AuditEntry.Kind.UPDATED or event.changes]
    return TimelinePage(told, events[-1].cursor if more else None)


def _events(actor: Actor, view: View, record_id: UUID, entries: Sequence[Entry]) -> list[Event]:
    known = known_fields(view=view, record_id=record_id, person_id=actor.person_id)
    changes = changes_of(view=view, person_id=actor.person_id, entries=[(entry, known) for entry in entries])
    return [
        Event(
            kind=entry.kind,
            at=entry.at,
            actor_id=entry.actor_id,
            number=entry.id,
            reason=entry.reason,
            changes=changes[entry.id],
        )
        for entry in entries
    ]


def changes_of(*, view: View, person_id: UUID, entries: Sequence[tuple[Entry, Known]]) -> dict[int, list[Change]]:
    """By entry, of records of one kind: the changes of fields that the viewer knows. What they read of personal data
    is put down in the audit."""
    told = [
        (known[column], value)
        for entry, known in entries
        for column, pair in entry.changes.items()
        if column in known
        for value in pair
    ]
    if not told:
        return {entry.id: [] for entry, _ in entries}
    past = Past(view=view, entry_id=entries[0][0].id, person_id=person_id, values=told)
    note_fields(table=view.entity.model._meta.db_table, fields_of=_in_clear(entries))
    return {
        entry.id: [
            Change(
                field=known[column][0].name,
                before=past.shown(known[column], before),
                after=past.shown(known[column], after),
                masked=known[column][1].name == "MASKED",
            )
            for column, (before, after) in entry.changes.items()
            if column in known
        ]
        for entry, known in entries
    }


def _in_clear(entries: Sequence[tuple[Entry, Known]]) -> dict[UUID, set[str]]:
    """By record: the personal fields of which an old value is shown whole."""
    found: dict[UUID, set[str]] = defaultdict(set)
    for entry, known in entries:
        for column, values in entry.changes.items():
            field, right = known.get(column, (None, Right.HIDDEN))
            if entry.record_id and field and field.sensitivity and right >= Right.READ and any(values):
                found[entry.record_id].add(field.name)
    return found


def _birth(view: View, record_id: UUID, table: str) -> list[Event]:
    """Of a record that is older than the audit: when it came to be, from its own stamps."""
    if AuditEntry.objects.filter(entity=table, record_id=record_id, kind=AuditEntry.Kind.CREATED).exists():
        return []
    born = view.entity.model._default_manager.filter(id=record_id).values_list("created_at", "created_by").first()
    return [Event("created", *born)] if born else []


def _number(event: Event) -> Any:
    return event.comment.id.int if event.comment else event.number


def _starts(cursor: str) -> tuple[str, Q]:
    """Where the entries and the comments go on."""
    if not cursor:
        return "", Q()
    try:
        moment, mark, number = cursor.split("~")
        at = dt.datetime.fromisoformat(moment)
        if at.tzinfo is None or mark not in ("c", "e"):
            raise ValueError("no moment of ours")
        if mark == "c":
            return f"{moment}~{outward(LAST_NUMBER)}", Q(at__lt=at) | Q(at=at, id__lt=UUID(number))
        return f"{moment}~{outward(inward(number))}", Q(at__lt=at)
    except ValueError:
        raise InvalidCursor from None
