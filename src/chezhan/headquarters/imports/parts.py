"""The rows of one store on disk, ready to go in: JSON lines, the first of which names the fields."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

BUFFER_BYTES = 4 << 20


def store_key(name: str) -> str:
    """Two names with the same key are the same store: blanks, width and capitals do not count."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass
class Part:
    """One store's share of the file. `amount`: yuan."""

    key: str
    name: str
    file: str
    rows: int = 0
    amount: Decimal = Decimal(0)
    spellings: dict[str, int] = field(default_factory=dict)
    waiting: bytearray = field(default_factory=bytearray)


class PartWriter:
    """Splits rows over one file per store; holds at most BUFFER_BYTES and no open files."""

    def __init__(self, *, folder: Path, fields: Sequence[str]) -> None:
        self.folder = folder
        self.head = orjson.dumps(list(fields)) + b"\n"
        self.parts: dict[str, Part] = {}
        self.by_name: dict[str, Part] = {}
        self.held = 0

    def part_of(self, name: str) -> Part:
        part = self.by_name.get(name)
        if part is None:
            key = store_key(name)
            part = self.parts.get(key)
            if part is None:
                part = self.parts[key] = Part(key=key, name=name, file=f"{len(self.parts) + 1:04}.jsonl")
                part.waiting += self.head
            if len(part.spellings) < 10:
                part.spellings[name] = 1
            self.by_name[name] = part
        return part

    def add(self, part: Part, row: int, values: Sequence[str | None]) -> None:
        line = orjson.dumps([row, *values], option=orjson.OPT_APPEND_NEWLINE)
        part.waiting += line
        part.rows += 1
        self.held += len(line)
        if self.held > BUFFER_BYTES:
            self.flush()

    def flush(self) -> None:
        for part in self.parts.values():
            if part.waiting:
                with (self.folder / part.file).open("ab") as file:
                    file.write(part.waiting)
                part.waiting.clear()
        self.held = 0


def read_part(*, path: Path, skip: int = 0) -> Iterator[dict[str, Any]]:
    """Rows after the first `skip`: {"row": number in the file, field: text or None, …}."""
    with path.open("rb") as file:
        fields = ["row", *orjson.loads(next(file))]
        for line in islice(file, skip, None):
            yield dict(zip(fields, orjson.loads(line), strict=True))
