"""Orders that are neither delivered nor cancelled keep what hangs on them from being cleared away."""

from collections.abc import Collection, Mapping
from uuid import UUID

from chezhan.catalogue.retention.rules.blocking import blocks
from chezhan.modules.sales.models import SalesOrder

FINISHED = (SalesOrder.Status.DELIVERED, SalesOrder.Status.CLOSED, SalesOrder.Status.CANCELLED)


@blocks("unfinished_order", rests_on={"sales_order": ("status",)})
def unfinished_orders(*, using: str, ids: Mapping[str, Collection[UUID]]) -> set[UUID]:
    rows = SalesOrder.objects.using(using).filter(id__in=ids.get("sales_order", ())).exclude(status__in=FINISHED)
    return set(rows.values_list("id", flat=True))
