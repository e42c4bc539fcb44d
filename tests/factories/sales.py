"""A few sales in a store, as a file would bring them."""

import datetime as dt
from decimal import Decimal

from chezhan.access import Actor
from chezhan.modules.parties.contracts import CustomerRow
from chezhan.modules.sales.contracts import SaleOutcome, SaleRow
from chezhan.modules.sales.services import take_in_sales
from chezhan.modules.vehicles.contracts import VehicleRow
from tenants.context import tenant_context
from tenants.directory import StoreRef


def sale(number: str, **values) -> SaleRow:
    """A sale with believable defaults; `price`, `on`, `region`, `brand`, `series`, `name`, `phone` may be given."""
    return SaleRow(
        number=number,
        ordered_on=values.get("on", dt.date(2023, 5, 6)),
        price=Decimal(values.get("price", 100_000)),
        region=values.get("region", "徐汇区"),
        status=values.get("status"),
        customer=CustomerRow(name=values.get("name", f"客户{number}"), phone=values.get("phone")),
        vehicle=VehicleRow(brand=values.get("brand", "比亚迪"), series=values.get("series", "秦")),
    )


def sell(*, actor: Actor, store: StoreRef, rows: list[SaleRow]) -> list[SaleOutcome]:
    with tenant_context(store):
        return take_in_sales(actor=actor, store=store, rows=rows)
