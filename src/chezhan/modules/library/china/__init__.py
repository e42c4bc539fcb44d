"""What the Chinese market sells new: brands.csv and trims.csv, read once; their heads say what they are."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

EDITION = "2026-11"
NEW_ENERGY = frozenset({"phev", "erev", "bev"})
# Usual in the trade where the maker says nothing else: months, km.
OIL, SERVICE, ELECTRIC_SERVICE = (6, 10_000), (6, 10_000), (12, 20_000)


@dataclass(frozen=True, slots=True)
class BrandLine:
    """Months and km of the warranty of the whole car, and of battery, motor and controller; None without a bound."""

    name: str
    english: str
    maker: str
    origin: str
    warranty: tuple[int | None, int | None]
    power_warranty: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class TrimLine:
    """`name`: with the series' name before it."""

    brand: str
    series: str
    body_style: str
    name: str
    energy: str
    guide_price: Decimal
    engine: str
    transmission: str


@cache
def brands() -> Mapping[str, BrandLine]:
    found = (
        BrandLine(
            row["brand"],
            row["english"],
            row["maker"],
            row["origin"],
            (int(row["months"]) or None, int(row["km"]) or None),
            (int(row["power_months"]) or None, int(row["power_km"]) or None),
        )
        for row in _rows("brands.csv")
    )
    return {one.name: one for one in found}


@cache
def trims() -> tuple[TrimLine, ...]:
    return tuple(
        TrimLine(
            row["brand"],
            row["series"],
            row["body_style"],
            full_name(series=row["series"], trim=row["trim"]),
            row["energy"],
            Decimal(row["guide_price"]),
            row["engine"],
            row["transmission"],
        )
        for row in _rows("trims.csv")
    )


@cache
def holding_months() -> Mapping[tuple[str, str], int]:
    """By body style, and "new" for new-energy series, "fuel" for others; see the head of holding.csv."""
    return {(row["body_style"], row["energy"]): int(row["months"]) for row in _rows("holding.csv")}


@cache
def months_kept() -> Mapping[tuple[str, str], int]:
    """By brand and series: for how long people usually keep one. A series with both kinds of drive counts as fuel."""
    drives: dict[tuple[str, str], set[str]] = {}
    for line in trims():
        drives.setdefault((line.brand, line.series), set()).add("new" if line.energy in NEW_ENERGY else "fuel")
    bodies = {(line.brand, line.series): line.body_style for line in trims()}
    usual = holding_months()
    return {
        key: usual[(bodies[key], "new" if found == {"new"} else "fuel")] for key, found in drives.items() if bodies[key]
    }


def full_name(*, series: str, trim: str) -> str:
    return f"{series} {trim}"


def _rows(name: str) -> list[dict[str, str]]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
