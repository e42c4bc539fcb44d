"""Two years of a 4S store: who ordered what, when, for how much."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from chezhan.config.demo.cars.shape import CarLine
from chezhan.config.demo.chance import Choice, draw_count, years_since
from chezhan.config.demo.colours import choose_colour
from chezhan.config.demo.customers import CustomerBook
from chezhan.config.demo.plates import invent_plate
from chezhan.config.demo.records import DemoCustomer, DemoOrder, DemoVehicle, OrderStatus, StoreHistory
from chezhan.config.demo.seasons import days_between, showroom_factor
from chezhan.config.demo.story import StorePlan
from chezhan.config.demo.taken import Taken
from chezhan.config.demo.vins import invent_vin

TRIM_SHARES = (1.0, 0.9, 0.55, 0.4)
"""Of a series' trims, from the cheapest on."""
REPEAT_SHARE = 0.05
REPEAT_AFTER = timedelta(days=150)
COMPANY_SHARE = 0.04


@dataclass
class _Showroom:
    plan: StorePlan
    first: date
    today: date
    rng: Random
    taken: Taken
    book: CustomerBook
    vehicles: list[DemoVehicle] = field(default_factory=list)
    orders: list[DemoOrder] = field(default_factory=list)

    def progress(self, day: date) -> float:
        """0 when the history begins, 1 today."""
        return (day - self.first).days / max(1, (self.today - self.first).days)

    def open_day(self, day: date, count: int) -> None:
        if not count:
            return
        on_offer = self._lines_on(day)
        for number in range(1, count + 1):
            self._sell(day, number, on_offer.draw(self.rng))

    def _lines_on(self, day: date) -> Choice[CarLine]:
        drift = self.plan.electric_drift ** years_since(self.first, day)
        weighted = []
        for series in self.plan.showroom:
            if not series.on_sale(day):
                continue
            for trim, share in zip(series.trims, TRIM_SHARES, strict=False):
                line = CarLine(series, trim)
                weighted.append((line, series.weight * share * (drift if line.new_energy else 1.0)))
        return Choice(weighted)

    def _sell(self, day: date, number: int, line: CarLine) -> None:
        price = self._deal_price(day, line)
        customer = self._buyer(day, price)
        handed_over = day + timedelta(days=self.rng.randint(2, 14))
        vehicle = self._car(day, line, customer, handed_over)
        self.orders.append(
            DemoOrder(
                key=len(self.orders),
                number=f"SO{day:%Y%m%d}-{number:04d}",
                customer_key=customer.key,
                vehicle_key=vehicle.key,
                ordered_on=day,
                brand=line.series.brand,
                series=line.series.name,
                trim=vehicle.trim,
                region=customer.region,
                guide_price=line.trim.guide_price,
                price=price,
                status=_status(self.today, handed_over),
                dealer_code=self.plan.code,
            )
        )

    def _deal_price(self, day: date, line: CarLine) -> int:
        """Deeper at the month's and the year's end, hardly any on a car just launched."""
        start, end = self.plan.discount
        share = start + (end - start) * self.progress(day) + self.rng.gauss(0, 0.016)
        if (day + timedelta(days=4)).month != day.month:
            share += 0.008
        if day.month == 12:
            share += 0.01
        launched = line.series.launched
        if launched and (day - launched).days < 120:
            share *= 0.25
        share = min(0.35, max(0.0, share))
        return round(line.trim.guide_price * (1 - share) / 100) * 100

    def _buyer(self, day: date, price: int) -> DemoCustomer:
        if self.rng.random() < REPEAT_SHARE and self.orders:
            earlier = self.orders[int(self.rng.random() * len(self.orders))]
            if day - earlier.ordered_on >= REPEAT_AFTER:
                return self.book.customers[earlier.customer_key]
        first_contact = day - timedelta(days=min(45, int(self.rng.expovariate(1 / 9))))
        return self.book.invent(day=max(self.first, first_contact), car_price=price)

    def _car(self, day: date, line: CarLine, customer: DemoCustomer, handed_over: date) -> DemoVehicle:
        rng = self.rng
        built = day - timedelta(days=rng.randint(12, 75))
        # The next model year comes off the line from September on.
        model_year = built.year + (built.month >= 9)
        registered = handed_over + timedelta(days=rng.randint(0, 6))
        waits = registered > self.today
        office, energy = self.book.plate_office(customer), line.trim.power.energy
        plate = invent_plate(rng, office=office, energy=energy, taken=self.taken.plates)
        vehicle = DemoVehicle(
            key=len(self.vehicles),
            customer_key=customer.key,
            vin=invent_vin(rng, line=line, model_year=model_year, taken=self.taken.vins),
            plate=None if waits else plate,
            brand=line.series.brand,
            series=line.series.name,
            trim=f"{model_year}款 {line.trim.name}",
            energy=energy,
            engine=line.trim.power.engine,
            transmission=line.trim.power.transmission,
            body_style=line.series.body_style,
            colour=choose_colour(rng, line),
            registered_on=None if waits else registered,
            created_on=day,
        )
        self.vehicles.append(vehicle)
        return vehicle


def generate_dealer(
    *, plan: StorePlan, first: date, today: date, rng: Random, taken: Taken, scale: float
) -> StoreHistory:
    """scale: 1.0 is life-size; 0.1 sells a tenth as many cars."""
    book = CustomerBook(plan, rng, taken.phones, COMPANY_SHARE)
    room = _Showroom(plan, first, today, rng, taken, book)
    moods: dict[tuple[int, int], float] = {}
    for day in days_between(first, today):
        mood = moods.setdefault((day.year, day.month), rng.lognormvariate(0, 0.05))
        daily = plan.monthly * 12 / 365.25 * plan.yearly_growth ** years_since(first, day)
        daily *= showroom_factor(day) * mood * _incident(plan, (today - day).days) * scale
        room.open_day(day, draw_count(rng, daily))
    return StoreHistory(plan, tuple(book.customers), tuple(room.vehicles), tuple(room.orders), scale)


def _status(today: date, handed_over: date) -> OrderStatus:
    ahead = (handed_over - today).days
    if ahead <= 0:
        return "delivered"
    if ahead <= 2:
        return "invoiced"
    return "allocated" if ahead <= 6 else "deposit"


def _incident(plan: StorePlan, days_ago: int) -> float:
    factor = 1.0
    for incident in plan.incidents:
        if incident.last_days_ago <= days_ago <= incident.first_days_ago:
            factor *= incident.factor
    return factor
