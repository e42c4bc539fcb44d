"""Is what was acknowledged there, once and whole, whatever is killed? `python -m tests.bench.torture_kill`, SIZE,
MUTATE, PART.

The product as `make run` starts it, on a PostgreSQL and a Valkey of its own: people sign in, create and change records
one by one and together, go through flows, write to customers and bring files in, while web, worker, Valkey and
PostgreSQL are killed with kill -9 and started again. Rules give tasks and make linked records of what comes in. An
answer that does not come, and one in ten that does, is asked for again under the same key; with MUTATE=1 nobody looks
at the key.
"""

import io
import logging
import os
import random
import shutil
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from chezhan.config.embedded.accounts import SHARED_HOME, can_reach, find_service_account
from tests.bench.harness import finish, is_mutated, part, part_number, pick, say
from tests.bench.kill.house import (
    APPLICATION,
    BACKEND,
    HAND,
    POSTGRES,
    VALKEY,
    WEB_SERVER,
    WORKER_APP,
    WORKERS,
    House,
    house_in,
)
from tests.bench.kill.judging import LEDGER, LEFT, judge, sees_what_is_wrong
from tests.bench.kill.operations import Floor, ordered
from tests.bench.kill.person import UNHEARD, Person, Refused, Tally
from tests.bench.kill.store import furnish, gateway, phones_of
from tests.workbench.places import ROOT

N = len(part(list(range(pick(small=100, full=5_000)))))
KILLS = len(part(list(range(pick(small=4, full=200)))))
PEOPLE = 6
# Parts that share the work do different things.
SEED = 3 + 100 * part_number()
SETTLED_WITHIN = 180
DECK = (WEB_SERVER, WORKERS, VALKEY, POSTGRES, WEB_SERVER, HAND, VALKEY, BACKEND)
UNGUARDED = "tests.bench.kill.unguarded:application"


def main() -> None:
    say(__doc__.strip())
    began = time.perf_counter()
    with _scratch() as name, gateway() as (server, outside), house_in(Path(name), outside=outside) as house:
        Path(name).chmod(0o711)
        cast = _prepare(house)
        say(f"The database stands after {time.perf_counter() - began:.0f} s.")
        house.start_web(application=UNGUARDED if is_mutated() else APPLICATION)
        house.start_worker(app=WORKER_APP)
        house.start_beat()
        house.wait_for_web()
        tally = Tally()
        people = [_person(house, cast, tally, seed=SEED + number) for number in range(PEOPLE)]
        manager = str(cast.people["manager"].id)
        floor = Floor(furnish(people[0], person_id=manager, gateway_port=server.port))
        with house.connect() as connection:
            connection.execute(LEDGER)
        floor.prepare(people[0])
        say(f"The house stands after {time.perf_counter() - began:.0f} s; {N} operations, {KILLS} kills …")
        tally.counts.clear()
        for person in people:
            person.unheard = UNHEARD
        began = time.perf_counter()
        _work(house, floor, people, tally)
        say(f"Acknowledged after {time.perf_counter() - began:.0f} s. An hour later for the worker …")
        house.start_later()
        schema = cast.stores["north"].schema
        _settle(house, schema)
        say(f"Settled after {time.perf_counter() - began:.0f} s.")
        _report(house, floor, tally, schema, lambda: phones_of(server))


def _scratch() -> tempfile.TemporaryDirectory:
    """In a place where PostgreSQL's own user may be too."""
    usual = Path(tempfile.gettempdir())
    parent = usual if can_reach(account=find_service_account(), path=usual) else SHARED_HOME
    return tempfile.TemporaryDirectory(prefix="chezhan-kill-", dir=parent, ignore_cleanup_errors=True)


def _prepare(house: House) -> Any:
    """The cast, made by the product itself in this process, which then lets go of the database."""
    os.environ.update(house.environment)
    import django  # noqa: PLC0415

    django.setup()
    logging.disable(logging.ERROR)
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    from tests.factories.cast import gather  # noqa: PLC0415

    # What a store's schema is made of is kept from one run to the next, as of every other command.
    if (kept := ROOT / "var" / "templates").exists():
        shutil.copytree(kept, house.folder / "templates")
    call_command("prepare", verbosity=0, stdout=io.StringIO())
    cast = gather()
    for alias in ("default", "owner"):
        connections[alias].close()
    connections["default"].close_pool()
    return cast


def _person(house: House, cast: Any, tally: Tally, *, seed: int) -> Person:
    from tests.factories.cast import PASSWORD  # noqa: PLC0415

    return Person(
        address=house.address,
        email=cast.people["manager"].email,
        password=PASSWORD,
        store=cast.stores["north"].slug,
        tally=tally,
        dice=random.Random(seed),
    )


def _work(house: House, floor: Floor, people: Sequence[Person], tally: Tally) -> None:
    """Kills come at even distances of what is acknowledged, so that all of them meet work."""
    # A few more, since shares are rounded.
    left = deque(ordered(count=N + N // 50, seed=SEED))
    wrong: list[BaseException] = []

    def go_on(person: Person) -> None:
        try:
            while left and not wrong:
                with _refusals(tally):
                    left.popleft()(floor, person)
        except IndexError:
            return
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=go_on, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for number in range(KILLS):
        while any(thread.is_alive() for thread in threads) and tally.counts["acked"] < N * (number + 0.5) / KILLS:
            time.sleep(0.01)
        house.kill(DECK[number % len(DECK)])
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]


@contextmanager
def _refusals(tally: Tally) -> Iterator[None]:
    """What is refused for good is not acknowledged, and told."""
    try:
        yield
    except Refused as refused:
        tally.refused.append(str(refused))


def _settle(house: House, schema: str) -> None:
    until = time.monotonic() + SETTLED_WITHIN
    left: list[Any] = [1]
    while any(left) and time.monotonic() < until:
        time.sleep(0.2)
        with suppress(psycopg.OperationalError), house.connect() as connection:
            left = list(connection.execute(LEFT.format(schema=schema)).fetchone() or [1])
    if any(left):
        say(f"After {SETTLED_WITHIN} s it is still at work (events, tries, timers, messages, imports): {left}")


def _report(house: House, floor: Floor, tally: Tally, schema: str, taken: Callable[[], list[str]]) -> None:
    counts, kills = tally.counts, house.kills
    with house.connect() as connection:
        with connection.transaction():
            judged = judge(connection, schema=schema, promised=floor.promised, taken=taken)
        seen = sees_what_is_wrong(connection, schema=schema, promised=floor.promised, taken=taken)
    for words in tally.refused:
        judged.tell("lost", 1, f"operation: {words}")
    for words in judged.words:
        say(words)
    say(f"{counts}\nKills: {kills}")
    wrong = judged.wrong
    finish(
        result={
            "acked": counts["acked"],
            "lost": wrong["lost"],
            "doubled": wrong["doubled"],
            "half": wrong["half"],
            "restarts": sum(kills.values()),
            "n": N,
        },
        bad=sum(wrong.values()),
        controls={
            "as many were acknowledged as were to be": counts["acked"] >= N,
            "as many were killed as were to be": sum(kills.values()) >= KILLS,
            "kills met requests": counts["unanswered"] > 0,
            "requests were asked again after they were done": is_mutated() or counts["answered again"] > 0,
            "the gateway was given messages": len(taken()) > 0,
            "what is lost, doubled or half by hand is seen": seen,
            "all processes are alive": all(child.alive for child in house.children.values()),
        },
    )


if __name__ == "__main__":
    main()
