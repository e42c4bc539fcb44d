"""A referral is won with its lead, at once and by whichever door; what follows is the store's own rules'."""

from collections.abc import Sequence

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.kernel import clock
from chezhan.modules.referrals.models import Referral
from tenants.directory import StoreRef


@follows("lead")
def win_with_lead(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """Not where the friend turns out to be the referrer: that is left for somebody to look at."""
    won = {
        draft.id: draft.value("customer_id")
        for draft in drafts
        if not draft.is_new and draft.value("status") == "won" and draft.current["status"] != "won"
    }
    if not won:
        return
    found = load_rows(model=Referral, which=Q(lead_id__in=won, status="open"))
    told = [one for one in found.values() if one.value("referrer_id") != won[one.value("lead_id")]]
    for referral in told:
        referral.wanted |= {"status": "won", "won_on": clock.today()}
    write_drafts(entity="referral", model=Referral, drafts=told, actor=actor, store=store, now=clock.now())
