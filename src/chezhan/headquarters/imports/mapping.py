"""The person's decision: which column is read into which field, and in what order dates are written."""

from dataclasses import dataclass, field
from typing import Any

from chezhan.catalogue.importing.dates import ORDERS
from chezhan.catalogue.importing.profile import Column
from chezhan.headquarters.imports.guessing import Guess
from chezhan.headquarters.imports.targets import BY_KEY, REQUIRED
from chezhan.kernel.errors import Invalid


class MappingInvalid(Invalid):
    """`fields` maps a target, or a column's header, to the codes of what is wrong there."""

    code = "import_mapping_invalid"
    message = "Some fields have no column or two; choose one column for each and try again."


@dataclass(frozen=True)
class Mapping:
    """`columns`: target → index of the column. `date_orders`: target → how its dates are written."""

    columns: dict[str, int]
    date_orders: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {"columns": self.columns, "date_orders": self.date_orders}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Mapping":
        return cls(columns=data["columns"], date_orders=data["date_orders"])


def mapping_from_guesses(*, guesses: list[Guess], columns: list[Column]) -> Mapping:
    """May lack required fields: it is a proposal."""
    chosen = {guess.target: guess.column for guess in guesses if guess.target}
    return Mapping(columns=chosen, date_orders=_settle_dates(chosen, {}, columns))


def check_mapping(*, targets: dict[int, str | None], date_orders: dict[str, str], columns: list[Column]) -> Mapping:
    """`targets`: index of the column → field, or None to leave it out. Raises MappingInvalid."""
    problems: dict[str, list[str]] = {}
    chosen: dict[str, int] = {}
    for index, target in sorted(targets.items()):
        if target is None:
            continue
        if target not in BY_KEY:
            problems.setdefault(target, []).append("unknown_field")
        elif not 0 <= index < len(columns):
            problems.setdefault(target, []).append("unknown_column")
        elif target in chosen:
            problems.setdefault(target, []).append("chosen_twice")
        else:
            chosen[target] = index
    for target in REQUIRED:
        if target not in chosen and target not in problems:
            problems.setdefault(target, []).append("required")
    for target, order in date_orders.items():
        if order not in ORDERS:
            problems.setdefault(target, []).append("unknown_date_order")
    if problems:
        raise MappingInvalid(fields=problems)
    return Mapping(columns=chosen, date_orders=_settle_dates(chosen, date_orders, columns))


def missing_targets(mapping: Mapping) -> list[str]:
    return [target for target in REQUIRED if target not in mapping.columns]


def _settle_dates(chosen: dict[str, int], asked: dict[str, str], columns: list[Column]) -> dict[str, str]:
    settled: dict[str, str] = {}
    for target, index in chosen.items():
        if BY_KEY[target].kind == "date":
            votes = columns[index].dates
            settled[target] = asked.get(target) or (votes and votes.order) or "ymd"
    return settled
