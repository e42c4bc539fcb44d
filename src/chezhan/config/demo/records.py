"""What the generator hands out: one store's customers, vehicles and orders, keyed by small integers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from chezhan.config.demo.cars.shape import Energy
from chezhan.config.demo.names import Gender
from chezhan.config.demo.story import StorePlan

OrderStatus = Literal["deposit", "allocated", "invoiced", "delivered"]


@dataclass(frozen=True, slots=True)
class DemoCustomer:
    """annual_income: yuan; None and no gender for a company. region: district, with its city before it."""

    key: int
    kind: Literal["person", "company"]
    name: str
    gender: Gender | None
    phone: str
    annual_income: int | None
    region: str
    city: str
    source_channel: str
    created_on: date


@dataclass(frozen=True, slots=True)
class DemoVehicle:
    """vin: None on a repair shop's oldest papers. plate, registered_on: None while the car waits for them."""

    key: int
    customer_key: int
    vin: str | None
    plate: str | None
    brand: str
    series: str
    trim: str
    energy: Energy
    engine: str
    transmission: str
    body_style: str
    colour: str
    registered_on: date | None
    created_on: date


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """price and guide_price: yuan, VAT included.

    number: SO + day + running number, without gaps per store and day.
    """

    key: int
    number: str
    customer_key: int
    vehicle_key: int
    ordered_on: date
    brand: str
    series: str
    trim: str
    region: str
    guide_price: int
    price: int
    status: OrderStatus
    dealer_code: str


@dataclass(frozen=True, slots=True)
class StoreHistory:
    """Everything that happened in one store, each tuple in the order of its dates. scale: 1.0 is life-size."""

    store: StorePlan
    customers: tuple[DemoCustomer, ...]
    vehicles: tuple[DemoVehicle, ...]
    orders: tuple[DemoOrder, ...]
    scale: float = 1.0
