"""A page of a list."""

import datetime as dt
from dataclasses import dataclass

import orjson

from chezhan.access import Actor
from chezhan.catalogue.records.counting import Count, count_matching
from chezhan.catalogue.records.filters import within_reason
from chezhan.catalogue.records.noting import note
from chezhan.catalogue.records.ordering import write_cursor
from chezhan.catalogue.records.plans import Asked, plan_list
from chezhan.catalogue.records.statements import run
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel import clock

PAGE_LIMIT = 1_000


@dataclass(frozen=True, slots=True)
class Page:
    """`rows`: a JSON array as PostgreSQL made it. `count` is None when it was not asked for."""

    rows: bytes
    next_cursor: str | None
    count: Count | None

    def as_json(self) -> bytes:
        """The whole answer; the rows are not parsed again."""
        count = self.count and {"value": self.count.value, "exact": self.count.exact}
        rest = orjson.dumps({"next_cursor": self.next_cursor, "count": count})
        return b'{"rows":' + self.rows + b"," + rest[1:]


def list_records(
    *,
    actor: Actor,
    entity: str,
    q: str = "",
    sort: str = "",
    filter_json: str = "",
    fields: str = "",
    tags: str = "",
    cursor: str = "",
    limit: int = 50,
    count: bool = True,
    today: dt.date | None = None,
) -> Page:
    """One statement, and one more for the count unless the page itself holds all.

    `limit`: 1 to PAGE_LIMIT. The rest as `Asked` says. Raises what `plan_list` raises, and ExpressionTooSlow.
    """
    viewer = viewer_of(actor)
    limit = max(1, min(limit, PAGE_LIMIT))
    plan = plan_list(
        Asked(
            viewer=viewer,
            entity=entity,
            q=q,
            sort=sort,
            filter_json=filter_json,
            fields=fields,
            tags=tags,
            cursor=cursor,
            limit=limit,
            today=today or clock.today(),
        )
    )
    with within_reason(filter_json):
        rows, last, found, *shown = run(plan.page, person_id=actor.person_id, planned=not plan.page.params)
        if not count:
            total = None
        elif not cursor and found <= limit:
            total = Count(value=found, exact=True)
        else:
            total = count_matching(plan.matching, person_id=actor.person_id)
    note(plan.reads, *shown)
    return Page(
        rows=rows,
        next_cursor=write_cursor(keys=plan.keys, texts=last) if found > limit else None,
        count=total,
    )
