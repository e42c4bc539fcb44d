"""Invented customers of one store."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from chezhan.config.demo.chance import Choice
from chezhan.config.demo.names import Gender, invent_company_name, invent_person_name
from chezhan.config.demo.phones import invent_phone
from chezhan.config.demo.records import DemoCustomer
from chezhan.config.demo.story import StorePlan

DEALER_CHANNELS: dict[str, float] = {
    "walk_in": 27, "portal": 35, "social": 12, "referral": 12, "web": 5, "call": 4, "event": 5,
}  # fmt: skip
REPAIR_CHANNELS: dict[str, float] = {
    "walk_in": 38, "referral": 24, "social": 19, "web": 14, "call": 5,
}  # fmt: skip


@dataclass
class CustomerBook:
    """Invents customers and keeps them. taken_phones is shared by the whole group."""

    plan: StorePlan
    rng: Random
    taken_phones: set[str]
    company_share: float
    customers: list[DemoCustomer] = field(default_factory=list)

    def __post_init__(self) -> None:
        channels = DEALER_CHANNELS if self.plan.pack == "dealer" else REPAIR_CHANNELS
        self._channel = Choice(channels.items())
        self._district = Choice((district, district.weight) for district in self.plan.city.districts)
        self._offices = {district.name: district.plate for district in self.plan.city.districts}

    def invent(self, *, day: date, car_price: int) -> DemoCustomer:
        """car_price: yuan, what they drive or buy; their income goes with it."""
        rng = self.rng
        district = self._district.draw(rng)
        company = rng.random() < self.company_share
        gender: Gender | None = None
        if company:
            name = invent_company_name(rng, city=self.plan.city)
        else:
            gender = "male" if rng.random() < self.plan.male_share else "female"
            age = min(68.0, max(21.0, rng.gauss(self.plan.buyer_age, 8.5)))
            born = day.year - round(age)
            name = invent_person_name(rng, city=self.plan.city, gender=gender, birth_year=born)
        income = max(48, round(car_price * rng.lognormvariate(-0.05, 0.42) / 1000)) * 1000
        customer = DemoCustomer(
            key=len(self.customers),
            kind="company" if company else "person",
            name=name,
            gender=gender,
            phone=invent_phone(rng, taken=self.taken_phones),
            annual_income=None if company else income,
            region=district.name,
            city=district.city,
            source_channel=self._channel.draw(rng),
            created_on=day,
        )
        self.keep(customer)
        return customer

    def keep(self, customer: DemoCustomer) -> None:
        self.customers.append(customer)

    def plate_office(self, customer: DemoCustomer) -> str:
        return self._offices[customer.region]
