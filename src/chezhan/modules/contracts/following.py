"""Orders are told how their contracts stand, so that rules, flows and other people's pages learn of it."""

from collections.abc import Sequence

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.contracts.moving import ENTITY
from chezhan.modules.sales.models import SalesOrder
from tenants.directory import StoreRef


@follows(ENTITY)
def tell_orders(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """What is drawn up or replaced its order's own verb says."""
    moved = {
        one.value("order_id"): one
        for one in drafts
        if not one.is_new and one.value("status") not in (one.current["status"], "replaced")
    }
    if not moved:
        return
    orders = load_rows(model=SalesOrder, which=Q(id__in=moved))
    for order in orders.values():
        contract = moved[order.id]
        status, signed_at = contract.value("status"), contract.value("signed_at")
        signed = status == "signed" and signed_at is not None
        order.wanted |= {
            "contract_status": "" if status == "void" else status,
            "signed_on": signed_at.astimezone(SHANGHAI).date() if signed and signed_at else None,
        }
    write_drafts(
        entity="sales_order", model=SalesOrder, drafts=orders.values(), actor=actor, store=store, now=clock.now()
    )
