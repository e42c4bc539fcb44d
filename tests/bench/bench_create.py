"""What does creating records cost? `python -m tests.bench.bench_create`, SIZE.

Customers through our API in batches, with validation, rights, sealing, audit and outbox; and the rows that came of
each batch put by one INSERT … SELECT jsonb_populate_recordset into a table like theirs. By turns, batch by batch.
"""

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("create")

import orjson  # noqa: E402
import psycopg  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402

from tenants.directory import StoreRef  # noqa: E402
from tests.bench.gate import asking  # noqa: E402
from tests.bench.pairs import say_load, seconds, told  # noqa: E402

ROWS = pick(small=5_000, full=10_000)
BATCHES = (100, 1_000)
SPEED_BAR, LIMIT_BAR = 3_000, 6
PATH = "/api/store/records/customer/batch"
GENDERS, SOURCES = ("male", "female"), ("web", "call", "event", "walk_in")


def batch(first: int, size: int) -> bytes:
    rows = [
        {
            "name": f"客户{n}",
            "phone": f"138{n:08}",
            "kind": "person",
            "gender": GENDERS[n % 2],
            "source_channel": SOURCES[n % 4],
            "region": f"区域{n % 37}",
            "city": f"城市{n % 11}",
            "annual_income": f"{n % 500 * 1000}.50",
        }
        for n in range(first, first + size)
    ]
    return orjson.dumps({"rows": rows})


class Bare:
    """The table's twin: its columns, constraints and indexes, and no trigger."""

    def __init__(self, connection: psycopg.Connection, store: StoreRef) -> None:
        self.connection, self.rows = connection, ""
        connection.execute(f"SET search_path = {store.schema}, public")
        connection.execute("CREATE TABLE bare_customer (LIKE customer INCLUDING ALL)")

    def take(self, ids: list[str]) -> None:
        found = self.connection.execute("SELECT jsonb_agg(c)::text FROM customer c WHERE id = ANY(%s::uuid[])", [ids])
        self.rows = found.fetchone()[0]

    def insert(self) -> None:
        self.connection.execute(
            "INSERT INTO bare_customer SELECT * FROM jsonb_populate_recordset(NULL::bare_customer, %s::jsonb)",
            [self.rows],
        )

    def count(self, table: str) -> int:
        return self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def main() -> None:
    with own_database("create") as database:
        cast = database.cast
        store = cast.stores["north"]
        headers = asking.headers_of(cast.people["manager"], store)
        call = asking.caller(WSGIHandler(), PATH, headers=headers)
        say(f"{ROWS} customers in batches of {' and of '.join(map(str, BATCHES))}, each batch a request.")
        for first in range(0, 500, 100):
            call(batch(first, 100))
        with database._owner() as connection:
            bare = Bare(connection, store)
            before = {table: bare.count(table) for table in ("customer", "audit_entry", "public.outbox_event")}
            ratios, speeds = [], []
            for number, size in enumerate(BATCHES, start=1):
                times = [one_batch(call, bare, number * 1_000_000 + first, size) for first in range(0, ROWS, size)]
                ratios.append(told(f"A batch of {size} against the bare INSERT", times).ratio)
                speeds.append(ROWS / sum(ours for ours, _ in times))
                say(f"  {speeds[-1]:.0f} rows a second; the bare INSERT {ROWS / sum(bare for _, bare in times):.0f}")
            added = {table: bare.count(table) - count for table, count in before.items()}
            made = ROWS * len(BATCHES)
            controls = {
                "every row is there": added["customer"] == made,
                "the audit tells of each": added["audit_entry"] == made,
                "and so does the outbox": added["public.outbox_event"] == made,
                "the twin has them too": bare.count("bare_customer") == made,
                "a row that is not right refuses its batch": refused(call, batch(1, 2).replace(b'"male"', b'"?"')),
            }
    say_load()
    speed, ratio = min(speeds), max(ratios)
    say(f"Bars: at least {SPEED_BAR} rows a second, at most {LIMIT_BAR} times the bare INSERT.")
    finish(
        result={"name": "create", "rows_per_s": round(speed), "ratio_limit": round(ratio, 2), "n": ROWS},
        bad=(speed < SPEED_BAR) + (ratio > LIMIT_BAR),
        controls=controls,
    )


def one_batch(call, bare: Bare, first: int, size: int) -> tuple[float, float]:
    """Seconds of ours and of the bare INSERT of what came of it."""
    body, answers = batch(first, size), []
    ours = seconds(lambda: answers.append(call(body)))
    bare.take(orjson.loads(answers[0])["ids"])
    return ours, seconds(bare.insert)


def refused(call, body: bytes) -> bool:
    try:
        call(body)
    except RuntimeError as error:
        return "rows_refused" in str(error)
    return False


if __name__ == "__main__":
    main()
