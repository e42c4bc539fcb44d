"""A delivery goes with its order: it ends with a sale that came to nothing, and what was done to a car that was given
back is not done to the next one.
"""

from collections.abc import Sequence

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.kernel import clock
from chezhan.modules.deliveries.models import Delivery
from tenants.directory import StoreRef

UNDER_WAY = ("preparing", "ready")
OF_THE_CAR = ("pdi", "plates", "accessories")


@follows("sales_order")
def go_with_the_order(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    old = [one for one in drafts if not one.is_new]
    over = {one.id for one in old if one.changed.get("status") == "cancelled"}
    another = {one.id for one in old if "car_id" in one.changed and one.current["car_id"] is not None}
    if not over | another:
        return
    rows = load_rows(model=Delivery, which=Q(order_id__in=over | another, status__in=UNDER_WAY))
    for row in rows.values():
        if row.current["order_id"] in over:
            row.wanted["status"] = "cancelled"
        else:
            done = {name: "open" for name in OF_THE_CAR if row.current[name] == "done"}
            row.wanted |= done | ({"status": "preparing"} if done else {})
    write_drafts(entity="delivery", model=Delivery, drafts=rows.values(), actor=actor, store=store, now=clock.now())
