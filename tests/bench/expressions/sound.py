"""Sound expressions made at random, and records for them: the same for the same seed."""

import datetime as dt
import random
import uuid
from decimal import Decimal

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from chezhan.expressions import ast
from tests.factories.motor_pool import STATES, Car, Garage, Job, Thing
from tests.factories.random_expressions import VALUES, expressions


def sound_expressions(*, count: int) -> list[ast.Node]:
    """Up to `count` different ones."""
    found: dict[str, ast.Node] = {}

    @seed(count)
    @settings(
        max_examples=count * 5,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(VALUES).flatmap(expressions))
    def gather(expression: ast.Node) -> None:
        # The short ones say little.
        if len(found) < count and len(expression.model_dump_json()) > 150:
            found.setdefault(expression.model_dump_json(), expression)

    gather()
    return list(found.values())


class Chance:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def maybe(self, value):
        return value if self.random.random() > 0.2 else None

    def number(self) -> Decimal | None:
        return self.maybe(Decimal(self.random.randrange(-1_000_000, 10_000_000)).scaleb(-self.random.randrange(5)))

    def day(self) -> dt.date | None:
        return self.maybe(dt.date(2022, 1, 1) + dt.timedelta(days=self.random.randrange(1_000)))

    def moment(self) -> dt.datetime | None:
        return self.maybe(dt.datetime.fromtimestamp(1_640_000_000 + self.random.randrange(86_400_000), dt.UTC))

    def word(self) -> str:
        return "".join(self.random.choices("abAB%_比亚迪ß ", k=self.random.randrange(8)))

    def truth(self) -> bool | None:
        return self.random.choice([True, False, None])

    def key(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128))


def make_world(*, seed: int, garages: int = 15, cars: int = 300, jobs: int = 1_500) -> list[Thing]:
    by = Chance(seed)
    choose = by.random.choice
    places = [
        Garage(
            id=by.key(), secret="s", name=by.word(), rating=Decimal(by.random.randrange(50)) / 10, opened_on=by.day()
        )
        for _ in range(garages)
    ]
    pool = [
        Car(
            id=by.key(), secret="s", garage=by.maybe(choose(places)), name=by.word(), plate=by.maybe(by.word()),
            mileage=by.maybe(by.random.randrange(300_000)), price=by.number(), sold=by.truth(), bought_on=by.day(),
            seen_at=by.moment(), state=choose(STATES), tags=by.maybe(by.random.choices(["a", "b", "比亚"], k=2)),
            owner=by.maybe(by.key()),
        )
        for _ in range(cars)
    ]  # fmt: skip
    work = [
        Job(
            id=by.key(), secret="s", car=choose(pool), title=by.maybe(by.word()), cost=by.number(), paid=by.truth(),
            done_on=by.day(), ended_at=by.moment(),
        )
        for _ in range(jobs)
    ]  # fmt: skip
    return [*places, *pool, *work]
