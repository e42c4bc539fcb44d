"""One door: an order that has a delivery is handed over there, where the customer signs."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.records.verbs.doing import do
from chezhan.catalogue.verb import Doer
from chezhan.kernel import clock
from chezhan.modules.sales.blocking import require_hand_over
from chezhan.modules.sales.models import SalesOrder

_at_the_delivery: ContextVar[bool] = ContextVar("at_the_delivery", default=False)


@contextmanager
def at_the_delivery() -> Iterator[None]:
    """What is done or asked in it comes through the delivery's own door."""
    before = _at_the_delivery.set(True)
    try:
        yield
    finally:
        _at_the_delivery.reset(before)


def is_at_the_delivery() -> bool:
    return _at_the_delivery.get()


def hand_over(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """The order is handed over with it, or neither: whatever is in the way is said. Raises HandOverBlocked."""
    values = {"delivered_on": str(clock.today())}
    for delivery in drafts.values():
        order_id = delivery.current["order_id"]
        with at_the_delivery():
            if SalesOrder.objects.filter(id=order_id, status__in=["delivered", "closed"]).exists():
                # It was handed over by itself before there was one door, or came so with an import.
                require_hand_over(order_id=order_id)
            else:
                do(actor=doer.actor, entity="sales_order", verb="deliver", ids=[order_id], values=values)
        delivery.wanted["handed_over_at"] = doer.now
