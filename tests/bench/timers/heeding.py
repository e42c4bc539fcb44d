"""What a hand does when a timer rings: one row that says so, and for a chain the next timer, in one transaction."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.db import connection

from chezhan.catalogue.events import delivering, dispatching
from chezhan.catalogue.timers.ringing import rings
from chezhan.catalogue.timers.setting import Wall, set_timer
from chezhan.kernel import clock

KIND = "bench"
TABLE = "bench_rung"
NOTE = f"INSERT INTO {TABLE} (timer, key, due_at, rung_at) VALUES (%s, %s, %s, %s)"
# As TAKEN, and blind: all of them are always new.
BLIND = "SELECT e FROM (SELECT %s::text, %s::timestamptz) none, unnest(%s::uuid[]) AS e"


def sign_on(die: Callable[..., None]) -> None:
    """`die` is asked at the places that hurt: after the effect and before its commit, and after it, before the event
    is struck out."""

    @rings(KIND)
    def heed(store, timers) -> None:
        for one in timers:
            with connection.cursor() as cursor:
                cursor.execute(NOTE, [one.id, one.key, one.due_at, clock.now()])
            if one.what.startswith("chain "):
                _go_on(store, one)
        die()

    strike_out = dispatching.strike_out

    def struck_out(events) -> None:
        # Where what is done is not yet known to be.
        die(often=4)
        strike_out(events)
        die()

    dispatching.strike_out = struck_out


def take_the_guard_out() -> None:
    """What was taken is not told, and so not passed over."""
    delivering.TAKEN = BLIND


def _go_on(store, one) -> None:
    """`chain LEFT ZONE`: the next is due on the next day, at the same time on the wall."""
    _, left, zone = one.what.split(" ")
    if int(left):
        shown = one.due_at.astimezone(ZoneInfo(zone))
        wall = Wall(shown.date() + dt.timedelta(days=1), dt.time(9), ZoneInfo(zone))
        what = f"chain {int(left) - 1} {zone}"
        set_timer(store_id=store.id, kind=KIND, key=one.key, due_at=wall, what=what)
