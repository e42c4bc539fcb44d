"""When they buy: whose lead it is (the customer that it names, one who is known by its phone and name, or a new one),
and that it is won.
"""

from typing import cast
from uuid import UUID

from django.db import models
from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import load_rows, write_drafts
from chezhan.catalogue.records.sealed import index_in
from chezhan.catalogue.records.writes.saving import create_records
from chezhan.catalogue.sealing import INDEX, opened, purpose_of
from chezhan.kernel import clock
from chezhan.modules.leads.models import NOT_LOST, Lead
from chezhan.modules.parties.models import Customer

PHONE = cast(models.Field, Lead._meta.get_field("sealed_phone"))


def customer_of(*, actor: Actor, lead_id: UUID) -> UUID:
    """In the store's transaction. A phone alone names nobody: families share one. Raises what create_records does."""
    lead = Lead.objects.get(id=lead_id)
    if lead.customer_id:
        return lead.customer_id
    values = {"name": lead.contact_name}
    if lead.sealed_phone:
        index = bytes(lead.sealed_phone)[:INDEX]
        rows = Customer.objects.annotate(phone_index=index_in("sealed_phone"))
        known = rows.filter(phone_index=index, name=lead.contact_name).order_by("created_at", "id").first()
        if known is not None:
            return known.id
        values["phone"] = opened(purpose=purpose_of(PHONE), kept=lead.sealed_phone)
    (customer_id,) = create_records(actor=actor, entity="customer", rows=[values])
    return customer_id


def win_lead(*, actor: Actor, lead_id: UUID, customer_id: UUID) -> None:
    """What was bought is won, whoever has the lead, however far it was and even if somebody had given it up."""
    now, leads = clock.now(), load_rows(model=Lead, which=~Q(status="won") & Q(id=lead_id))
    for lead in leads.values():
        lead.wanted |= {
            "status": "won",
            "customer_id": customer_id,
            "first_contacted_at": lead.current["first_contacted_at"] or now,
            "progressed_at": now,
            "closed_at": now,
            "next_contact_at": None,
            "pooled_at": None,
            "release_reason": "",
            **NOT_LOST,
        }
    write_drafts(entity="lead", model=Lead, drafts=leads.values(), actor=actor, store=actor.in_store, now=now)
