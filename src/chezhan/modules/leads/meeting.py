"""Whoever was spoken with has been contacted: the interaction stops the clock of the first contact; a try does not."""

from collections.abc import Sequence

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.kernel import clock
from chezhan.modules.leads.models import Lead
from tenants.directory import StoreRef

# A note is written about somebody, not said to them.
NOTE = "note"


@follows("interaction")
def stop_clock(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    at = {
        draft.value("lead_id"): draft.value("at")
        for draft in sorted(drafts, key=lambda one: one.value("at"), reverse=True)
        if draft.is_new
        and draft.value("lead_id")
        and draft.value("kind") != NOTE
        and draft.value("reached") is not False
    }
    if not at:
        return
    leads = load_rows(model=Lead, which=Q(id__in=at, first_contacted_at=None))
    now = clock.now()
    for lead in leads.values():
        lead.wanted["first_contacted_at"] = min(at[lead.id], now)
    write_drafts(entity="lead", model=Lead, drafts=leads.values(), actor=actor, store=store, now=now)
