"""The first pass over a file: what each column holds, before anything is decided about it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from chezhan.catalogue.importing.dates import DateVotes, possible_orders
from chezhan.catalogue.importing.files.refusals import FileHeaderOnly
from chezhan.catalogue.importing.repair import is_lost, repair_text

# (number of the row, cells, code of what is wrong with its shape or nothing)
Row = tuple[int, Sequence[str], str | None]

# Together these bound the memory of the worst file to about 150 MB.
BATCH = 500
DISTINCT_LIMIT = 1_000
LONG_VALUE = 200
EXAMPLES = 5


@dataclass
class Column:
    """`counts` maps each value to how often it occurs, or is None once there are more than DISTINCT_LIMIT."""

    index: int
    header: str
    sample: list[str] = field(default_factory=list)
    filled: int = 0
    counts: Counter[str] | None = field(default_factory=Counter)
    dates: DateVotes | None = None
    repaired: int = 0
    repairs: dict[str, str] = field(default_factory=dict)
    lost: int = 0

    @property
    def distinct(self) -> int | None:
        return None if self.counts is None else len(self.counts)

    def look_at(self, values: tuple[str, ...]) -> None:
        filled = list(filter(None, values))
        self.filled += len(filled)
        if self.dates is not None:
            self.dates.add(filled)
        if self.counts is not None:
            self.counts.update(filled)
            if len(self.counts) > DISTINCT_LIMIT or max(map(len, values)) > LONG_VALUE:
                self.counts = None
        foreign = Counter(value for value in filled if not value.isascii())
        for value, times in foreign.items():
            mended = repair_text(value)
            if mended != value:
                self.repaired += times
                if len(self.repairs) < EXAMPLES:
                    self.repairs.setdefault(value[:80], mended[:80])
            if is_lost(mended):
                self.lost += times

    def as_json(self) -> dict[str, Any]:
        """What later steps need of a column: everything but the sample, of which a few values stay."""
        common = [] if self.counts is None else self.counts.most_common(EXAMPLES)
        return {
            "index": self.index, "header": self.header, "filled": self.filled, "distinct": self.distinct,
            "examples": [value for value, _ in common] or list(dict.fromkeys(filter(None, self.sample)))[:EXAMPLES],
            "repaired": self.repaired, "repairs": self.repairs, "lost": self.lost,
            "dates": self.dates and self.dates.as_json(),
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Column":
        return cls(
            index=data["index"], header=data["header"], sample=data["examples"], filled=data["filled"], counts=None,
            repaired=data["repaired"], repairs=data["repairs"], lost=data["lost"],
            dates=DateVotes.from_json(data["dates"]) if data["dates"] else None,
        )  # fmt: skip


@dataclass
class Profile:
    """`rows` counts rows that are not blank; `misshapen` those whose cells do not match the header."""

    columns: list[Column]
    rows: int = 0
    misshapen: int = 0
    last_row: int = 0


def profile_rows(
    *, headers: Sequence[str], rows: Iterator[Row], progress: Callable[[int], None] | None = None
) -> Profile:
    """One pass in bounded memory. `progress` is told the number of rows after every batch. Raises FileHeaderOnly."""
    columns = [Column(index=i, header=header) for i, header in enumerate(headers)]
    profile = Profile(columns=columns)
    while batch := list(islice(rows, BATCH)):
        profile.rows += len(batch)
        profile.last_row = batch[-1][0]
        whole = [[cell.strip() for cell in cells] for _, cells, fault in batch if not fault]
        profile.misshapen += len(batch) - len(whole)
        first = profile.rows == len(batch)
        for column, values in zip(columns, zip(*whole, strict=True), strict=False):
            if first:
                column.sample = [value[:LONG_VALUE] for value in values]
                column.dates = DateVotes() if _looks_like_dates(column.sample) else None
            column.look_at(values)
        if progress:
            progress(profile.rows)
    if not profile.rows:
        raise FileHeaderOnly
    return profile


def _looks_like_dates(sample: list[str]) -> bool:
    filled = [value for value in sample if value]
    return bool(filled) and sum(bool(possible_orders(value)) for value in filled) >= len(filled) / 2
