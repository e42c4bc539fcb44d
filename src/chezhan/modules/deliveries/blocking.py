"""All that stands in the way of a hand-over: said before the click, and held to at it, by whichever door it is done."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.sighting import require_seen
from chezhan.modules.deliveries.entities import STREAM_LABELS
from chezhan.modules.deliveries.handing_over import at_the_delivery, is_at_the_delivery
from chezhan.modules.deliveries.models import Delivery, Promise
from chezhan.modules.sales.blocking import blocks_hand_over, reasons_against_hand_over
from chezhan.modules.sales.models import SalesOrder

UNDER_WAY = ("preparing", "ready")
SETTLED = ("done", "not_needed")


@blocks_hand_over
def by_its_delivery(order_id: UUID) -> list[Label]:
    """The order's own button leaves nobody's signature, and the delivery unfinished."""
    if is_at_the_delivery() or not Delivery.objects.filter(order_id=order_id, status__in=UNDER_WAY).exists():
        return []
    return [
        Label("请到这张订单的交付里交车，由客户签字", "hand it over on the order's delivery, where the customer signs")
    ]


@blocks_hand_over
def still_open(order_id: UUID) -> list[Label]:
    """Streams, promises, the certificate."""
    found = []
    delivery = Delivery.objects.filter(order_id=order_id).first()
    cancelled = delivery is not None and delivery.status == "cancelled"
    if cancelled:
        found.append(Label("交付已取消，请先重新打开", "the delivery was cancelled; open it again first"))
    for name, label in STREAM_LABELS.items() if delivery and not cancelled else ():
        if getattr(delivery, name) not in SETTLED:
            found.append(Label(f"{label.zh}未完成", f"{label.en} is not done"))
    open_ones = Promise.objects.filter(order_id=order_id, status="open", blocks=True).order_by("created_at")
    found += [Label(f"承诺未兑现：{one.what}", f"promised and not kept: {one.what}") for one in open_ones[:20]]
    order = SalesOrder.objects.select_related("car").filter(id=order_id).first()
    if order is not None and order.car is not None and order.car.certificate != "released":
        if order.car.certificate == "pledged":
            found.append(Label(f"合格证质押在{order.car.lender}", f"the certificate is pledged to {order.car.lender}"))
        elif order.car.certificate == "":
            found.append(Label("合格证未到", "the certificate has not come"))
    return found


def blockers_of(*, actor: Actor, delivery_id: UUID) -> list[Label]:
    """For who sees the delivery. Raises UnknownRecord, Forbidden."""
    require_seen(actor=actor, entity="delivery", record_id=delivery_id)
    with at_the_delivery():
        return reasons_against_hand_over(
            order_id=Delivery.objects.values_list("order_id", flat=True).get(id=delivery_id)
        )
