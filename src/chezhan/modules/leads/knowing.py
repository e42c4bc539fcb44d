"""Whether somebody who comes by themselves is a lead already: known by the phone, one hand at a time."""

from uuid import UUID

from django.db import connection

from chezhan.catalogue.records.sealed import index_in
from chezhan.catalogue.sealing import index_of
from chezhan.modules.leads.models import OPEN, Lead

# Two who ask for one phone would both find no lead.
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ':lead:' || %s, 0))"


def open_lead_of(phone: str) -> UUID | None:
    """The latest that is under way; whoever else asks for this phone waits for the end of the transaction."""
    if not phone:
        return None
    index = index_of(type_name="phone", text=phone)
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME, [index.hex()])
    rows = Lead.objects.annotate(phone_index=index_in("sealed_phone")).filter(phone_index=index, status__in=OPEN)
    return rows.order_by("-created_at", "-id").values_list("id", flat=True).first()
