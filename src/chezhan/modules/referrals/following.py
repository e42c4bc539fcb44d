"""A referral is won with its lead, at once and by whichever door, and under way again where the sale came to nothing;
what follows is the store's own rules'.
"""

from collections.abc import Sequence

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.kernel import clock
from chezhan.modules.referrals.models import Referral
from chezhan.modules.referrals.selves import refers_self
from tenants.directory import StoreRef


@follows("lead")
def win_with_lead(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """Not where the friend turns out to be the referrer: that is left for somebody to look at."""
    moved = [one for one in drafts if not one.is_new and one.value("status") != one.current["status"]]
    won = {one.id for one in moved if one.value("status") == "won"}
    over = {one.id for one in moved if one.current["status"] == "won"}
    if not won and not over:
        return
    which = Q(lead_id__in=won, status="open") | Q(lead_id__in=over, status="won")
    told = []
    for referral in load_rows(model=Referral, which=which).values():
        lead_id, referrer_id = referral.value("lead_id"), referral.value("referrer_id")
        if lead_id in over:
            referral.wanted |= {"status": "open", "won_on": None}
        elif refers_self(referrer_id=referrer_id, lead_id=lead_id):
            continue
        else:
            referral.wanted |= {"status": "won", "won_on": clock.today()}
        told.append(referral)
    write_drafts(entity="referral", model=Referral, drafts=told, actor=actor, store=store, now=clock.now())
