"""Figures over the gate: of the records that the asker sees, made of fields that they read, in one statement."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import orjson
from django.core.exceptions import EmptyResultSet
from django.db.models import Count, DecimalField, Expression, Func, Q, Sum, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from chezhan.access import Actor
from chezhan.catalogue.operators import Takes
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.grouping.fields import groupable, summable
from chezhan.catalogue.records.grouping.refusals import NotGroupable
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import Statement, run, together
from chezhan.catalogue.records.viewer import Viewer, viewer_of
from chezhan.expressions import within_time
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.modules.figures.declaring import Kpi, Rules, every

NOTHING = Decimal(0)
DAY = dt.timedelta(days=1)
SECONDS_A_DAY = 86_400
MOST_GROUPS = 500
# A page of figures over years of a large store.
SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included. Of what waits: what waited when the last of them ended."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Figure:
    """`below` None: `above` is the figure. Else it is above / below, and none where nothing is below."""

    above: Decimal
    below: Decimal | None

    @property
    def value(self) -> Decimal | None:
        if self.below is None:
            return self.above
        return self.above / self.below if self.below else None


# By the group's value, as JSON has it; None where all are one group. A figure for each span.
Read = Mapping[str | None, Sequence[Figure]]


def read_figures(
    *, actor: Actor, kpis: Sequence[Kpi], spans: Sequence[Span], by: str = "", among: Rules = ()
) -> dict[str, Read]:
    """By name, those that the asker may know; a span that ends today or later counts what waits now. `by`: a field by
    which each is told apart; `among`: of the records alone of which this holds.

    Raises UnknownField, NotGroupable, ExpressionTooSlow.
    """
    viewer, today = viewer_of(actor), clock.today()
    tried = {one.name: _plan(viewer, one, spans, by=by, among=among, today=today) for one in kpis}
    plans = {name: plan for name, plan in tried.items() if plan is not None}
    if not plans:
        return {}
    with within_time(seconds=SECONDS):
        found = run(together(list(plans.values())), person_id=actor.person_id)
    single = {one.name for one in kpis if _one_part(one)}
    return {
        name: _read(orjson.loads(rows), len(spans), single=name in single, grouped=bool(by))
        for name, rows in zip(plans, found, strict=True)
    }


def _read(rows: Any, spans: int, *, single: bool, grouped: bool) -> Read:
    read = {
        None if row["k"] is None else str(row["k"]): [
            Figure(Decimal(row[f"a{number}"] or 0), None if single else Decimal(row[f"b{number}"] or 0))
            for number in range(spans)
        ]
        for row in rows
    }
    if not grouped and not read:
        return {None: [Figure(NOTHING, None if single else NOTHING)] * spans}
    return read


def _one_part(kpi: Kpi) -> bool:
    return kpi.among is None and not kpi.averaged and not kpi.between


def _plan(
    viewer: Viewer, kpi: Kpi, spans: Sequence[Span], *, by: str, among: Rules, today: dt.date
) -> Statement | None:
    """None where the asker may not know it: it tells no less, and is not there."""
    if not viewer.lens(entity := viewer.target(kpi.entity)).open:
        return None
    view = View(viewer, entity)
    try:
        key = view.sight(by) if by else None
        counted, whole = _conditions(view, kpi, among, today)
        times = [_during(view, kpi, span, today) for span in spans]
        rows = view.seen().filter(whole, _about(view, kpi, spans))
        figures: dict[str, Expression] = {}
        for number, time in enumerate(times):
            above, below = _parts(view, kpi, counted & time, time)
            figures |= {f"a{number}": above} | ({} if below is None else {f"b{number}": below})
    except UnknownField:
        return None
    if key is not None and not groupable(key):
        raise NotGroupable(params={"field": by})
    head: Combinable = Value(None, output_field=TextField()) if key is None else key.read.value(key.value)
    texts = {name: Cast(one, TextField()) for name, one in figures.items()}
    grouped = rows.order_by().values(k=Cast(head, TextField())).annotate(**texts)
    try:
        sql, params = grouped.values("k", *texts)[:MOST_GROUPS].query.sql_with_params()
    except EmptyResultSet:
        return Statement("('[]')", ())
    return Statement(f"(SELECT coalesce(json_agg(s), '[]') FROM ({sql}) s)", params)


def _conditions(view: View, kpi: Kpi, among: Rules, today: dt.date) -> tuple[Q, Q]:
    """What is counted, and of what."""

    def met(rules: Rules) -> Q:
        return compile_filter(text=orjson.dumps(every(rules)).decode(), today=today, view=view) if rules else Q()

    if kpi.among is None:
        return Q(), met((*kpi.which, *among))
    return met(kpi.which), met((*kpi.among, *among))


def _parts(view: View, kpi: Kpi, counted: Q, time: Q) -> tuple[Expression, Expression | None]:
    if kpi.among is not None:
        return Count("pk", filter=counted or None), Count("pk", filter=time or None)
    if not (kpi.added or kpi.averaged or kpi.between):
        return Count("pk", filter=counted or None), None
    if kpi.between:
        first, last = (view.sight(name) for name in kpi.between)
        value: Combinable = _Days(last.read.value(last.value), first.read.value(first.value))
    else:
        sight = view.sight(kpi.added or kpi.averaged)
        if not summable(sight):
            raise UnknownField(params={"field": sight.field.name, "entity": kpi.entity})
        value = sight.read.value(sight.value)
    total = Sum(value, filter=counted or None)
    return total, None if kpi.added else Count(value, filter=counted or None)


class _Days(Func):
    """From the second moment to the first, in days."""

    template = f"(EXTRACT(EPOCH FROM (%(expressions)s)) / {SECONDS_A_DAY})"
    arg_joiner = " - "
    output_field = DecimalField()


def _during(view: View, kpi: Kpi, span: Span, today: dt.date) -> Q:
    if kpi.at:
        return _compared(view.sight(kpi.at), "between", [span.first, span.last])
    if kpi.standing is None:
        return Q()
    # What waits now has its day behind it: whatever is due today has time until the evening.
    now = span.last >= today
    last = today - DAY if now else span.last
    waits = _compared(view.sight(kpi.standing.since), "<=", [last - kpi.standing.days * DAY])
    for name in kpi.standing.until:
        sight = view.sight(name)
        over = _compared(sight, "null", [])
        waits &= over if now else over | _compared(sight, ">", [last])
    return waits


def _about(view: View, kpi: Kpi, spans: Sequence[Span]) -> Q:
    """No more rows than the spans are about: what an index leads to."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    if kpi.at:
        return _compared(view.sight(kpi.at), "between", [first, last])
    if kpi.standing is None:
        return Q()
    about = _compared(view.sight(kpi.standing.since), "<=", [last - kpi.standing.days * DAY])
    for name in kpi.standing.until:
        about &= _compared(view.sight(name), "null", []) | _compared(view.sight(name), ">", [first])
    return about


def _compared(sight: Sight, operator: str, values: Sequence[dt.date]) -> Q:
    found = next((one for one in sight.operators if one.name == operator), None)
    if found is None or (found.takes is Takes.NOTHING) != (not values):
        raise UnknownField(params={"field": sight.field.name, "entity": ""})
    return sight.condition(found, values)
