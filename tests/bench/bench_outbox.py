"""How fast do events reach who wants them, and how late? `python -m tests.bench.bench_outbox`, SIZE.

Half of the events are of a store where a consumer wants them; the others nobody wants. First a backlog, worked off by
three dispatchers at once; then a writer goes on writing while a dispatcher looks every second, as the clock wakes it.
"""

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("outbox")

import datetime as dt  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402
from statistics import quantiles  # noqa: E402

from django.db import connections, transaction  # noqa: E402

from chezhan.catalogue.events import registry  # noqa: E402
from chezhan.catalogue.events.dispatching import dispatch, sweep  # noqa: E402
from chezhan.catalogue.events.interest import take_interest  # noqa: E402
from chezhan.kernel import clock, outbox  # noqa: E402
from chezhan.kernel.ids import new_id  # noqa: E402
from chezhan.kernel.models import OutboxEvent  # noqa: E402
from tenants.context import public_context, tenant_context  # noqa: E402
from tenants.roles import OWNER  # noqa: E402
from tests.bench.pairs import say_load  # noqa: E402

EVENTS = pick(small=10_000, full=100_000)
SECONDS = pick(small=10, full=60)
HANDS, RECORDS = 3, 2_000
heard: list[tuple[float, registry.Event]] = []


def take(store, events) -> None:
    now = clock.now().timestamp()
    heard.extend((now - event.at.timestamp(), event) for event in events)


def announce(store, count: int, records: list) -> None:
    with tenant_context(store):
        for first in range(0, count, 500):
            some = [records[n % len(records)] for n in range(first, min(first + 500, count))]
            outbox.announce(entity="customer", kind="updated", record_ids=some, store_id=store.id, actor_id=None)


def hand() -> None:
    dispatch(until=clock.now() + dt.timedelta(minutes=20))
    for alias in connections:
        connections[alias].close()


def work_off() -> float:
    began = time.perf_counter()
    hands = [threading.Thread(target=hand) for _ in range(HANDS)]
    for one in hands:
        one.start()
    for one in hands:
        one.join()
    hand()
    return time.perf_counter() - began


def in_order(events: list[registry.Event]) -> bool:
    last: dict = {}
    for event in events:
        if last.get(event.record_id, 0) > event.position:
            return False
        last[event.record_id] = event.position
    return True


def main() -> None:
    with own_database("outbox") as database:
        stores = database.cast.stores
        north, south = stores["north"], stores["south"]
        registry._consumers["bench"] = take
        with transaction.atomic(using=OWNER):
            take_interest(store_id=north.id, consumer="bench", entities={"customer"})
        records = [new_id() for _ in range(RECORDS)]
        announce(north, EVENTS, records)
        announce(south, EVENTS, records)
        took = work_off()
        first = [event for _, event in heard]
        say(f"{EVENTS} events of {RECORDS} records, {HANDS} dispatchers: {took:.1f} s")
        began = time.perf_counter()
        dropped = sweep()
        swept = time.perf_counter() - began
        say(f"{dropped} that nobody wants were dropped in {swept:.2f} s")
        heard.clear()
        lags = steady(north, records)
        p95 = quantiles(lags, n=20)[-1] * 1_000
        say(f"{len(lags)} events written over {SECONDS} s; 95 of 100 taken within {p95:.0f} ms")
        with public_context():
            left = OutboxEvent.objects.count()
    controls = {
        "each was handed on once": len({event.id for event in first}) == len(first) == EVENTS,
        "a record's in their order": in_order(first),
        "those that nobody wants were dropped": dropped == EVENTS,
        "nothing is left": left == 0,
    }
    say_load()
    finish(
        result={
            "name": "outbox",
            "events_per_s": round(EVENTS / took),
            "dropped_per_s": round(dropped / swept),
            "lag_p95_ms": round(p95),
            "n": EVENTS,
        },
        bad=0,
        controls=controls,
    )


def steady(store, records: list) -> list[float]:
    """Seconds from the write to the consumer, of writes that go on."""
    over = threading.Event()

    def woken() -> None:
        while not over.wait(1):
            dispatch(until=clock.now() + dt.timedelta(seconds=20))
        hand()

    dispatcher = threading.Thread(target=woken)
    dispatcher.start()
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        announce(store, 10, records)
        over.wait(0.1)
    over.set()
    dispatcher.join()
    return [lag for lag, _ in heard]


if __name__ == "__main__":
    main()
