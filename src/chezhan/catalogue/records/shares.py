"""How far down a ranking a record stands: "those who make the first 80 % of all profit" are those before whom less than
80 % of it is made. The largest come first; what one may not see, or not read, is no part of the whole.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q, RowRange, Sum, Window
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull

from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.types.kinds import as_kind, kind_of
from chezhan.expressions import FieldRef, Kind
from chezhan.expressions.numbers import read_number

if TYPE_CHECKING:
    from chezhan.catalogue.records.looking import View

# Before the name of a field, as a condition names it; no field is called so.
SHARE = "top:"
OPERATORS = frozenset({"<", ">="})
SUMMED = frozenset({"number", "integer", "money"})


def share_compared(*, view: "View", sight: Sight) -> FieldRef | None:
    """None for what has no sum, or may not be read. What is below or at nothing makes no part of the sum."""
    if kind_of(sight.field) != Kind.NUMBER or sight.field.type.name not in SUMMED or sight.sealed or sight.read.never:
        return None
    figure = sight.read.value(as_kind(sight.field, sight.value))

    def condition(operator: str, values: Sequence[Any]) -> Q:
        rows = view.seen().annotate(_figure=figure).filter(_figure__gt=0)
        ahead = Window(
            Sum("_figure"),
            order_by=[F("_figure").desc(), F("id").asc()],
            frame=RowRange(start=None, end=-1),
        )
        ranked = rows.annotate(_ahead=Coalesce(ahead, Decimal(0)), _whole=Window(Sum("_figure")))
        within = Q(pk__in=ranked.filter(_ahead__lt=F("_whole") * (Decimal(values[0]) / 100)).values("pk"))
        return within if operator == "<" else ~within & Q(IsNull(figure, False))

    return FieldRef(
        name=f"{SHARE}{sight.field.name}",
        kind=Kind.NUMBER,
        expression=figure,
        operators=OPERATORS,
        opaque=True,
        read=read_number,
        condition=condition,
    )
