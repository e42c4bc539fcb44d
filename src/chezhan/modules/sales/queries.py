"""Reads of sales orders that other parts of the product ask for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.records.viewer import require_whole
from chezhan.modules.sales.models import OrderPayment, SalesOrder

Dimension = Literal["region", "brand", "series", "month"]

# What figures are made of: whoever may not read one of these may not read a sum of it either.
COUNTED = ("ordered_on", "status", "price", "region", "brand", "series")
NOT_SOLD = (SalesOrder.Status.DRAFT, SalesOrder.Status.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesFilter:
    """Which sales count: ordered between both days (inclusive), in any of the values given; empty means all."""

    date_from: dt.date | None = None
    date_to: dt.date | None = None
    regions: Sequence[str] = ()
    brands: Sequence[str] = ()
    series: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class SalesFigure:
    """Units and revenue (yuan) of one combination of dimension values; `keys` holds them in the order asked for."""

    keys: tuple
    units: int
    revenue: Decimal


@dataclass(frozen=True, slots=True)
class SalesRange:
    """What can be chosen from: values that occur, first and last day of an order."""

    regions: list[str]
    models: list[tuple[str, str]]
    first_on: dt.date | None
    last_on: dt.date | None
    units: int


def paid_on(*, ids: Collection[UUID]) -> defaultdict[UUID, Decimal]:
    """Yuan that were paid on these orders and not given back. Call within the store's tenant_context()."""
    rows = (
        OrderPayment.objects.filter(order_id__in=list(ids)).order_by().values("order_id").annotate(paid=Sum("signed"))
    )
    return defaultdict(Decimal, {row["order_id"]: row["paid"] for row in rows})


def due_of(order: Draft) -> Decimal:
    """Yuan that the customer pays for all of it."""
    due: Decimal | None = order.value("total")
    return order.value("price") if due is None else due


def sold(*, only: SalesFilter) -> QuerySet[SalesOrder]:
    """Orders that count as sales: neither drafts nor cancelled."""
    chosen = Q()
    if only.date_from:
        chosen &= Q(ordered_on__gte=only.date_from)
    if only.date_to:
        chosen &= Q(ordered_on__lte=only.date_to)
    for field, values in (("region", only.regions), ("brand", only.brands), ("series", only.series)):
        if values:
            chosen &= Q(**{f"{field}__in": list(values)})
    return SalesOrder.objects.filter(chosen).exclude(status__in=NOT_SOLD)


def sales_figures(*, actor: Actor, by: Sequence[Dimension], only: SalesFilter) -> list[SalesFigure]:
    """Units and revenue by the given dimensions, one row for each combination that occurs; months as their first day.

    Call within the store's tenant_context().
    """
    require_whole(actor=actor, entity="sales_order", fields=COUNTED)
    orders = sold(only=only)
    if "month" in by:
        orders = orders.annotate(month=TruncMonth("ordered_on"))
    rows = orders.order_by().values(*by).annotate(units=Count("id"), revenue=Sum("price"))
    return [SalesFigure(tuple(row[key] for key in by), row["units"], row["revenue"]) for row in rows]


def sales_total(*, actor: Actor, only: SalesFilter) -> SalesFigure:
    """Units and revenue of all that `only` lets through. Call within the store's tenant_context()."""
    require_whole(actor=actor, entity="sales_order", fields=COUNTED)
    row = sold(only=only).aggregate(units=Count("id"), revenue=Sum("price"))
    return SalesFigure((), row["units"], row["revenue"] or Decimal(0))


def sales_range(*, actor: Actor) -> SalesRange:
    """The values and days that occur in the store's sales. Call within its tenant_context()."""
    require_whole(actor=actor, entity="sales_order", fields=COUNTED)
    orders = sold(only=SalesFilter()).order_by()
    ends = orders.aggregate(first=Min("ordered_on"), last=Max("ordered_on"), units=Count("id"))
    return SalesRange(
        regions=sorted(orders.values_list("region", flat=True).distinct()),
        models=sorted(orders.values_list("brand", "series").distinct()),
        first_on=ends["first"],
        last_on=ends["last"],
        units=ends["units"],
    )
