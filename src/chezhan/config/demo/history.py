"""The whole group's two years, store by store: the same seed and day give the same people and cars."""

from collections.abc import Iterator
from datetime import date
from random import Random

from chezhan.config.demo.records import StoreHistory
from chezhan.config.demo.showroom import generate_dealer
from chezhan.config.demo.story import DEALERS, REPAIR_SHOPS
from chezhan.config.demo.taken import Taken
from chezhan.config.demo.workshop import generate_repair_shop

SEED = "chengqi"


def first_day(today: date) -> date:
    """The first of the same month two years ago: 24 whole months and what there is of this one."""
    return date(today.year - 2, today.month, 1)


def generate_group(*, today: date, seed: str = SEED, scale: float = 1.0) -> Iterator[StoreHistory]:
    """The five showrooms first, then the three repair shops. scale: 1.0 is life-size."""
    first, taken = first_day(today), Taken()
    showrooms: dict[str, StoreHistory] = {}
    for plan in DEALERS:
        rng = Random(f"{seed}/{plan.key}")
        history = generate_dealer(plan=plan, first=first, today=today, rng=rng, taken=taken, scale=scale)
        showrooms[plan.city.name] = history
        yield history
    for plan in REPAIR_SHOPS:
        yield generate_repair_shop(
            plan=plan,
            first=first,
            today=today,
            rng=Random(f"{seed}/{plan.key}"),
            taken=taken,
            scale=scale,
            neighbour=showrooms.get(plan.city.name),
        )
