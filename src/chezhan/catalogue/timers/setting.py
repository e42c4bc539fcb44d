"""Set timers, in the transaction of what they are for; and drop those that are not waited for any more."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson
from django.db import DEFAULT_DB_ALIAS, connections

from chezhan.catalogue.timers.names import checked
from chezhan.kernel import outbox
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.ids import new_ids
from chezhan.kernel.models import Timer
from tenants.roles import OWNER

# One statement whatever the number; nothing is returned, since a store's role may only insert.
SET = """
INSERT INTO timer (id, store_id, kind, key, what, due_at, wall, zone, cause, held)
SELECT t.id, %s, %s, t.key, %s, coalesce(t.due_at, t.wall::timestamp AT TIME ZONE t.zone), t.wall, t.zone, %s::jsonb,
  false
FROM unnest(%s::uuid[], %s::uuid[], %s::timestamptz[], %s::text[], %s::text[]) AS t (id, key, due_at, wall, zone)
"""


@dataclass(frozen=True, slots=True)
class Wall:
    """What the calendar and the clock on the wall of `zone` are to show. Its instant follows when a country moves its
    clocks. An hour that is left out is the one after; of one that comes twice it is the second.
    """

    day: dt.date
    time: dt.time
    zone: ZoneInfo = SHANGHAI

    @property
    def text(self) -> str:
        return f"{self.day.isoformat()}T{self.time.isoformat()}"


# An instant, aware; or a time on the wall.
Moment = dt.datetime | Wall


def set_timer(
    *, store_id: UUID, kind: str, key: UUID, due_at: Moment, what: str = "", using: str = DEFAULT_DB_ALIAS
) -> None:
    """As set_timers, for one."""
    set_timers(store_id=store_id, kind=kind, due=[(key, due_at)], what=what, using=using)


def set_timers(
    *, store_id: UUID, kind: str, due: Sequence[tuple[UUID, Moment]], what: str = "", using: str = DEFAULT_DB_ALIAS
) -> None:
    """Call in the store's transaction, or in one of the owner alias with `using`: the timer is set when it commits.

    `kind`: who is called, see ringing.rings. `key`: what it is for; those of one key are handed on one after the other.
    `what`: what is to be done then, at most 64 characters of code, never anybody's words. A key may have many timers,
    and whoever is called finds out whether there is anything left to do: nothing need be dropped.
    """
    kind, what = checked(kind=kind, what=what)
    if not due:
        return
    with connections[using].cursor() as cursor:
        cursor.execute(
            SET,
            [
                store_id,
                kind,
                what,
                orjson.dumps(list(outbox.present_cause())).decode(),
                new_ids(len(due)),
                [str(key) for key, _ in due],
                [None if isinstance(one, Wall) else _aware(one) for _, one in due],
                [one.text if isinstance(one, Wall) else "" for _, one in due],
                [one.zone.key if isinstance(one, Wall) else "" for _, one in due],
            ],
        )


def drop_timers(*, store_id: UUID, kind: str, keys: Collection[UUID] | None = None) -> int:
    """Call in an open transaction of the owner alias. `keys` None: all of the kind. Answers how many there were; one
    that is being handed on at this moment comes all the same."""
    kind, _ = checked(kind=kind)
    rows = Timer.objects.using(OWNER).filter(store_id=store_id, kind=kind)
    if keys is not None:
        rows = rows.filter(key__in=keys)
    return rows.delete()[0]


def _aware(moment: dt.datetime) -> dt.datetime:
    if moment.tzinfo is None:
        raise ValueError("a timer is due at an instant: say its zone, or that it is a Wall")
    return moment
