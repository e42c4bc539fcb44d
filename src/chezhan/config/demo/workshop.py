"""Two years of a repair shop: who came for the first time, with which cars."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from chezhan.config.demo.cars.shape import CarLine, Series
from chezhan.config.demo.chance import Choice, draw_count, years_since
from chezhan.config.demo.colours import choose_colour
from chezhan.config.demo.customers import CustomerBook
from chezhan.config.demo.plates import invent_plate
from chezhan.config.demo.records import DemoCustomer, DemoVehicle, StoreHistory
from chezhan.config.demo.seasons import days_between, workshop_factor
from chezhan.config.demo.story import StorePlan
from chezhan.config.demo.taken import Taken
from chezhan.config.demo.vins import invent_vin

COMPANY_SHARE = 0.06
REGULAR_SHARE = 0.07
"""New customers who bought their car in the group's own showroom of the same city."""
OLDEST_CAR = date(2012, 3, 1)
NO_VIN_SHARE = 0.02
NEW_ENERGY_RAMP = {2018: 0.12, 2019: 0.16, 2020: 0.22, 2021: 0.4, 2022: 0.8, 2023: 1.1, 2024: 1.7}
"""Weight of new-energy cars by the year they were bought; 2025 on: 2.2, before 2018: 0.08."""


def _lines_bought_in(series: tuple[Series, ...], year: int, electric_drift: float) -> Choice[CarLine]:
    ramp = 0.08 if year < 2018 else NEW_ENERGY_RAMP.get(year, 2.2)
    weighted = []
    for one in series:
        if not one.on_sale(date(year, 12, 31)):
            continue
        for trim in one.trims:
            line = CarLine(one, trim)
            weighted.append((line, one.weight * (ramp * electric_drift if line.new_energy else 1.0)))
    return Choice(weighted)


@dataclass
class _Workshop:
    plan: StorePlan
    first: date
    rng: Random
    taken: Taken
    book: CustomerBook
    neighbour: StoreHistory | None
    vehicles: list[DemoVehicle] = field(default_factory=list)
    welcomed: set[int] = field(default_factory=set)
    lines_of_year: dict[int, Choice[CarLine]] = field(default_factory=dict)

    def welcome(self, day: date) -> None:
        if self.rng.random() < REGULAR_SHARE and self._welcome_regular(day):
            return
        line, purchased = self._car_of(day)
        customer = self.book.invent(day=day, car_price=line.trim.guide_price)
        self._keep_car(customer, line, purchased)
        more = self.rng.choice((1, 2, 4)) if customer.kind == "company" else int(self.rng.random() < 0.11)
        for _ in range(more):
            self._keep_car(customer, *self._car_of(day))

    def _welcome_regular(self, day: date) -> bool:
        """The buyer of a car from the showroom next door; True if one was found at a first draw."""
        if self.neighbour is None or not self.neighbour.orders:
            return False
        order = self.rng.choice(self.neighbour.orders)
        if order.customer_key in self.welcomed or day - order.ordered_on < timedelta(days=60):
            return False
        self.welcomed.add(order.customer_key)
        known = self.neighbour.customers[order.customer_key]
        customer = replace(known, key=len(self.book.customers), source_channel="repurchase", created_on=day)
        self.book.keep(customer)
        car = self.neighbour.vehicles[order.vehicle_key]
        self.vehicles.append(replace(car, key=len(self.vehicles), customer_key=customer.key, created_on=day))
        return True

    def _car_of(self, day: date) -> tuple[CarLine, date]:
        age = timedelta(days=int(self.rng.gammavariate(2.4, 2.3) * 365) + 120)
        purchased = max(OLDEST_CAR, day - age)
        year = purchased.year
        lines = self.lines_of_year.get(year)
        if lines is None:
            lines = _lines_bought_in(self.plan.showroom, year, self.plan.electric_drift)
            self.lines_of_year[year] = lines
        return lines.draw(self.rng), purchased

    def _keep_car(self, customer: DemoCustomer, line: CarLine, purchased: date) -> None:
        rng = self.rng
        energy, office = line.trim.power.energy, self.book.plate_office(customer)
        built = purchased - timedelta(days=rng.randint(15, 120))
        vin = invent_vin(rng, line=line, model_year=built.year, taken=self.taken.vins)
        self.vehicles.append(
            DemoVehicle(
                key=len(self.vehicles),
                customer_key=customer.key,
                vin=None if rng.random() < NO_VIN_SHARE else vin,
                plate=invent_plate(rng, office=office, energy=energy, taken=self.taken.plates),
                brand=line.series.brand,
                series=line.series.name,
                trim=f"{built.year}款 {line.trim.name}",
                energy=energy,
                engine=line.trim.power.engine,
                transmission=line.trim.power.transmission,
                body_style=line.series.body_style,
                colour=choose_colour(rng, line),
                registered_on=min(customer.created_on, purchased + timedelta(days=rng.randint(2, 15))),
                created_on=customer.created_on,
            )
        )


def generate_repair_shop(
    *,
    plan: StorePlan,
    first: date,
    today: date,
    rng: Random,
    taken: Taken,
    scale: float,
    neighbour: StoreHistory | None,
) -> StoreHistory:
    """neighbour: the group's showroom in the same city, whose buyers come here for service."""
    book = CustomerBook(plan, rng, taken.phones, COMPANY_SHARE)
    shop = _Workshop(plan, first, rng, taken, book, neighbour)
    for day in days_between(first, today):
        daily = plan.monthly * 12 / 365.25 * plan.yearly_growth ** years_since(first, day)
        for _ in range(draw_count(rng, daily * workshop_factor(day) * scale)):
            shop.welcome(day)
    return StoreHistory(plan, tuple(book.customers), tuple(shop.vehicles), ())
