"""What the person should know about a file as a whole and about its columns, before importing it."""

import re
from typing import Any

from chezhan.catalogue.importing.dates import read_date
from chezhan.catalogue.importing.files.reading import Shape
from chezhan.catalogue.importing.profile import Column
from chezhan.headquarters.imports.mapping import Mapping
from chezhan.headquarters.imports.parts import Part
from chezhan.headquarters.imports.targets import BY_KEY

MANY_STORES = 100
_FOREIGN_MONEY = re.compile(r"US\$|USD|EUR|HKD|GBP|JPY|[$€£]", re.IGNORECASE)

# {"level": "info" | "warning", "column": header or None, "target": field or None, "code", "params"}
Notice = dict[str, Any]


def file_notices(*, shape: Shape) -> list[Notice]:
    notices = [
        _notice("info", "header_renamed", column=after, before=before, after=after) for before, after in shape.renamed
    ]
    if any(_is_data(header) for header in shape.headers):
        notices.append(_notice("warning", "header_looks_like_data"))
    return notices


def column_notices(*, columns: list[Column], mapping: Mapping) -> list[Notice]:
    target_of = {index: target for target, index in mapping.columns.items()}
    notices = []
    for column in columns:
        target = target_of.get(column.index)
        if column.repaired:
            before, after = next(iter(column.repairs.items()))
            notices.append(
                _notice("info", "repaired_text", column.header, target,
                        count=column.repaired, before=before, after=after, examples=column.repairs)
            )  # fmt: skip
        if target and column.dates and BY_KEY[target].kind == "date":
            notices.append(_date_notice(column, target, mapping.date_orders[target]))
        if target and BY_KEY[target].kind == "money":
            text = " ".join([column.header, *column.sample[:20]])
            if sign := _FOREIGN_MONEY.search(text):
                notices.append(_notice("warning", "currency_other", column.header, target, sign=sign[0]))
    return notices


def store_notices(*, parts: list[Part]) -> list[Notice]:
    notices = [
        _notice("info", "store_spellings", target="store", spellings=" / ".join(part.spellings))
        for part in parts
        if len(part.spellings) > 1
    ]
    if len(parts) > MANY_STORES:
        notices.append(_notice("warning", "many_stores", target="store", count=len(parts)))
    return notices


def _date_notice(column: Column, target: str, order: str) -> Notice:
    votes = column.dates
    assert votes is not None
    if votes.mixed:
        first, second = list(votes.proof.values())[:2]
        return _notice("warning", "date_order_mixed", column.header, target, order=order, first=first, second=second)
    if votes.ambiguous:
        return _notice("warning", "date_order_ambiguous", column.header, target, order=order)
    proof = votes.proof.get(order) or (column.sample[0] if column.sample else "")
    return _notice("info", "date_order", column.header, target, order=order, proof=proof)


def _is_data(header: str) -> bool:
    return bool(re.fullmatch(r"[\d.,]+", header)) or any(read_date(header, order) for order in ("ymd", "mdy", "dmy"))


def _notice(level: str, code: str, column: str | None = None, target: str | None = None, **params: Any) -> Notice:
    return {"level": level, "column": column, "target": target, "code": code, "params": params}
