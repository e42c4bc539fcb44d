"""What does one record cost over HTTP? `python -m tests.bench.bench_one`, SIZE.

A sales order by its id, and fifty filtered and sorted, warm, from a web process over one kept connection; against the
bare SELECT of the same columns through psycopg, warm too: as psycopg does by itself, it is prepared by then, and the
server plans it no more. What it would be if the server planned it each time is told besides. By turns.
"""

import tempfile
from pathlib import Path

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("one")

import orjson  # noqa: E402
import psycopg  # noqa: E402

from chezhan.catalogue.registry import entity_named  # noqa: E402
from tests.bench.gate import asking, filling  # noqa: E402
from tests.bench.gate.wire import Wire  # noqa: E402
from tests.bench.pairs import pair_up, say_load  # noqa: E402
from tests.e2e.site import running_web  # noqa: E402

ROWS = pick(small=20_000, full=200_000)
PAIRS = pick(small=200, full=1_000)
ONE_BAR, FIFTY_BAR = 10, 5
RECORDS = "/api/store/records/sales_order"
DEALER, PAGE = "D7", 50
FILTER = {"combinator": "and", "rules": [{"field": "dealer_code", "operator": "=", "value": DEALER}]}
# As our answers name them: a link is its record's id and title.
JOINED = "FROM sales_order o JOIN customer c ON c.id = o.customer_id JOIN vehicle v ON v.id = o.vehicle_id"
LINKS = {"customer": "o.customer_id, c.name", "vehicle": "o.vehicle_id, v.plate", "customer_phone": "c.sealed_phone"}
LINKS |= {"vin": "v.vin", "plate": "v.plate"}


def columns(*, listed: bool) -> str:
    """The columns that our answer has."""
    fields = [field for field in entity_named("sales_order").fields.values() if field.in_list or not listed]
    return ", ".join(["o.id", "o.version", *(LINKS.get(field.name, f"o.{field.name}") for field in fields)])


def main() -> None:
    with own_database("one") as database, tempfile.TemporaryDirectory() as files:
        cast = database.cast
        store = cast.stores["north"]
        say(f"{ROWS} sales orders in one store; {PAIRS} interleaved pairs each, over one connection that is kept.")
        with database._owner() as connection:
            for table in ("customer", "vehicle", "sales_order"):
                values = getattr(filling, table.upper())
                filling.fill(connection, schema=store.schema, table=table, values=values, rows=ROWS)
            (order_id,) = connection.execute(
                f"SELECT id FROM {store.schema}.sales_order WHERE number = 'SO00002500'"
            ).fetchone()
            connection.execute(f"SET search_path = {store.schema}, public")
            headers = asking.headers_of(cast.people["manager"], store)
            with running_web(database=database.name, files=Path(files)) as address:
                measure(Wire(address, headers), connection, order_id)


def measure(wire: Wire, connection: psycopg.Connection, order_id) -> None:
    listed = {"limit": PAGE, "filter": orjson.dumps(FILTER).decode(), "sort": "-price"}
    ours_one = wire.getter(f"{RECORDS}/{order_id}")
    ours_fifty = wire.getter(RECORDS, query=listed | {"count": "false"})
    counted = wire.getter(RECORDS, query=listed)
    one_sql = f"SELECT {columns(listed=False)} {JOINED} WHERE o.id = %s"
    which = "WHERE o.dealer_code = %s ORDER BY o.price DESC, o.id DESC LIMIT 50"
    fifty_sql = f"SELECT {columns(listed=True)} {JOINED} {which}"

    def one():
        return connection.execute(one_sql, [order_id]).fetchone()

    def one_planned_anew():
        return connection.execute(one_sql, [order_id], prepare=False).fetchone()

    def fifty():
        return connection.execute(fifty_sql, [DEALER]).fetchall()

    controls = {
        "our record is the one asked for": orjson.loads(ours_one())["record"]["id"] == str(order_id),
        "the bare one too": one()[0] == order_id,
        "both lists hold the same fifty in the same order": [row["id"] for row in orjson.loads(ours_fifty())["rows"]]
        == [str(row[0]) for row in fifty()],
        "there are fifty": len(fifty()) == PAGE,
    }
    by_id = pair_up("One order against its bare SELECT", ours_one, one, pairs=PAIRS, warm=30)
    pair_up("One order against that SELECT planned each time", ours_one, one_planned_anew, pairs=PAIRS // 4)
    page = pair_up("Fifty orders against their bare SELECT", ours_fifty, fifty, pairs=PAIRS, warm=30)
    pair_up("Fifty with their count against that SELECT without", counted, fifty, pairs=PAIRS // 4)
    say_load()
    say(f"Bars: at most {ONE_BAR} times the bare SELECT of one, {FIFTY_BAR} times that of fifty.")
    finish(
        result={
            "name": "one",
            "ratio_limit": round(by_id.ratio, 2),
            "ratio_limit_50": round(page.ratio, 2),
            "n": PAIRS,
        },
        bad=(by_id.ratio > ONE_BAR) + (page.ratio > FIFTY_BAR),
        controls=controls,
    )


if __name__ == "__main__":
    main()
