"""The conditions of a sheet, asked of leads as one viewer sees them."""

from collections.abc import Sequence
from functools import reduce
from operator import add

import structlog
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Greatest, Least

from chezhan.access import Actor
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.modules.scoring.sheet import ScoreItem, Sheet

ENTITY = "lead"
LEAST, MOST = 0, 100
log = structlog.get_logger(__name__)


def leads_before(actor: Actor) -> View:
    """Raises Forbidden."""
    viewer = viewer_of(actor)
    kind = viewer.entity(ENTITY)
    viewer.open(kind)
    return View(viewer, kind)


def asked(view: View, item: ScoreItem) -> Q:
    """Raises what filters refuse: a field that is hidden from the viewer, or not there any more."""
    return compile_filter(text=item.text, today=clock.today(), view=view)


def known_to(view: View, sheet: Sheet) -> list[tuple[ScoreItem, Q]]:
    """The items that can be asked; what asks for a field that is not there, or not to be seen, counts for nothing."""
    found = []
    for item in sheet.items:
        try:
            found.append((item, asked(view, item)))
        except AppError as error:
            log.info("score_item_left_out", code=error.code)
    return found


def scored(view: View, sheet: Sheet, rows: QuerySet) -> QuerySet:
    """With the column `points_`: what the items come to, between 0 and 100."""
    cases: Sequence[Combinable] = [_points(item, condition) for item, condition in known_to(view, sheet)]
    total = reduce(add, cases) if cases else Value(0, IntegerField())
    return rows.annotate(points_=Least(Greatest(total, Value(LEAST)), Value(MOST), output_field=IntegerField()))


def held(view: View, sheet: Sheet, rows: QuerySet) -> QuerySet:
    """With a column for each item that the viewer may ask, `i0` and on: its points, or 0."""
    return rows.annotate(**{f"i{n}": _points(*one) for n, one in enumerate(known_to(view, sheet))}, own=F("score"))


def _points(item: ScoreItem, condition: Q) -> Combinable:
    if not condition:
        return Value(item.points, IntegerField())
    return Case(When(condition, then=Value(item.points)), default=Value(0), output_field=IntegerField())
