"""Guess which column is which field, from its name and from what it holds, and say why."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from chezhan.catalogue.importing.dates import possible_orders
from chezhan.catalogue.importing.escaping import is_mending_header
from chezhan.catalogue.importing.profile import Column
from chezhan.headquarters.imports.targets import TARGETS, Target
from chezhan.headquarters.imports.values import Odd, Read, clean_text, reader_for

THRESHOLD = 0.4
SAMPLE = 300
# Warnings under which a value still is what its field holds.
MINOR = frozenset({"phone_short", "vin_check_digit", "date_in_future"})

_BRANDS = """
acura audi bmw buick byd cadillac chery chevrolet chrysler citroen dodge ferrari ford geely honda hyundai infiniti
jaguar jeep kia lexus lincoln mazda mercedes mercedes-benz mercedes-b mercury mitsubishi nio nissan oldsmobile peugeot
plymouth pontiac porsche renault saab saturn skoda subaru tesla toyota volkswagen volvo xpeng
奥迪 宝马 奔驰 保时捷 本田 别克 比亚迪 长安 长城 大众 东风 丰田 福特 传祺 哈弗 红旗 吉利 凯迪拉克 雷克萨斯 理想 领克
路虎 马自达 起亚 奇瑞 日产 荣威 斯柯达 特斯拉 蔚来 沃尔沃 问界 五菱 现代 小鹏
雪佛兰 雪铁龙 一汽-大众 上汽大众
"""
BRANDS = frozenset(_BRANDS.split())


@dataclass(frozen=True)
class Guess:
    """`target` is None where no field fits. `confidence`: 0 to 1. `reason`: a code with a text in `reasons`."""

    column: int
    header: str
    target: str | None
    confidence: float
    reason: str


def normalise_header(header: str) -> str:
    """Small letters, digits and hanzi alone: "Dealer_No " and "dealer no" are the same."""
    header = unicodedata.normalize("NFKC", header).lower()
    header = re.sub(r"[(\[].*?[)\]]", "", header) or header
    return re.sub(r"[^0-9a-z\u4e00-\u9fff]", "", header)


def guess_targets(*, columns: list[Column]) -> list[Guess]:
    """One guess a column, in the file's order; no field is given to two columns."""
    scored = [
        (score, -column.index, target.key, reason)
        for column in columns
        if not is_mending_header(column.header)
        for target in TARGETS
        for score, reason in [_score(column, target)]
        if score >= THRESHOLD
    ]
    chosen: dict[int, tuple[str, float, str]] = {}
    taken: set[str] = set()
    for score, minus_index, key, reason in sorted(scored, reverse=True):
        if -minus_index not in chosen and key not in taken:
            chosen[-minus_index] = key, round(score, 2), reason
            taken.add(key)
    return [
        Guess(column.index, column.header, *chosen[column.index])
        if column.index in chosen
        else Guess(
            column.index, column.header, None, 0.0,
            "added_by_chezhan" if is_mending_header(column.header) else "no_field_fits",
        )
        for column in columns
    ]  # fmt: skip


def _score(column: Column, target: Target) -> tuple[float, str]:
    header = normalise_header(column.header)
    fit = _content_fit(column, target)
    if header in target.names:
        name = 0.88 - 0.002 * target.names.index(header)
    elif header in target.hints:
        name = 0.55
    elif any(len(word) >= 4 and word in header for word in target.names if word.isascii()) or any(
        len(word) >= 2 and word in header for word in target.names if not word.isascii()
    ):
        name = 0.5
    else:
        # Content alone speaks only where it is unmistakable: 1 and 2 might be sexes or just numbers.
        plain = target.kind in ("vin", "plate", "gender") and not all(value.isdigit() for value in column.sample)
        return (0.6 * fit, "content_fits") if plain and fit > 0.9 else (0.0, "")
    if fit < 0.5:
        return name * 0.5, "name_fits_content_does_not"
    return name + 0.11 * fit, "name_and_content_fit" if name > 0.6 else "name_is_like"


def _content_fit(column: Column, target: Target) -> float:
    """Share of the sample, 0 to 1, that is what the field needs; 1 for an empty column."""
    values = [value for value in map(clean_text, column.sample[:SAMPLE]) if value]
    if not values:
        return 1.0
    distinct = len(set(values)) / len(values)
    dates = _share(values, lambda value: bool(possible_orders(value)))
    if target.key == "number":
        return distinct
    if target.key == "store":
        return 0.2 if distinct > 0.9 and len(values) > 20 else 1.0
    if target.key == "brand":
        return max(0.5, _share(values, lambda value: value.lower() in BRANDS))
    if target.kind in ("date", "text"):
        return dates if target.kind == "date" else 1.0 - dates
    reader = reader_for(kind=target.kind)
    return _share(values, lambda value: _is_sound(reader(value)))


def _is_sound(read: Read) -> bool:
    return not isinstance(read, Odd) or (not read.error and read.warning in MINOR)


def _share(values: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, values)) / len(values)
