"""What a car line is: series, trims, and what drives them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Energy = Literal["petrol", "diesel", "hev", "phev", "erev", "bev"]

NEW_ENERGY: frozenset[Energy] = frozenset({"phev", "erev", "bev"})
"""Kinds that get a green plate; a hybrid without a plug (hev) keeps the blue one."""


@dataclass(frozen=True, slots=True)
class Power:
    """What drives a trim, in the words of a Chinese price list."""

    energy: Energy
    engine: str
    transmission: str


@dataclass(frozen=True, slots=True)
class Trim:
    """guide_price: yuan, the maker's, VAT included."""

    name: str
    guide_price: int
    power: Power


@dataclass(frozen=True, slots=True)
class Series:
    """A car line of one brand.

    wmi: first three characters of its VINs.
    weight: share of the showroom's sales relative to its neighbours.
    launched / ended: first and last day on which a new one could be ordered; None is open.
    """

    brand: str
    name: str
    body_style: str
    wmi: str
    weight: float
    trims: tuple[Trim, ...]
    launched: date | None = None
    ended: date | None = None

    def on_sale(self, day: date) -> bool:
        after_launch = self.launched is None or self.launched <= day
        return after_launch and (self.ended is None or day <= self.ended)


@dataclass(frozen=True, slots=True)
class CarLine:
    """One trim of one series: what a customer signs for."""

    series: Series
    trim: Trim

    @property
    def new_energy(self) -> bool:
        return self.trim.power.energy in NEW_ENERGY
