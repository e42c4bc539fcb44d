"""How many records a list has: exact up to a bound, beyond it what PostgreSQL's planner expects."""

from dataclasses import dataclass
from uuid import UUID

import orjson

from chezhan.catalogue.records.statements import Statement, run

# A store's list of 100,000 rows counts in about 10 ms; counting further would cost more than the page itself.
EXACT_UP_TO = 100_000


@dataclass(frozen=True, slots=True)
class Count:
    value: int
    exact: bool


def count_matching(matching: Statement, *, person_id: UUID) -> Count:
    """One statement up to EXACT_UP_TO rows; two beyond, and then not exact."""
    bounded = f"SELECT count(*) FROM ({matching.sql} LIMIT {EXACT_UP_TO + 1}) counted"
    (found,) = run(Statement(bounded, matching.params), person_id=person_id)
    if found <= EXACT_UP_TO:
        return Count(value=found, exact=True)
    (plan,) = run(Statement(f"EXPLAIN (FORMAT JSON) {matching.sql}", matching.params), person_id=person_id)
    expected = orjson.loads(plan)[0]["Plan"]["Plan Rows"]
    return Count(value=max(found, int(expected)), exact=False)
