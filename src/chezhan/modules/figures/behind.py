"""The list behind a figure: its filter, as the address of a list has it."""

import datetime as dt
from typing import Any

from chezhan.modules.figures.declaring import Kpi, Rules, every, rule
from chezhan.modules.figures.reading import DAY, Span


def filter_behind(*, kpi: Kpi, span: Span, today: dt.date, among: Rules = ()) -> dict[str, Any]:
    """A rule group: the records of the span that the figure counts, or those that spoil it."""
    rules = list(kpi.which if kpi.behind is None else kpi.behind)
    if kpi.among is not None and kpi.behind is None:
        rules = [*kpi.among, *rules]
    if kpi.at:
        rules.append(rule(kpi.at, "between", [span.first.isoformat(), span.last.isoformat()]))
    if kpi.standing:
        last = today - DAY - kpi.standing.days * DAY
        rules.append(rule(kpi.standing.since, "<=", last.isoformat()))
        rules += [rule(name, "null") for name in kpi.standing.until]
    return every((*rules, *among))
