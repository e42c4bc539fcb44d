"""While PostgreSQL writes one chunk, the next is read, understood and sealed in a thread beside.

Nothing is decided there. Rights, key and people are those of the transaction in which it was begun, and what was found
out counts only if they are still the same in the transaction that writes; the thread asks the database nothing.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from chezhan.catalogue.importing.chunks import Writer
from chezhan.catalogue.importing.preparing import Keys, Prepared, Preparer
from chezhan.catalogue.records.writes.people import Nameable
from chezhan.kernel.crypto import DataKey
from tenants.keys import key_here

# Two threads take turns: the one that PostgreSQL has answered is not kept waiting long.
TURN = 0.0005

Rows = list[list[Any]]


@dataclass(frozen=True, slots=True)
class _Grounds:
    """On what a chunk was understood."""

    preparer: Preparer
    nameable: Nameable
    key: DataKey

    def are(self, other: "_Grounds") -> bool:
        return self.preparer is other.preparer and self.key is other.key and self.nameable == other.nameable


@dataclass(frozen=True, slots=True)
class _Chunk:
    rows: Rows
    understood: list[Prepared] = field(default_factory=list)
    grounds: _Grounds | None = None


class Ahead:
    """Chunks one after another, each at most one ahead."""

    def __init__(self, chunks: Iterator[Rows], beside: ThreadPoolExecutor) -> None:
        self.chunks, self.beside = chunks, beside
        self.here = _Chunk([])
        self.next: Future[_Chunk | None] | None = None

    def rows(self) -> Iterator[Rows]:
        while chunk := (self.next or self.beside.submit(self._read)).result():
            self.here, self.next = chunk, None
            yield chunk.rows

    def understood(self, preparer: Preparer, writer: Writer) -> list[Prepared]:
        """The present chunk; call in the transaction that writes it. The writer begins the next when this is ready."""
        grounds, here = _Grounds(preparer, writer.nameable, key_here()), self.here
        still = here.grounds is not None and here.grounds.are(grounds)
        found = here.understood if still else preparer.prepare(here.rows)
        marks = preparer.marks() if preparer.by_itself else None
        writer.meanwhile = partial(self._begin, grounds, marks, writer)
        return found

    def _begin(self, grounds: _Grounds, marks: Keys | None, writer: Writer) -> None:
        if self.next is None:
            self.next = self.beside.submit(
                self._read if marks is None else partial(self._understand, grounds, marks, writer)
            )

    def _understand(self, grounds: _Grounds, marks: Keys, writer: Writer) -> _Chunk | None:
        chunk = self._read()
        if chunk is None:
            return None
        rows = grounds.preparer.read(chunk.rows)
        grounds.preparer.marked(rows, marks)
        writer.clean_ahead(rows)
        return _Chunk(chunk.rows, rows, grounds)

    def _read(self) -> _Chunk | None:
        rows = next(self.chunks, None)
        return None if rows is None else _Chunk(rows)


@contextmanager
def one_ahead(chunks: Iterator[Rows]) -> Iterator[Ahead]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        with ThreadPoolExecutor(1, thread_name_prefix="import") as beside:
            yield Ahead(chunks, beside)
    finally:
        sys.setswitchinterval(usual)
