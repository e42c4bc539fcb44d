"""Does a statement ever run in another store? `python -m tests.bench.torture_searchpath`, SIZE, MUTATE.

Reads and writes by turns in eight stores whose rows say where they are, in six threads over a pool of two, while
somebody cancels statements at random moments; tasks in a real worker; what must be refused; then all of it again
through PgBouncer in transaction mode with two server connections. At the end every schema is read by its owner.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.bench.harness import finish, is_mutated, own_database, pick, say, set_up

set_up("searchpath")

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402

from tenants.directory import StoreRef  # noqa: E402
from tenants.provisioning import create_store  # noqa: E402
from tests.bench.searchpath import marks  # noqa: E402
from tests.bench.searchpath.cancels import cancels  # noqa: E402
from tests.bench.searchpath.mutant import take_the_guard_out  # noqa: E402
from tests.bench.searchpath.operations import alternate  # noqa: E402
from tests.bench.searchpath.pooler import pooler  # noqa: E402
from tests.bench.searchpath.refusals import ALL, try_what_must_be_refused  # noqa: E402
from tests.bench.searchpath.tally import Tally  # noqa: E402
from tests.bench.searchpath.tasks import addresses_of, judge_tasks, run_tasks  # noqa: E402

THREADS, POOL, STORES = 6, 2, 8
N = pick(small=1_000, full=20_000)
TASKS = pick(small=60, full=600)
REFUSAL_ROUNDS = pick(small=8, full=40)


def make_stores(database) -> list[StoreRef]:
    stores = list(database.cast.stores.values())
    group = database.cast.groups["b"]
    while len(stores) < STORES:
        stores.append(create_store(group_id=group.id, name=f"博远{len(stores)}店", pack="dealer"))
    marks.mark(stores)
    return stores


def go_by(words: str, route: dict, *, numbers: Sequence[int], stores: list[StoreRef], owner, tally: Tally) -> int:
    """All of it by one way to the database; answers how many statements were cancelled."""
    settings.DATABASES["default"].update(route)
    connection.close_pool()
    ours, tasks = numbers[:-TASKS], numbers[-TASKS:]
    say(f"{words}: {len(ours)} reads and writes in {THREADS} threads over a pool of {POOL}, under cancels …")
    with cancels() as sent, ThreadPoolExecutor(THREADS) as threads:
        for lane in range(THREADS):
            threads.submit(alternate, numbers=ours[lane::THREADS], stores=stores, tally=tally, seed=numbers[0] + lane)
    say(f"{words}: {len(tasks)} tasks in a worker process, under cancels …")
    with cancels() as sent_to_worker:
        run_tasks(numbers=tasks, stores=stores, tally=tally, environment=addresses_of(route))
    judge_tasks(numbers=tasks, owner=owner, stores=stores, tally=tally)
    say(f"{words}: what must be refused, {REFUSAL_ROUNDS} times each of {len(ALL)} …")
    try_what_must_be_refused(times=REFUSAL_ROUNDS, stores=stores, tally=tally)
    return sent[0] + sent_to_worker[0]


def main() -> None:
    say(__doc__.strip())
    tally = Tally()
    login = settings.DATABASES["default"]
    login["OPTIONS"]["pool"] |= {"min_size": 1, "max_size": POOL}
    login["DIRECT"] = (login["HOST"], login["PORT"])
    direct = {"HOST": login["HOST"], "PORT": login["PORT"]}
    with own_database("searchpath") as database:
        stores = make_stores(database)
        if is_mutated():
            take_the_guard_out()
        half = N // 2
        common = {"stores": stores, "owner": database.wiper, "tally": tally}
        sent = go_by("Straight to PostgreSQL", direct, numbers=range(half), **common)
        with pooler(
            name=database.name, user=login["USER"], password=login["PASSWORD"], host=direct["HOST"], port=direct["PORT"]
        ) as port:
            login["OPTIONS"]["pool"] |= {"max_size": THREADS}
            through = {"HOST": "127.0.0.1", "PORT": port}
            sent += go_by("Through PgBouncer", through, numbers=range(half, N), **common)
            login.update(direct)
            connection.close()
            connection.close_pool()
        rows = marks.look_at_all(owner=database.wiper, stores=stores, tally=tally)
    report(tally, sent=sent, rows=rows)


def report(tally: Tally, *, sent: int, rows: int) -> None:
    counts = tally.counts
    say()
    for kind, some in sorted(tally.by_kind.items()):
        say(f"  {kind:26} " + "  ".join(f"{what} {some[what]}" for what in ("tried", "right", "refused", "wrong")))
    say(f"{sent} cancels were sent; {counts['refused at BEGIN']} hit a BEGIN. {rows} rows were looked at in the end.")
    finish(
        result={"tried": counts["tried"], "wrong": counts["wrong"], "n": N},
        bad=counts["wrong"],
        controls={
            "at least half of what was tried was answered": counts["right"] * 2 >= counts["tried"],
            "cancels hit statements": sent > 0 and counts["refused"] > 0,
            "cancels hit a BEGIN": is_mutated() or counts["refused at BEGIN"] > 0,
        },
    )


if __name__ == "__main__":
    main()
