"""Which district lies in which city, and which city in which province: the administrative divisions of China, by the
names of GB/T 2260 (state of 2023). `places.csv`: a city a line, with its districts; no city where the province itself
has them.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("places.csv")
UNITS = re.compile(r"(特别行政区|自治区|自治州|地区|省|市|区|县|州|盟|旗)$")
PEOPLES = re.compile(
    "((壮|回|苗|土家|藏|羌|彝|哈尼|傣|白|景颇|傈僳|布依|侗|朝鲜|蒙古|柯尔克孜|哈萨克|维吾尔|瑶|满)族?)+(?=自治[区州]$)"
)
# Of each place the names above it, and its own.
Names = tuple[str, ...]


@lru_cache(maxsize=4_096)
def wholes(region: str) -> tuple[str, ...]:
    """Its name with those of its city and its province before it: one for each place that may be meant, none for what
    is no place known here. Any of the names may stand without its unit, and those above may be left out.
    """
    found = {
        "".join(names)
        for cut in range(len(region) - 1)
        for names in _places().get(region[cut:], ())
        if region[:cut] in _above(names[:-1])
    }
    return tuple(sorted(found))


def plain(name: str) -> str:
    """Without the unit, where something to be known by is left."""
    bare = UNITS.sub("", PEOPLES.sub("", name))
    return bare if len(bare) > 1 else name


@cache
def _places() -> dict[str, list[Names]]:
    """By name, with its unit and without."""
    by_name: dict[str, dict[Names, None]] = defaultdict(dict)
    for names in _read():
        for name in {names[-1], plain(names[-1])}:
            by_name[name][names] = None
    return {name: list(found) for name, found in by_name.items()}


def _read() -> Iterator[Names]:
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            above: Names = (row["province"], row["city"]) if row["city"] else (row["province"],)
            yield above[:1]
            yield above
            for district in row["districts"].split():
                yield *above, district


def _above(names: Names) -> set[str]:
    """All ways in which what stands before a place may be written: each name with its unit, without, or not at all."""
    ways = {""}
    for name in names:
        ways |= {way + one for way in ways for one in (name, plain(name))}
    return ways
