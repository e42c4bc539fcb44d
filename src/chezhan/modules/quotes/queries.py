"""Reads of quotes that the module itself asks. Call within the store's tenant_context()."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, Sum

from chezhan.modules.quotes.models import PurchaseTaxRule, Quote, QuoteLine
from chezhan.modules.quotes.tax import Relief


@dataclass(frozen=True, slots=True)
class Sums:
    """Yuan: what a quote comes to, what of it is the car, and what an old car and the store's subsidies take off it."""

    total: Decimal = Decimal(0)
    car: Decimal = Decimal(0)
    trade_in: Decimal = Decimal(0)
    store_subsidy: Decimal = Decimal(0)


# Lines of before a subsidy said who pays it: the maker paid those that stand for a car.
OURS = Q(payer="store") | Q(payer="", computed=False) | Q(payer="", note="")


def sums_of(*, ids: Collection[UUID]) -> dict[UUID, Sums]:
    rows = QuoteLine.objects.filter(quote_id__in=list(ids)).order_by().values("quote_id")
    old = Sum("amount", filter=Q(kind="trade_in"), default=Decimal(0))
    ours = Sum("amount", filter=Q(kind="subsidy") & OURS, default=Decimal(0))
    told = rows.annotate(all=Sum("amount"), car=Sum("car_part"), old=old, ours=ours)
    found = {row["quote_id"]: Sums(row["all"], row["car"], -row["old"], -row["ours"]) for row in told}
    return {quote_id: found.get(quote_id, Sums()) for quote_id in ids}


def lines_of(*, quote_id: UUID) -> list[QuoteLine]:
    """The car first, then as kinds of line follow each other, those of one kind as they were added."""
    kinds = QuoteLine.Kind.values
    return sorted(
        QuoteLine.objects.filter(quote_id=quote_id).order_by("created_at", "id"), key=lambda one: kinds.index(one.kind)
    )


def amended_reliefs() -> list[Relief]:
    """What headquarters or the store says of purchase tax, the latest first."""
    rows = PurchaseTaxRule.objects.order_by("-first_on", "-created_at")
    return [Relief(one.first_on, one.last_on, one.share / 100, one.cap, one.source) for one in rows]


def quote_of(*, token: str) -> Quote | None:
    """With its trim, series and brand; None for a link that is none."""
    return Quote.objects.select_related("trim__series__brand").filter(token=token).first()
