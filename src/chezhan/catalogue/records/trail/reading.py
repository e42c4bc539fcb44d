"""A page of the audit, as one reader may see it.

An entry of a record out of the reader's sight is not there; nor is a change of which the reader may know no field. A
record that is gone is told to who sees every record of its kind.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chezhan.access import Actor, require
from chezhan.access.rights import Right
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.audit.queries import Entry, list_entries, outward
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import InvalidCursor
from chezhan.catalogue.records.timeline.reading import Change, changes_of
from chezhan.catalogue.records.timeline.rights import Known, known_of, known_of_gone
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.trail.filters import Wanted, filter_of, table_of
from chezhan.catalogue.records.trail.settings import SETTINGS, Settings, Told
from chezhan.catalogue.records.viewer import Viewer, viewer_of

Kind = AuditEntry.Kind
CHANGES = frozenset({Kind.CREATED, Kind.UPDATED, Kind.DELETED})
# Read at one go, and looked through for one page at most: what the reader may not see is passed over.
BATCH, LOOKED_THROUGH = 200, 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it is told. `entity` of a record; `setting` of what is none.

    `there`: whether the record can be opened. `title`: None where no part of its name may be seen. `fields`: those
    that a look was at. `rows`: how many an export took along, for who sees them all.
    """

    entry: Entry
    entity: str = ""
    there: bool = False
    title: str | None = None
    changes: Sequence[Change] = ()
    fields: Sequence[str] = ()
    reason: str = ""
    rows: int | None = None
    setting: Told | None = None


@dataclass(frozen=True, slots=True)
class TrailPage:
    rows: Sequence[Line]
    next_cursor: str | None


def read_trail(*, actor: Actor, wanted: Wanted, cursor: str, limit: int) -> TrailPage:
    """The latest first. Raises Forbidden, UnknownEntity, UnknownField, InvalidCursor."""
    require(actor=actor, permission="audit.read")
    told: list[Line] = []
    for line, at in lines_of(actor=actor, viewer=viewer_of(actor), wanted=wanted, cursor=cursor, most=LOOKED_THROUGH):
        if line is None:
            return TrailPage(told, at)
        if len(told) == limit:
            return TrailPage(told, told[-1].entry.cursor)
        told.append(line)
    return TrailPage(told, None)


def lines_of(
    *, actor: Actor, viewer: Viewer, wanted: Wanted, cursor: str = "", most: int | None = None
) -> Iterator[tuple[Line | None, str]]:
    """What the reader may see, each with the cursor behind it; None in the end, where `most` entries were looked
    through and there are more."""
    which = filter_of(viewer=viewer, wanted=wanted)
    looked = 0
    while which is not None:
        try:
            entries = list_entries(which=which, limit=BATCH, after=cursor)
        except ValueError:
            raise InvalidCursor from None
        yield from ((line, line.entry.cursor) for line in Trail(actor, viewer, entries).lines())
        looked += len(entries)
        if len(entries) < BATCH:
            return
        cursor = entries[-1].cursor
        if most and looked >= most:
            yield None, cursor
            return


class Trail:
    """Some entries before one reader: what is asked of the database is asked once for all of them."""

    def __init__(self, actor: Actor, viewer: Viewer, entries: Sequence[Entry]) -> None:
        self.actor, self.viewer, self.entries = actor, viewer, entries

    def lines(self) -> list[Line]:
        by_table: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            by_table[entry.entity].append(entry)
        found: dict[int, Line] = {}
        for kind in self.viewer.entities():
            if entries := by_table.get(table_of(kind)):
                found |= {line.entry.id: line for line in self._of_kind(kind, entries)}
        settings = [entry for entry in self.entries if entry.entity in SETTINGS]
        if settings:
            words = Settings(actor=self.actor, viewer=self.viewer, entries=settings)
            told = ((entry, words.told(entry)) for entry in settings)
            found |= {entry.id: Line(entry, reason=entry.reason, setting=one) for entry, one in told if one}
        return [found[entry.id] for entry in self.entries if entry.id in found]

    def _of_kind(self, kind: Entity, entries: Sequence[Entry]) -> Iterator[Line]:
        view, person_id = View(self.viewer, kind), self.actor.person_id
        ids = {entry.record_id for entry in entries if entry.record_id}
        there = known_of(view=view, record_ids=ids, person_id=person_id)
        titles = titles_of(view=view, rows=view.seen().filter(id__in=list(there)), person_id=person_id)
        gone = known_of_gone(view=view)
        known: dict[int, Known] = {}
        for entry in entries:
            rights = there.get(entry.record_id, gone) if entry.record_id else gone or {}
            if rights is not None:
                known[entry.id] = rights
        changed = [(entry, known[entry.id]) for entry in entries if entry.id in known and entry.kind in CHANGES]
        changes = changes_of(view=view, person_id=person_id, entries=changed)
        for entry in entries:
            if entry.id not in known:
                continue
            line = Line(
                entry=entry,
                entity=kind.name,
                there=entry.record_id in there,
                title=titles.get(entry.record_id) if entry.record_id else None,
                changes=changes.get(entry.id, ()),
                fields=_looked_at(view, entry, known[entry.id]),
                reason=str(entry.details.get("reason") or entry.reason),
                rows=entry.details.get("rows") if _reads_all(view) else None,
            )
            if line.changes or line.fields or entry.kind in (Kind.CREATED, Kind.DELETED, Kind.ERASED):
                yield line


def _looked_at(view: View, entry: Entry, known: Known) -> list[str]:
    """The fields that a look was at, without those that the reader may not know of."""
    told = entry.details.get("fields") or ()
    if entry.record_id:
        names = {field.name for field, _ in known.values()}
    else:
        # A file as a whole: fields of links and formulas are in it too.
        names = {sight.field.name for sight in view.sights()}
    return [name for name in told if name in names]


def _reads_all(view: View) -> bool:
    """How many records somebody chose may tell of any field that they chose by."""
    fields = (field.name for field in view.entity.fields.values() if not field.retired)
    return view.viewer.sees_all(view.entity) and all(view.lens.everywhere(name, Right.READ) for name in fields)


def as_mapping(line: Line) -> Mapping[str, Any]:
    """The line as the API tells it."""
    entry, setting = line.entry, line.setting
    return {
        "id": outward(entry.id),
        "at": entry.at,
        "actor_id": entry.actor_id,
        "kind": entry.kind,
        "reason": line.reason,
        "request_id": entry.request_id,
        "address": entry.address,
        "entity": line.entity or None,
        "record_id": entry.record_id if line.entity else None,
        "there": line.there,
        "title": line.title,
        "changes": line.changes,
        "fields": line.fields,
        "rows": line.rows,
        "setting": setting and {"subject": setting.subject, "about": setting.about, "parts": setting.parts},
    }
