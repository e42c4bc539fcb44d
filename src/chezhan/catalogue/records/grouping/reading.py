"""Groups with their counts and totals, one statement; and which records meet which condition."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.filters import compile_filter, within_reason
from chezhan.catalogue.records.grouping.plans import MOST_GROUPS, Asked, GroupPlan, Part, plan_groups
from chezhan.catalogue.records.grouping.refusals import TooManyMarks
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.types import LINK
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI

MOST_CONDITIONS, MOST_RECORDS = 8, 1_000


@dataclass(frozen=True, slots=True)
class Total:
    """As text, so that no digit is lost; None where no record has a value that may be read."""

    field: str
    sum: str | None
    average: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """`value`: the field's, a link as {id, title}, of dates the first day; None for what is empty. `known`: False for
    the records on which the asker may not know it. `rule`: the condition by which a list has these records; None where
    there is none."""

    value: Any
    known: bool
    count: int
    totals: Sequence[Total]
    rule: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Groups:
    """`more`: there are groups beyond the first MOST_GROUPS."""

    groups: Sequence[Group]
    more: bool


def read_groups(
    *,
    actor: Actor,
    entity: str,
    by: str,
    part: Part = "month",
    totals: str = "",
    q: str = "",
    filter_json: str = "",
    tags: str = "",
) -> Groups:
    """The largest first, of dates the latest. Raises what plan_groups raises, and ExpressionTooSlow."""
    plan = plan_groups(
        Asked(
            viewer=viewer_of(actor),
            entity=entity,
            by=by,
            part=part,
            totals=totals,
            q=q,
            filter_json=filter_json,
            tags=tags,
            today=clock.today(),
        )
    )
    with within_reason(filter_json):
        rows = select_as(plan.rows, person_id=actor.person_id)
    titles = _titles(plan, [key for key, *_ in rows if key is not None], actor)
    groups = [_group(plan, row, part, titles) for row in rows[:MOST_GROUPS]]
    return Groups(groups, more=len(rows) > MOST_GROUPS)


def marks_of(*, actor: Actor, entity: str, record_ids: Sequence[UUID], conditions: Sequence[str]) -> list[list[UUID]]:
    """For each condition those of the records that meet it, as far as the actor sees them. `conditions`: rule groups as
    JSON text. Raises TooManyMarks, Forbidden and what a list's filter refuses."""
    if len(conditions) > MOST_CONDITIONS or len(record_ids) > MOST_RECORDS:
        raise TooManyMarks(params={"conditions": MOST_CONDITIONS, "records": MOST_RECORDS})
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    view = View(viewer, kind)
    rows = view.seen().filter(id__in=list(record_ids))
    found = []
    for text in conditions:
        which = compile_filter(text=text, today=clock.today(), view=view)
        with within_reason(text):
            met = select_as(rows.filter(which).values_list("id"), person_id=actor.person_id)
        found.append([record_id for (record_id,) in met])
    return found


def _titles(plan: GroupPlan, keys: Sequence[Any], actor: Actor) -> dict[UUID, str | None]:
    if plan.by is None or plan.by.field.type is not LINK or not keys:
        return {}
    there = View(plan.view.viewer, plan.view.viewer.target(plan.by.field.target))
    return titles_of(view=there, rows=there.seen().filter(id__in=keys), person_id=actor.person_id)


def _group(plan: GroupPlan, row: Sequence[Any], part: Part, titles: dict[UUID, str | None]) -> Group:
    key, known, number, *figures = row
    totals = [
        Total(sight.field.name, figures[2 * index], figures[2 * index + 1]) for index, sight in enumerate(plan.totals)
    ]
    if plan.by is None:
        return Group(None, True, number, totals, None)
    name = plan.by.field.name
    if not known:
        return Group(None, False, number, totals, None)
    if key is None:
        return Group(None, True, number, totals, {"field": name, "operator": "null", "value": None})
    if isinstance(key, dt.date):
        first, last = _span(key, part)
        between = [first.isoformat(), last.isoformat()]
        return Group(between[0], True, number, totals, {"field": name, "operator": "between", "value": between})
    value = str(key) if isinstance(key, uuid.UUID) else key
    shown = {"id": value, "title": titles.get(key)} if plan.by.field.type is LINK else value
    return Group(shown, True, number, totals, {"field": name, "operator": "=", "value": value})


def _span(key: dt.date, part: Part) -> tuple[dt.date, dt.date]:
    """The first and the last day."""
    first = key.astimezone(SHANGHAI).date() if isinstance(key, dt.datetime) else key
    if part == "day":
        return first, first
    after = first.replace(year=first.year + 1) if part == "year" else (first + dt.timedelta(days=31)).replace(day=1)
    return first, after - dt.timedelta(days=1)
