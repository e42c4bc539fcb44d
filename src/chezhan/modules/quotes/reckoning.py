"""What is written beside quotes: a new one has its first lines, and the purchase tax follows the car's price."""

from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.catalogue.records.verbs.doing import do
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.modules.leads.models import Lead
from chezhan.modules.library.models import Trim
from chezhan.modules.quotes.models import Quote, QuoteLine
from chezhan.modules.quotes.queries import amended_reliefs, sums_of
from chezhan.modules.quotes.tax import Tax, purchase_tax
from tenants.directory import StoreRef

QUOTE, LINE = "quote", "quote_line"
PRICED = ("car", "discount")


@follows(QUOTE)
def begin(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """The guide price, the lead's customer, and lines for the car and its tax; a later version brings its own."""
    fresh = [draft for draft in drafts if draft.is_new and draft.value("previous_id") is None]
    if not fresh:
        return
    now = clock.now()
    trims = {
        one.id: one for one in Trim.objects.select_related("series").filter(id__in=[d.value("trim_id") for d in fresh])
    }
    leads = Lead.objects.in_bulk([draft.value("lead_id") for draft in fresh if draft.value("lead_id")])
    rows = load_rows(model=Quote, which=Q(id__in=[draft.id for draft in fresh]))
    lines = []
    for row in rows.values():
        trim, lead = trims[row.current["trim_id"]], leads.get(row.current["lead_id"])
        row.fill({"guide_price": trim.guide_price, "customer_id": lead.customer_id if lead else None})
        if price := row.value("guide_price"):
            lines.append(_line(row, kind="car", name=trim.in_full[:120], unit_price=price))
    write_drafts(entity=QUOTE, model=Quote, drafts=rows.values(), actor=actor, store=store, now=now)
    write_drafts(entity=LINE, model=QuoteLine, drafts=lines, actor=actor, store=store, now=now)
    for lead_id in leads:
        # The lead may be somebody else's, or further on than a quote.
        with suppress(AppError), transaction.atomic():
            do(actor=actor, entity="lead", verb="quote", ids=[lead_id], values={})


@follows(QUOTE)
def follow_the_trim(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """Another trim has another guide price, and its line and tax are that one's: a draft begins anew with them."""
    ids = {one.id for one in drafts if not one.is_new and one.changed.keys() & {"trim_id"}}
    rows = load_rows(model=Quote, which=Q(id__in=ids, status="draft")) if ids else {}
    if not rows:
        return
    now = clock.now()
    trims = {
        one.id: one
        for one in Trim.objects.select_related("series").filter(
            id__in={row.current["trim_id"] for row in rows.values()}
        )
    }
    standing = load_rows(model=QuoteLine, which=Q(quote_id__in=list(rows), kind="car"))
    cars = {line.current["quote_id"]: line for line in standing.values()}
    lines = []
    for row in rows.values():
        trim = trims[row.current["trim_id"]]
        row.wanted["guide_price"] = trim.guide_price
        line = cars.get(row.id)
        if line is None and trim.guide_price:
            lines.append(_line(row, kind="car", name=trim.in_full[:120], unit_price=trim.guide_price))
        elif line is not None:
            line.wanted |= {"name": trim.in_full[:120]} | ({"unit_price": trim.guide_price} if trim.guide_price else {})
            lines.append(line)
    write_drafts(entity=QUOTE, model=Quote, drafts=rows.values(), actor=actor, store=store, now=now)
    write_drafts(entity=LINE, model=QuoteLine, drafts=lines, actor=actor, store=store, now=now)
    reckon_tax(actor=actor, store=store, ids=set(rows))


@follows(LINE)
def tax_follows(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """Where a car or a discount was written, the tax that the product reckons is reckoned anew."""
    own = [draft for draft in drafts if not draft.is_new and "computed" not in draft.wanted]
    if own := [draft for draft in own if draft.current["computed"]]:
        # Somebody wrote over what was reckoned: from now on it is theirs.
        theirs = load_rows(model=QuoteLine, which=Q(id__in=[draft.id for draft in own]))
        for line in theirs.values():
            line.wanted["computed"] = False
        write_drafts(entity=LINE, model=QuoteLine, drafts=theirs.values(), actor=actor, store=store, now=clock.now())
    ids = {draft.value("quote_id") for draft in drafts if draft.value("kind") in PRICED}
    if ids:
        reckon_tax(actor=actor, store=store, ids=ids)


def reckon_tax(*, actor: Actor, store: StoreRef, ids: set[UUID]) -> None:
    sums, reliefs, today = sums_of(ids=ids), amended_reliefs(), clock.today()
    quotes = Quote.objects.filter(id__in=ids, status="draft").values_list("id", "trim__energy", "owner")
    standing = load_rows(model=QuoteLine, which=Q(quote_id__in=ids, kind="purchase_tax"))
    by_quote = {line.current["quote_id"]: line for line in standing.values()}
    written = []
    for quote_id, energy, owner in quotes:
        tax = purchase_tax(price=sums[quote_id].car, energy=energy, on=today, amended=reliefs)
        line = by_quote.get(quote_id)
        if line is None:
            line = Draft.of_new()
            line.wanted |= {"quote_id": quote_id, "kind": "purchase_tax", "name": "车辆购置税", "owner": owner}
        elif not line.current["computed"]:
            # Somebody entered their own figure.
            continue
        line.wanted |= {"unit_price": tax.due, "computed": True, "note": told(tax)}
        written.append(line)
    write_drafts(entity=LINE, model=QuoteLine, drafts=written, actor=actor, store=store, now=clock.now())


def told(tax: Tax) -> str:
    return f"不含税价 × 10 %，新能源减免 {tax.relief} 元（{tax.source}）" if tax.relief else "不含税价 × 10 %"


def _line(quote: Draft, *, kind: str, name: str, unit_price: Decimal) -> Draft:
    line = Draft.of_new()
    line.wanted |= {
        "quote_id": quote.id, "kind": kind, "name": name, "unit_price": unit_price, "owner": quote.current["owner"],
    }  # fmt: skip
    return line
