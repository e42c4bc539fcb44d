"""What does a field cost that a store added? `python -m tests.bench.bench_fields`, SIZE.

Filter, sort and group by x_price and x_region of sales orders, by the statements that the gate compiles; against the
same of the built-in price and region in a twin table whose columns stand the other way round, so that each is where
its rival is; against the same values kept as JSONB; and, reported alone, after a hundred more added columns. By turns.
"""

from collections.abc import Callable
from dataclasses import replace

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("fields")

import orjson  # noqa: E402
import psycopg  # noqa: E402

from chezhan.access import Actor  # noqa: E402
from chezhan.catalogue.definitions.services.add_field import add_fields  # noqa: E402
from chezhan.catalogue.records.plans import Asked, plan_list  # noqa: E402
from chezhan.catalogue.records.statements import Statement  # noqa: E402
from chezhan.catalogue.records.viewer import viewer_of  # noqa: E402
from chezhan.kernel import clock  # noqa: E402
from tenants.context import tenant_context  # noqa: E402
from tests.bench.gate import adding, filling  # noqa: E402
from tests.bench.gate.twins import document_of, group_by, swapped_twin  # noqa: E402
from tests.bench.pairs import pair_up, say_load  # noqa: E402

ROWS = pick(small=100_000, full=1_000_000)
PAIRS = pick(small=12, full=15)
MANY = 100
BUILTIN_BAR, JSONB_BAR = 1.1, 1.5
ADDED = [adding.draft("x_price", "money"), adding.draft("x_region", "text")]
TWINS = {"price": "x_price", "region": "x_region"}


def plans(actor: Actor, *, prefix: str) -> dict[str, Statement]:
    """The statements of a filter, a sort and a group; `prefix`: x_ for the added fields."""
    price, region = f"{prefix}price", f"{prefix}region"
    rule = {"combinator": "and", "rules": [{"field": price, "operator": ">", "value": "499000"}]}
    with tenant_context(actor.in_store):
        asked = Asked(
            viewer=viewer_of(actor), entity="sales_order", q="", sort="", filter_json="", fields=f"number,{price}",
            tags="", cursor="", limit=50, today=clock.today(),
        )  # fmt: skip
        return {
            "filter": plan_list(replace(asked, filter_json=orjson.dumps(rule).decode())).matching,
            "sort": plan_list(replace(asked, sort=f"-{price}")).page,
            "group": group_by(viewer=asked.viewer, entity="sales_order", field=region),
        }


def caller(connection: psycopg.Connection, path: str, statement: Statement) -> Callable[[], list]:
    """call() → the rows, of the tables that the search path names first."""

    def call() -> list:
        connection.execute(f"SET search_path = {path}, public")
        return connection.execute(statement.sql, statement.params).fetchall()

    return call


def furnish(cast, connection: psycopg.Connection, *, store: str, more: int) -> Actor:
    """A store with the added fields, after `more` others, and rows in it."""
    actor = cast.actor("owner", store=store)
    others = adding.drafts(more)
    add_fields(actor=actor, store=actor.in_store, entity="sales_order", drafts=[*others, *ADDED])
    schema = actor.in_store.schema
    one = {"customer_id": filling.FIRST, "vehicle_id": filling.FIRST}
    values = filling.SALES_ORDER | one | filling.made(others)
    values |= {added: values[built_in] for built_in, added in TWINS.items()}
    filling.fill(connection, schema=schema, table="customer", values=filling.CUSTOMER, rows=1)
    filling.fill(connection, schema=schema, table="vehicle", values=filling.VEHICLE, rows=1)
    filling.fill(connection, schema=schema, table="sales_order", values=values, rows=ROWS)
    return replace(actor, store=adding.as_it_is(actor.in_store))


def main() -> None:
    with own_database("fields") as database, database._owner() as connection:
        say(f"{ROWS} sales orders; {PAIRS} interleaved pairs of each.")
        few = furnish(database.cast, connection, store="north", more=0)
        schema = few.in_store.schema
        swapped_twin(connection, schema=schema, table="sales_order", swap=TWINS)
        document = document_of(connection, schema=schema, table="sales_order", fields=[*TWINS.values()])
        ours, theirs = plans(few, prefix="x_"), plans(few, prefix="")
        controls, worst = {}, 0.0
        for name, statement in ours.items():
            mine = caller(connection, schema, statement)
            built_in = caller(connection, f"twin, {schema}", theirs[name])
            controls[f"{name}: both sides answer alike"] = _shape(mine()) == _shape(built_in())
            found = pair_up(f"{name.title()}, added against built-in", mine, built_in, pairs=PAIRS)
            worst = max(worst, found.ratio)
        in_json = caller(connection, schema, document)
        mine = caller(connection, schema, ours["group"])
        controls["group: JSONB answers alike"] = sorted(mine()) == sorted(in_json())
        jsonb = 1 / pair_up("Group, added against JSONB", mine, in_json, pairs=PAIRS).ratio
        many = furnish(database.cast, connection, store="south", more=MANY)
        far, near = plans(many, prefix="x_"), plans(many, prefix="")
        after = max(
            pair_up(
                f"{name.title()}, after {MANY} more columns against built-in in its usual place",
                caller(connection, many.in_store.schema, far[name]),
                caller(connection, many.in_store.schema, near[name]),
                pairs=PAIRS,
            ).ratio
            for name in far
        )
    say_load()
    say(f"Bars: at most {BUILTIN_BAR} times the built-in in each; {JSONB_BAR} times as quick as JSONB in a group.")
    finish(
        result={
            "name": "fields",
            "ratio_builtin": round(worst, 3),
            "ratio_jsonb": round(jsonb, 2),
            "ratio_after_100": round(after, 2),
            "n": ROWS,
        },
        bad=(worst > BUILTIN_BAR) + (jsonb < JSONB_BAR),
        controls=controls,
    )


def _shape(rows: list) -> list:
    """What must be the same: of a page its ids, of anything else the rows."""
    if rows and len(rows[0]) == 3:
        return [row["id"] for row in rows[0][0]]
    return sorted(rows)


if __name__ == "__main__":
    main()
