"""Does each timer ring once, and at its moment? `python -m tests.bench.torture_timers`, SIZE, MUTATE.

400 simulated days in two stores: timers at instants and by the clock on the wall in three zones, over the nights on
which clocks are moved, and chains in which each sets the next. A worker with two hands rings them while the clock is
stepped on, far ahead and back, and while its hands are killed with kill -9, half of them at the worst places.
"""

import bisect
import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("timers")

from django.conf import settings  # noqa: E402

from chezhan.catalogue.timers.setting import set_timers  # noqa: E402
from tenants.context import tenant_context  # noqa: E402
from tests.bench.timers.heeding import KIND, TABLE  # noqa: E402
from tests.bench.timers.planned import BEGIN, Planned, plan, ticks  # noqa: E402
from tests.bench.timers.simulated import KILLED, KILLS_LEFT, Simulated  # noqa: E402

N = pick(small=500, full=10_000)
TICKS = pick(small=120, full=2_000)
KILLS = pick(small=8, full=50)
SEED = 7
LONGEST = 120
Lived = tuple[list[dt.datetime], dict]
LEFT = """
SELECT (SELECT count(*) FROM timer WHERE due_at <= %s) + (SELECT count(*) FROM outbox_event WHERE entity = %s)
  + (SELECT count(*) FROM outbox_waiting WHERE dead_at IS NULL)
"""


def main() -> None:
    say(__doc__.strip())
    planned = plan(count=N, stores=2, seed=SEED)
    with own_database("timers") as database, tempfile.TemporaryDirectory() as folder:
        stores = [database.cast.stores["north"], database.cast.stores["south"]]
        for store in stores:
            database.wiper.execute(
                f"CREATE TABLE {store.schema}.{TABLE} (timer uuid, key uuid, due_at timestamptz, rung_at timestamptz)"
            )
        simulated = Simulated(Path(folder) / "clock")
        simulated.move_to(BEGIN)
        simulated.put(KILLS_LEFT, KILLS)
        began = time.perf_counter()
        with worker(Path(folder) / "clock") as alive:
            settled, since = live(simulated, planned, stores, owner=database.wiper, alive=alive)
        took = time.perf_counter() - began
        rows = [
            row
            for store in stores
            for row in database.wiper.execute(f"SELECT key, due_at, rung_at FROM {store.schema}.{TABLE}").fetchall()
        ]
    say(f"{N} timers, {TICKS} steps of the clock: {took:.0f} s")
    report(planned, rows, settled, since, killed=simulated.cell(KILLED))


def live(simulated: Simulated, planned: list[Planned], stores: Sequence, *, owner, alive) -> Lived:
    """All the days. Answers the moments at which all that was due by then had rung, one after the other, and of each
    key how many there had been when it was set."""
    settled: list[dt.datetime] = []
    since: dict = {}
    next_one, now = 0, BEGIN
    for step, waited in ticks(count=TICKS, seed=SEED):
        last = next_one
        over = step >= dt.timedelta(days=300)
        while next_one < len(planned) and (over or planned[next_one].set_at <= now):
            next_one += 1
        put(planned[last:next_one], stores)
        since |= dict.fromkeys((one.key for one in planned[last:next_one]), len(settled))
        if step < dt.timedelta(0):
            # What rang has rung: whoever reads the clock next is not to see what was not yet.
            wait(simulated.now(), owner=owner, alive=alive)
            settled.append(now)
            simulated.move_to(now + step)
            wait(simulated.now(), owner=owner, alive=alive)
            continue
        now += step
        simulated.move_to(now)
        if waited:
            wait(now, owner=owner, alive=alive)
            settled.append(now)
    return settled, since


def put(some: list[Planned], stores: Sequence) -> None:
    """Many at once where they are alike, as those of a store are that say the same."""
    for index, store in enumerate(stores):
        mine = [one for one in some if one.store == index]
        if mine:
            with tenant_context(store):
                for what in {one.what for one in mine}:
                    due = [(one.key, one.moment) for one in mine if one.what == what]
                    set_timers(store_id=store.id, kind=KIND, due=due, what=what)


def wait(now: dt.datetime, *, owner, alive) -> None:
    until = time.monotonic() + LONGEST
    while owner.execute(LEFT, [now, f"timer:{KIND}"]).fetchone()[0]:
        if not alive():
            sys.exit("The worker ended by itself.")
        if time.monotonic() > until:
            sys.exit(f"Something was due and did not ring for {LONGEST} s.")
        time.sleep(0.005)


@contextmanager
def worker(clock: Path):
    environment = {
        variable: f"postgres://{found['USER']}:{found['PASSWORD']}@{found['HOST']}:{found['PORT']}/{found['NAME']}"
        for variable, found in (
            ("DATABASE_URL", settings.DATABASES["default"]),
            ("DATABASE_OWNER_URL", settings.DATABASES["owner"]),
        )
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.timers.worker", str(clock)],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield lambda: process.poll() is None
    finally:
        process.kill()
        process.wait(timeout=30)


def report(planned: list[Planned], rows: Sequence, settled: list[dt.datetime], since: dict, *, killed: int) -> None:
    expected = {(one.key, ring) for one in planned for ring in one.rings}
    found = Counter((key, due_at) for key, due_at, _ in rows)
    wrong_time = sum(
        (key, due_at) not in expected or not due_at <= rung_at <= first_after(settled, since[key], due_at)
        for key, due_at, rung_at in rows
    )
    fired = sum(1 for one in expected if found[one])
    missed = len(expected) - fired
    doubled = sum(count - 1 for count in found.values())
    say(f"{fired} rang, {missed} did not, {doubled} once too often, {wrong_time} at another time; {killed} kills.")
    finish(
        result={"fired": fired, "missed": missed, "doubled": doubled, "wrong_time": wrong_time, "n": N},
        bad=missed + doubled + wrong_time,
        controls={"as many rang as were to": fired >= N, "the worker was killed": killed >= KILLS // 2},
    )


def first_after(settled: list[dt.datetime], since: int, moment: dt.datetime) -> dt.datetime:
    """The first moment at or after this one, of those from number `since` on, at which nothing was left."""
    return settled[bisect.bisect_left(settled, moment, lo=since)]


if __name__ == "__main__":
    main()
