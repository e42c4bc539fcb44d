"""What does a long list cost? `python -m tests.bench.bench_list`, SIZE.

1,000 customers of 40 fields, by our API under a policy that hides ten more; by a stock django-ninja view with a
Pydantic schema of the same fields; and by PostgreSQL's bare json_agg of the same columns. By turns, in this process.
"""

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("list")

import orjson  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402

from chezhan.catalogue.definitions.services.add_field import add_fields  # noqa: E402
from tests.bench.gate import adding, asking, filling  # noqa: E402
from tests.bench.gate.stock import stock_caller  # noqa: E402
from tests.bench.pairs import pair_up, say_load  # noqa: E402

ROWS = 1_000
SHOWN, HIDDEN = 40, 10
TABLE_ROWS = 5_000
NINJA_BAR, LIMIT_BAR = 7, 1.5
PATH = "/api/store/records/customer"
OWN = ("name", "kind", "gender", "source_channel", "region", "city", "annual_income", "created_at")


def prepare(database) -> tuple[list[str], list[str]]:
    """The names of the fields that are shown, and of those that are hidden from the advisors of `north`."""
    manager = database.cast.actor("manager", store="north")
    added = adding.drafts(SHOWN - len(OWN) + HIDDEN)
    add_fields(actor=manager, store=manager.in_store, entity="customer", drafts=added)
    names = [field.name for field in added]
    hidden = names[::4][:HIDDEN]
    adding.hide_fields(actor=manager, role="sales_advisor", entity="customer", names=hidden)
    values = filling.CUSTOMER | filling.made(added)
    with database._owner() as connection:
        filling.fill(connection, schema=manager.in_store.schema, table="customer", values=values, rows=TABLE_ROWS)
    return [*OWN, *(name for name in names if name not in hidden)], hidden


def main() -> None:
    with own_database("list") as database:
        cast = database.cast
        say(f"{ROWS} of {TABLE_ROWS} customers, {SHOWN} fields each, the latest first; {HIDDEN} more are hidden.")
        shown, hidden = prepare(database)
        store = adding.as_it_is(cast.stores["north"])
        headers = asking.headers_of(cast.people["advisor"], store)
        query = {"limit": ROWS, "fields": ",".join(shown), "sort": "-created_at", "count": "false"}
        ours = asking.caller(WSGIHandler(), PATH, headers=headers, query=query)
        stock = stock_caller(store=store, fields=shown, rows=ROWS)
        columns = ", ".join(f'"{name}"' for name in ("id", *shown))
        bare = (
            f"SELECT json_agg(r)::text FROM (SELECT {columns} FROM {store.schema}.customer "
            f"ORDER BY created_at DESC, id DESC LIMIT {ROWS}) r"
        )
        with database._owner() as connection:
            limit = lambda: connection.execute(bare).fetchone()[0]  # noqa: E731
            rows = orjson.loads(ours())["rows"]
            controls = {
                "our list holds as many rows as were asked for": len(rows) == ROWS,
                "each with the fields asked for": set(rows[0]) == {"id", "version", *shown},
                "the stock list holds the same records": _ids(stock()) == [row["id"] for row in rows],
                "the bare list holds the same records": _ids(limit()) == [row["id"] for row in rows],
                "what the policy hides can't be asked for": _refused(headers, hidden[0]),
            }
            to_limit = pair_up("Ours against the bare json_agg", ours, limit, pairs=pick(small=60, full=300))
            to_stock = pair_up("Ours against stock django-ninja", ours, stock, pairs=pick(small=12, full=60))
    say_load()
    ratio_ninja = 1 / to_stock.ratio
    say(f"Bars: at least {NINJA_BAR} times as quick as stock, at most {LIMIT_BAR} times the time of json_agg.")
    finish(
        result={
            "name": "list",
            "ratio_ninja": round(ratio_ninja, 2),
            "ratio_limit": round(to_limit.ratio, 3),
            "n": ROWS,
        },
        bad=(ratio_ninja < NINJA_BAR) + (to_limit.ratio > LIMIT_BAR),
        controls=controls,
    )


def _ids(body: bytes | str) -> list[str]:
    return [row["id"] for row in orjson.loads(body)]


def _refused(headers: dict[str, str], name: str) -> bool:
    try:
        asking.caller(WSGIHandler(), PATH, headers=headers, query={"fields": name})()
    except RuntimeError as error:
        return "unknown_field" in str(error)
    return False


if __name__ == "__main__":
    main()
