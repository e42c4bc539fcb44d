"""Tasks sent to a real worker process over Valkey, half-way between a request and nowhere."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence

from django.conf import settings
from django.core.cache import cache

from tenants.directory import StoreRef
from tests.bench.searchpath.tally import Tally
from tests.bench.searchpath.worker import DONE, IN_WORKER, note

# Of 660 tasks under cancels; each new connection takes 50 ms before its first row is written.
LONGEST = 600


def run_tasks(*, numbers: Sequence[int], stores: Sequence[StoreRef], tally: Tally, environment: dict[str, str]) -> None:
    """Queue one task a number, and one in ten again without its store; wait until the worker has seen all."""
    cache.set(DONE, 0, None)
    bare = 0
    for number in numbers:
        store = random.Random(number).choice(list(stores))
        tally.tried("worker task")
        note.send_to(store_id=store.id, name=f"task {store.slug} {number}")
        if number % 10 == 0:
            bare += 1
            tally.tried("task without a store")
            note.apply_async(kwargs={"name": f"bare nowhere {number}"})
    worker = _start(environment)
    try:
        _wait(len(numbers) + bare, worker)
    finally:
        worker.terminate()
        worker.wait(timeout=30)


def judge_tasks(*, numbers: Sequence[int], owner, stores: Sequence[StoreRef], tally: Tally) -> None:
    """A task that ran wrote its row; one whose store could not be opened wrote none. No store: no row at all."""
    written = set()
    for store in stores:
        rows = owner.execute(f"SELECT name FROM {store.schema}.customer WHERE name ~ '^(task|bare) '").fetchall()
        written |= {row[0] for row in rows}
    for number in numbers:
        slug = random.Random(number).choice(list(stores)).slug
        if f"task {slug} {number}" in written:
            tally.right("worker task")
        else:
            tally.count_refused("worker task")
        if number % 10 == 0:
            if f"bare nowhere {number}" in written:
                tally.wrong("task without a store", f"number {number} ran all the same")
            else:
                tally.count_refused("task without a store")


def _start(environment: dict[str, str]) -> subprocess.Popen:
    command = [
        *(sys.executable, "-m", "celery", "-A", "tests.bench.searchpath.worker", "worker"),
        *("--pool", "prefork", "--concurrency", "2", "--without-gossip", "--without-mingle", "--without-heartbeat"),
        *("--loglevel", "critical"),
    ]
    return subprocess.Popen(
        command,
        env={**os.environ, **environment, IN_WORKER: "1", "C_FORCE_ROOT": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _wait(many: int, worker: subprocess.Popen) -> None:
    until = time.monotonic() + LONGEST
    while cache.get(DONE) < many:
        if worker.poll() is not None:
            sys.exit(f"The worker ended by itself with code {worker.returncode}.")
        if time.monotonic() > until:
            sys.exit(f"The worker saw {cache.get(DONE)} of {many} tasks in {LONGEST} s.")
        time.sleep(0.05)


def addresses_of(route: dict) -> dict[str, str]:
    """The login's address as the worker is to read it: the same database, by the same `route` (HOST, PORT)."""
    login = settings.DATABASES["default"] | route
    return {
        "DATABASE_URL": f"postgres://{login['USER']}:{login['PASSWORD']}@{login['HOST']}:{login['PORT']}/{login['NAME']}",
        "CHEZHAN_POOL_MAX": "2",
    }
