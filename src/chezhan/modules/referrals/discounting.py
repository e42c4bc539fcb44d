"""What a referred friend gets off stands in their quote as a line of its own, and goes with it to the order."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.kernel import clock
from chezhan.modules.quotes.models import Quote, QuoteLine
from chezhan.modules.referrals.models import Referral
from tenants.directory import StoreRef

# By its words, since a quote has one.
NAME = "转介绍优惠"


@follows("quote")
def begin_with_it(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """A new quote; a later version brings its own."""
    fresh = {one.value("lead_id"): one for one in drafts if one.is_new and one.value("previous_id") is None}
    fresh.pop(None, None)
    found = Referral.objects.filter(lead_id__in=list(fresh), status__in=["open", "won"], friend_discount__gt=0)
    amounts = dict(found.values_list("lead_id", "friend_discount")) if fresh else {}
    _write(actor, store, {one.id: amounts[lead] or Decimal(0) for lead, one in fresh.items() if lead in amounts})


@follows("referral")
def put_in_drafts(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """What is said of it later goes into quotes that are drafts; one that went out is as it was."""
    told = {
        one.value("lead_id"): one.value("friend_discount") or Decimal(0)
        for one in drafts
        if one.value("friend_discount") != one.current.get("friend_discount")
    }
    quotes = Quote.objects.filter(lead_id__in=list(told), status="draft") if told else Quote.objects.none()
    _write(actor, store, {quote.id: told[quote.lead_id] for quote in quotes if quote.lead_id})


def _write(actor: Actor, store: StoreRef, amounts: dict[UUID, Decimal]) -> None:
    if not amounts:
        return
    there = load_rows(model=QuoteLine, which=Q(quote_id__in=list(amounts), kind="subsidy", name=NAME))
    lines = {one.current["quote_id"]: one for one in there.values()}
    owners = dict(Quote.objects.filter(id__in=list(amounts)).values_list("id", "owner"))
    wanted = []
    for quote_id, amount in amounts.items():
        line = lines.get(quote_id) or Draft.of_new()
        if line.is_new and not amount:
            continue
        line.wanted |= {
            "quote_id": quote_id,
            "kind": "subsidy",
            "name": NAME,
            "unit_price": amount,
            "payer": "store",
            "computed": True,
            "owner": owners[quote_id],
        }
        wanted.append(line)
    write_drafts(entity="quote_line", model=QuoteLine, drafts=wanted, actor=actor, store=store, now=clock.now())
