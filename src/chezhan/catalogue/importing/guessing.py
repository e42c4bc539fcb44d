"""Guess which column is which field: by what was chosen for such a header before, by its name, by what it holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from chezhan.catalogue.entity import Field
from chezhan.catalogue.importing.converting import Fault, Known, cleaned, reader_for
from chezhan.catalogue.importing.dates import possible_orders
from chezhan.catalogue.importing.escaping import is_mending_header
from chezhan.catalogue.importing.ordering import ColumnOrder
from chezhan.catalogue.importing.profile import Column
from chezhan.catalogue.importing.synonyms import SYNONYMS, normalise_header
from chezhan.catalogue.importing.targets import Target

THRESHOLD = 0.4
SAMPLE = 200
# Their content speaks for itself, whatever the header.
TELLING = {"phone", "plate", "vin", "id_card", "email", "tax_no"}
LINK_BEHIND = 0.02


@dataclass(frozen=True)
class Guess:
    """`target` is None where no field fits. `confidence`: 0 to 1. `reason`: a code that the interface has words for."""

    column: int
    target: str | None
    confidence: float
    reason: str


def guess_columns(
    *, columns: Sequence[Column], targets: Mapping[str, Target], known: Known, remembered: Mapping[str, str]
) -> list[Guess]:
    """One guess a column, in the file's order; no field is given to two columns. `remembered`: header → target."""
    scored = []
    for column in columns:
        if is_mending_header(column.header):
            continue
        before = remembered.get(normalise_header(column.header))
        for order, target in enumerate(targets.values()):
            score, reason = _score(column, target, known)
            if target.key == before:
                score, reason = 0.99, "as_before"
            if score >= THRESHOLD:
                scored.append((score, -column.index, -order, target.key, reason))
    chosen: dict[int, Guess] = {}
    taken: set[str] = set()
    for score, minus_index, _, key, reason in sorted(scored, reverse=True):
        if -minus_index not in chosen and key not in taken:
            chosen[-minus_index] = Guess(-minus_index, key, round(score, 2), reason)
            taken.add(key)
    return [chosen.get(column.index) or _none(column) for column in columns]


def _none(column: Column) -> Guess:
    added = is_mending_header(column.header)
    return Guess(column.index, None, 0.0, "added_by_chezhan" if added else "no_field_fits")


def _score(column: Column, target: Target, known: Known) -> tuple[float, str]:
    header = normalise_header(column.header)
    name = _name_fit(header, target)
    fit = content_fit(column, target, known)
    if not name:
        if target.type_name in TELLING and fit > 0.8 and column.filled:
            return 0.6 * fit - (LINK_BEHIND if target.link else 0), "content_fits"
        return 0.0, ""
    if fit < 0.5:
        return name * 0.6, "name_fits_content_does_not"
    return name + 0.1 * fit, "name_and_content_fit" if name > 0.6 else "name_is_like"


def _name_fit(header: str, target: Target) -> float:
    if not header:
        return 0.0
    return _own_fit(header, target) if target.link is None else _link_fit(header, target, target.link)


def _own_fit(header: str, target: Target) -> float:
    field = target.field
    if header in _normalised(field.label.zh, field.label.en, field.name.removeprefix("x_"), *target.names):
        return 0.88
    names = SYNONYMS.get(field.name, ())
    if header in names:
        return 0.8 - 0.002 * names.index(header)
    return 0.5 if any(len(word) >= (4 if word.isascii() else 2) and word in header for word in names) else 0.0


def _link_fit(header: str, target: Target, link: Field) -> float:
    """车主电话: the link's name before the name of what it is found by; either alone says less."""
    field = target.field
    ends = _normalised(field.label.zh, field.label.en, field.name) | set(SYNONYMS.get(field.name, ()))
    heads = _normalised(link.label.zh, link.label.en, link.name) | set(SYNONYMS.get(link.name, ()))
    if header in _normalised(*target.names) or any(
        header.startswith(head) and header[len(head) :] in ends for head in heads if head
    ):
        return 0.86
    return 0.78 if header in heads else 0.7 if header in ends else 0.0


def _normalised(*names: str) -> set[str]:
    return {normalise_header(name) for name in names}


def content_fit(column: Column, target: Target, known: Known) -> float:
    """Share of the sample, 0 to 1, that is what the field needs; 1 for an empty column."""
    values = [value for value in (one.strip() for one in column.sample[:SAMPLE]) if value]
    if not values:
        return 1.0
    dates = sum(bool(possible_orders(value)) for value in values) / len(values)
    kind = target.type_name
    if kind in ("date", "datetime"):
        return max(dates, _share(values, lambda value: value[:4].isdigit() and value[4:5] == "-"))
    if kind in ("text", "long_text", "rich_text"):
        return 1.0 - dates if target.field.name != "number" else len(set(values)) / len(values)
    read = reader_for(target.field, ColumnOrder(column.index, target.key), known)

    def fits(value: str) -> bool:
        found = read(" ".join(value.split()))
        return not isinstance(found, Fault) and not isinstance(cleaned(target.field, found), Fault)

    return _share(values, fits)


def _share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, values)) / len(values)
