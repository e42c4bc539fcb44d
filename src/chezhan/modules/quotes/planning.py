"""The way to pay that a quote offers follows its price: what is financed, and what that is by the month."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.kernel import clock
from chezhan.modules.quotes.finance import Plan, Terms, Unpayable, plan_of
from chezhan.modules.quotes.models import Quote
from chezhan.modules.quotes.queries import sums_of
from tenants.directory import StoreRef

TERMS = ("pay_by", "down_payment", "months", "rate", "last_payment")
PRICED = ("car", "discount")


@follows("quote")
def plans_follow_terms(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    ids = {draft.id for draft in drafts if draft.wanted.keys() & set(TERMS)}
    reckon_plans(actor=actor, store=store, ids=ids)


@follows("quote_line")
def plans_follow_prices(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    ids = {draft.value("quote_id") for draft in drafts if draft.value("kind") in PRICED}
    reckon_plans(actor=actor, store=store, ids=ids)


def reckon_plans(*, actor: Actor, store: StoreRef, ids: Collection[UUID]) -> None:
    """Of drafts; nothing is said of terms that don't fit the price yet."""
    if not ids:
        return
    sums, rows = sums_of(ids=ids), load_rows(model=Quote, which=Q(id__in=list(ids), status="draft"))
    for quote in rows.values():
        plan = plan_in(quote, price=sums[quote.id].car)
        financed = plan is not None and plan.kind != "cash"
        quote.wanted["financed"] = plan.financed if plan and financed else None
        quote.wanted["monthly"] = plan.monthly if plan and financed else None
    write_drafts(entity="quote", model=Quote, drafts=rows.values(), actor=actor, store=store, now=clock.now())


def plan_in(quote: Draft, *, price: Decimal) -> Plan | None:
    """None where the terms don't fit the price."""
    nothing = Decimal(0)
    terms = Terms(
        kind=quote.value("pay_by"),
        down=quote.value("down_payment") or nothing,
        months=quote.value("months") or 0,
        rate=(quote.value("rate") or nothing) / 100,
        last=quote.value("last_payment") or nothing,
    )
    try:
        return plan_of(price=price, terms=terms)
    except Unpayable:
        return None
