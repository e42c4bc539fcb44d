"""How many records a list has: exact up to a bound, beyond it what PostgreSQL's planner expects."""

from dataclasses import dataclass

import orjson
from django.db import connection
from django.db.models import QuerySet

# A store's list of 100,000 rows counts in about 10 ms; counting further would cost more than the page itself.
EXACT_UP_TO = 100_000


@dataclass(frozen=True, slots=True)
class Count:
    value: int
    exact: bool


def count_rows(rows: QuerySet) -> Count:
    """One statement up to EXACT_UP_TO rows; two beyond, and then not exact."""
    found = rows.order_by()[: EXACT_UP_TO + 1].count()
    if found <= EXACT_UP_TO:
        return Count(value=found, exact=True)
    sql, params = rows.order_by().values("id").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        (plan,) = cursor.fetchone()
    plan = orjson.loads(plan) if isinstance(plan, str) else plan
    return Count(value=max(found, int(plan[0]["Plan"]["Plan Rows"])), exact=False)
