"""What groups ask for, compiled once for all who see alike."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from django.db.models import Avg, Count, F, QuerySet, Sum, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, NullIf, TruncDay, TruncMonth, TruncYear

from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.finding.conditions import search_for
from chezhan.catalogue.records.grouping.fields import BY_TIME, groupable, summable
from chezhan.catalogue.records.grouping.refusals import NotGroupable, NotSummable
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.talk.tags import tagged
from chezhan.catalogue.records.viewer import Viewer
from chezhan.kernel.clock import SHANGHAI

Part = Literal["day", "month", "year"]
CUT = {"day": TruncDay, "month": TruncMonth, "year": TruncYear}
MOST_GROUPS, MOST_TOTALS = 200, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`by`: a field's name; empty for all records as one group. `part`: of a date's groups. `totals`: names parted by
    commas. The rest as a list asks."""

    viewer: Viewer
    entity: str
    by: str
    part: Part
    totals: str
    q: str
    filter_json: str
    tags: str
    today: dt.date


@dataclass(frozen=True)
class GroupPlan:
    """`rows`: key, whether it may be known, count, then sum and average of each of `totals`."""

    view: View
    by: Sight | None
    totals: Sequence[Sight]
    rows: QuerySet


@lru_cache(maxsize=512)
def plan_groups(asked: Asked) -> GroupPlan:
    """Raises Forbidden, UnknownField, NotGroupable, NotSummable and what a list's filter and search refuse."""
    entity = asked.viewer.entity(asked.entity)
    asked.viewer.open(entity)
    view = View(asked.viewer, entity)
    by = view.sight(asked.by) if asked.by else None
    if by and not groupable(by):
        raise NotGroupable(params={"field": asked.by})
    names = list(dict.fromkeys(filter(None, (name.strip() for name in asked.totals.split(",")))))
    totals = [view.sight(name) for name in names]
    for sight in totals:
        if not summable(sight) or len(totals) > MOST_TOTALS:
            raise NotSummable(params={"field": sight.field.name, "limit": MOST_TOTALS})
    which = compile_filter(text=asked.filter_json, today=asked.today, view=view)
    which &= search_for(view=view, text=asked.q) & tagged(entity=entity.name, tags=asked.tags)
    chosen = view.seen().filter(which)
    known = by.read.holds() if by and not by.read.always else Value(True)
    # A first value for all, so that the whole is a group too.
    heads = {"key": _key(by, asked.part) if by else Cast(Value(None), TextField()), "known": known}
    figures: dict[str, Sum | Avg] = {}
    for index, sight in enumerate(totals):
        # A value that may not be read on a record is no part of the sum.
        figures[f"s{index}"] = Sum(sight.read.value(sight.value))
        figures[f"a{index}"] = Avg(sight.read.value(sight.value))
    grouped = chosen.order_by().values(**heads).annotate(number=Count("id"), **figures)
    dated = by is not None and by.field.type.name in BY_TIME
    order = (F("key").desc(nulls_last=True),) if dated else (F("number").desc(), F("key"))
    texts = {name: Cast(F(name), TextField()) for name in figures}
    rows = grouped.order_by(*order).values_list("key", "known", "number", *texts.values())[: MOST_GROUPS + 1]
    return GroupPlan(view, by, totals, rows)


def _key(by: Sight, part: Part) -> Combinable:
    """Empty text and none are one group, as one filter finds them."""
    value = by.read.value(by.value)
    match by.field.type.name:
        case "date":
            return CUT[part](value)
        case "datetime":
            return CUT[part](value, tzinfo=SHANGHAI)
        case "text" | "choice" | "plate" | "color":
            return NullIf(Cast(value, TextField()), Value("", TextField()))
        case _:
            return value
