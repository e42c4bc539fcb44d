"""Promises of a deal: the gifts of a quote are promises once it is accepted."""

from uuid import UUID

from chezhan.catalogue.bulk.drafts import Draft, write_drafts
from chezhan.catalogue.verb import Doer
from chezhan.modules.deliveries.models import Promise
from chezhan.modules.quotes.models import QuoteLine
from chezhan.modules.quotes.moving import on_acceptance
from chezhan.modules.sales.models import SalesOrder


@on_acceptance
def promise_gifts(doer: Doer, order_id: UUID, lines: list[QuoteLine]) -> None:
    customer_id = SalesOrder.objects.values_list("customer_id", flat=True).get(id=order_id)
    promises = []
    for line in lines:
        if line.kind == "gift":
            promise = Draft.of_new()
            promise.wanted |= {
                "what": f"{line.name} × {line.quantity}" if line.quantity > 1 else line.name,
                "kind": "gift",
                "order_id": order_id,
                "customer_id": customer_id,
                "owner": line.owner,
            }
            promises.append(promise)
    write_drafts(
        entity="promise",
        model=Promise,
        drafts=promises,
        actor=doer.actor,
        store=doer.actor.in_store,
        now=doer.now,
    )
