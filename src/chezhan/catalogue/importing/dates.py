"""Find out in which order a column writes its dates, from all its values together."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

ORDERS = ("ymd", "mdy", "dmy", "serial")
LONGEST = 40

_PARTS = re.compile(
    r"(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,4})\s*[日号]?"
    r"(?:[T\s]\s*\d{1,2}[:时点]\d{0,2}.*)?$"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)$")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?$")
_SERIAL_EPOCH = date(1899, 12, 30)
# 二〇二四年十一月二十日
_NUMERALS = {sign: str(number) for number, sign in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_TENS = re.compile("([一二三]?)十([一二三四五六七八九]?)")
_SHORT_YEAR = re.compile(r"(\d\d)年")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／－．", "0123456789/-.")


def read_date(text: str, order: str) -> date | None:
    """The date that `text` means when written in this order, or None. A time of day is left out.

    Two-digit years are taken when they come last or say 年: 00-68 are 2000-2068. "serial" is a spreadsheet's
    count of days since 1899-12-30.
    """
    text = text.translate(_FULL_WIDTH).strip()
    if "年" in text:
        text = _in_digits(text)
    if order == "serial":
        return _SERIAL_EPOCH + timedelta(days=int(text[:5])) if _SERIAL.match(text) else None
    if order == "ymd" and (match := _COMPACT.match(text)):
        return _real_date(*match.groups())
    match = _PARTS.match(text)
    return _in_order(*match.groups(), order=order) if match else None


def _in_digits(text: str) -> str:
    """Chinese numerals as digits, and a year that says 年 with its century."""
    text = _TENS.sub(lambda match: (match[1] or "一") + (match[2] or "〇"), text)
    text = "".join(_NUMERALS.get(sign, sign) for sign in text)
    return _SHORT_YEAR.sub(lambda match: _full_year(match[1]) + "年", text) if _SHORT_YEAR.match(text) else text


def _full_year(year: str) -> str:
    return year if len(year) == 4 else ("20" if int(year) < 69 else "19") + year


@lru_cache(maxsize=8192)
def possible_orders(text: str) -> tuple[str, ...]:
    return tuple(order for order in ORDERS if read_date(text, order))


@dataclass
class DateVotes:
    """How many of a column's values are dates in each order; feed it every value of the column."""

    values: int = 0
    votes: Counter[str] = field(default_factory=Counter)
    proof: dict[str, str] = field(default_factory=dict)

    def add(self, values: Iterable[str]) -> None:
        for text, times in Counter(values).items():
            orders = possible_orders(text) if len(text) <= LONGEST else ()
            self.values += times
            for order in orders:
                self.votes[order] += times
            if len(orders) == 1:
                self.proof.setdefault(orders[0], text)

    def as_json(self) -> dict[str, Any]:
        return {"values": self.values, "votes": dict(self.votes), "proof": self.proof}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "DateVotes":
        return cls(values=data["values"], votes=Counter(data["votes"]), proof=data["proof"])

    @property
    def order(self) -> str | None:
        """The order that fits the most values; month first where nothing tells."""
        best = max(ORDERS, key=lambda order: (self.votes[order], order == "mdy"))
        return best if self.votes[best] else None

    @property
    def ambiguous(self) -> bool:
        """Whether month-first and day-first explain the column equally well."""
        return self.order in ("mdy", "dmy") and self.votes["mdy"] == self.votes["dmy"]

    @property
    def mixed(self) -> bool:
        """Whether some values prove one order and others another."""
        return len(self.proof) > 1


def _in_order(first: str, second: str, third: str, *, order: str) -> date | None:
    if order == "ymd":
        return _real_date(first, second, third) if len(first) == 4 and len(third) <= 2 else None
    if len(first) > 2 or len(third) not in (2, 4):
        return None
    month, day = (first, second) if order == "mdy" else (second, first)
    return _real_date(_full_year(third), month, day)


def _real_date(year: str, month: str, day: str) -> date | None:
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return made if made.year >= 1900 else None
