"""How many, and which, by chance: everything drawn from a generator that the caller seeded."""

from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from math import exp
from random import Random
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Choice(Generic[Thing]):
    """Things drawn by weight, many times."""

    def __init__(self, weighted: Iterable[tuple[Thing, float]]) -> None:
        things, weights = zip(*weighted, strict=True)
        self._things: tuple[Thing, ...] = things
        self._cumulative = tuple(accumulate(weights))

    def draw(self, rng: Random) -> Thing:
        return rng.choices(self._things, cum_weights=self._cumulative)[0]


def draw_count(rng: Random, mean: float) -> int:
    """Poisson (Knuth's method; fine for the tens that one day brings)."""
    limit, product, count = exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count


def years_since(first: date, day: date) -> float:
    return (day - first).days / 365.25
