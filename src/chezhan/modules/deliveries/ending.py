"""A delivery ends with its order: whoever prepares a car is not kept at it for a sale that came to nothing."""

from collections.abc import Sequence

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.kernel import clock
from chezhan.modules.deliveries.models import Delivery
from tenants.directory import StoreRef


@follows("sales_order")
def end_with_the_order(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    over = {one.id for one in drafts if not one.is_new and one.changed.get("status") == "cancelled"}
    which = Q(order_id__in=over, status__in=("preparing", "ready"))
    rows = load_rows(model=Delivery, which=which) if over else {}
    for row in rows.values():
        row.wanted["status"] = "cancelled"
    if rows:
        write_drafts(entity="delivery", model=Delivery, drafts=rows.values(), actor=actor, store=store, now=clock.now())
