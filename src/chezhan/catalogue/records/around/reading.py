"""A record's timeline with all that happened around it, the latest first, page by page."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.around.pieces import Before, Piece, brought
from chezhan.catalogue.records.around.records import kinds_around, records_around
from chezhan.catalogue.records.refusals import InvalidCursor
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.timeline.reading import Event, TimelinePage, read_timeline

CHANGES = "changes"
# The highest of all: with it every change of a moment comes after the records of that moment.
LAST = UUID(int=2**128 - 1)


@dataclass(frozen=True, slots=True)
class AroundPage:
    """`kinds`: of all that can be told here, whatever this page holds."""

    rows: Sequence[Event | Piece]
    kinds: Sequence[str]
    next_cursor: str | None


def read_around(
    *, actor: Actor, entity: str, record_id: UUID, cursor: str, limit: int, kinds: Collection[str] = ()
) -> AroundPage:
    """`kinds`: these alone; CHANGES are the record's own and what was said of it. Records stand above changes of the
    same moment.

    Raises what require_seen raises, and InvalidCursor.
    """
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    before, after = _read_cursor(cursor)
    every = [*kinds_around(view=view), *brought(), CHANGES]
    wanted = [one for one in every if not kinds or one in kinds]
    own = TimelinePage([], None)
    if CHANGES in wanted:
        own = read_timeline(actor=actor, entity=entity, record_id=record_id, cursor=after, limit=limit)
    pieces = records_around(
        view=view, record_id=record_id, kinds=[one for one in wanted if one not in {*brought(), CHANGES}],
        before=before, limit=limit + 1, person_id=actor.person_id,
    )  # fmt: skip
    for kind in [one for one in wanted if one in brought()]:
        pieces += brought()[kind](actor, view, record_id, before, limit + 1)
    pieces = sorted(pieces, key=_place, reverse=True)[: limit + 1]
    if own.next_cursor:
        # What is older than the changes that were looked at waits until the older ones are.
        horizon = _moment_of(own.next_cursor)
        pieces = [one for one in pieces if one.at >= horizon]
    every_row: list[Event | Piece] = [*pieces, *own.rows]
    rows = sorted(every_row, key=_place, reverse=True)
    if len(rows) > limit:
        return AroundPage(rows[:limit], every, _cursor_of(rows[limit - 1]))
    return AroundPage(rows, every, f"t!{own.next_cursor}" if own.next_cursor else None)


def _place(one: Event | Piece) -> tuple[dt.datetime, bool, str]:
    """At one moment: records, then comments, then changes, as the timeline itself has them."""
    if isinstance(one, Piece):
        return one.at, True, one.key
    return one.at, False, f"{one.number or 0:020d}" if one.comment is None else f"~{one.comment.id}"


def _cursor_of(last: Event | Piece) -> str:
    if isinstance(last, Piece):
        return f"r!{last.at.isoformat()}!{last.key}"
    return f"t!{last.cursor}"


def _read_cursor(cursor: str) -> tuple[Before, str]:
    """From where records go on, and from where changes do."""
    if not cursor:
        return None, ""
    try:
        mark, _, rest = cursor.partition("!")
        if mark == "r":
            moment, _, key = rest.partition("!")
            at = dt.datetime.fromisoformat(moment)
            if at.tzinfo is None or "\x00" in key or len(key) > 90:
                raise ValueError("no moment of ours")
            return (at, key), f"{at.isoformat()}~c~{LAST}"
        if mark == "t":
            return (_moment_of(rest), ""), rest
        raise ValueError("no cursor of ours")
    except ValueError:
        raise InvalidCursor from None


def _moment_of(cursor: str) -> dt.datetime:
    at = dt.datetime.fromisoformat(cursor.partition("~")[0])
    if at.tzinfo is None:
        raise ValueError("no moment of ours")
    return at
