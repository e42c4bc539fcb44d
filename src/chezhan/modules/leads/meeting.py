"""Whoever was spoken with has been contacted: the interaction stops the clock of the first contact; a try does not."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

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
    """And the lead has gone on, as of the last time that they were spoken with."""
    at: dict[UUID, list[dt.datetime]] = defaultdict(list)
    for draft in drafts:
        spoken = draft.value("kind") != NOTE and draft.value("reached") is not False
        if draft.is_new and draft.value("lead_id") and spoken:
            at[draft.value("lead_id")].append(draft.value("at"))
    if not at:
        return
    leads, now = load_rows(model=Lead, which=Q(id__in=at)), clock.now()
    for lead in leads.values():
        if lead.current["first_contacted_at"] is None:
            lead.wanted["first_contacted_at"] = min(*at[lead.id], now)
        last = min(max(at[lead.id]), now)
        lead.wanted["progressed_at"] = max(lead.current["progressed_at"] or last, last)
    write_drafts(entity="lead", model=Lead, drafts=leads.values(), actor=actor, store=store, now=now)
