"""The generator's records as the rows that the modules take in."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from chezhan.config.demo.cars.shape import NEW_ENERGY
from chezhan.config.demo.records import DemoCustomer, DemoOrder, DemoVehicle, StoreHistory
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.parties.contracts import CustomerRow
from chezhan.modules.sales.contracts import SaleRow
from chezhan.modules.vehicles.contracts import VehicleRow

OPENING = dt.time(9, 0)
OPEN_MINUTES = 9 * 60


Advisors = Sequence[UUID]
"""The store's advisors, who share its customers among them."""


def _advisor(customer_key: int, advisors: Advisors) -> UUID | None:
    """A customer with all cars and orders is one advisor's."""
    return advisors[customer_key % len(advisors)] if advisors else None


def moment(day: dt.date, key: int, *, now: dt.datetime) -> dt.datetime:
    """An instant within opening hours, different from record to record, never after `now`."""
    opening = dt.datetime.combine(day, OPENING, SHANGHAI)
    return min(now, opening + dt.timedelta(minutes=key * 37 % OPEN_MINUTES))


def customer_row(customer: DemoCustomer, *, now: dt.datetime, advisors: Advisors) -> CustomerRow:
    return CustomerRow(
        name=customer.name,
        phone=customer.phone,
        kind=customer.kind,
        gender=customer.gender,
        annual_income=None if customer.annual_income is None else Decimal(customer.annual_income),
        source_channel=customer.source_channel,
        region=customer.region,
        city=customer.city,
        owner=_advisor(customer.key, advisors),
        since=moment(customer.created_on, customer.key, now=now),
    )


def vehicle_row(vehicle: DemoVehicle, *, now: dt.datetime, advisors: Advisors) -> VehicleRow:
    kind = "new_energy" if vehicle.energy in NEW_ENERGY else "blue"
    return VehicleRow(
        brand=vehicle.brand,
        series=vehicle.series,
        trim=vehicle.trim,
        vin=vehicle.vin,
        plate=vehicle.plate,
        plate_kind=kind if vehicle.plate else None,
        energy=vehicle.energy,
        engine=vehicle.engine,
        transmission=vehicle.transmission,
        color=vehicle.colour,
        body_style=vehicle.body_style,
        first_registered_on=vehicle.registered_on,
        owner=_advisor(vehicle.customer_key, advisors),
        since=moment(vehicle.created_on, vehicle.key, now=now),
    )


def sale_row(history: StoreHistory, order: DemoOrder, *, now: dt.datetime, advisors: Advisors) -> SaleRow:
    return SaleRow(
        number=order.number,
        ordered_on=order.ordered_on,
        price=Decimal(order.price),
        customer=customer_row(history.customers[order.customer_key], now=now, advisors=advisors),
        vehicle=vehicle_row(history.vehicles[order.vehicle_key], now=now, advisors=advisors),
        region=order.region,
        dealer_code=order.dealer_code,
        status=order.status,
        owner=_advisor(order.customer_key, advisors),
        since=moment(order.ordered_on, order.key, now=now),
    )
