"""Old Office files: streams in a file that is laid out like a disk. Read in pieces, never whole."""

import struct
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from chezhan.catalogue.importing.files.refusals import FileBroken

HEADER = 512
NO_SECTOR = 0xFFFFFFFA
ENTRY = 128
IN_HEADER = 109


def stream_of(*, path: Path, names: tuple[str, ...]) -> Iterator[bytes]:
    """The pieces of the first of these streams that there is, in order. Raises FileBroken."""
    try:
        disk = _Disk(path)
        found = disk.entries()
        entry = next(found[name] for name in names if name in found)
        yield from disk.pieces(*entry)
    except (OSError, struct.error, IndexError, StopIteration, ValueError) as error:
        raise FileBroken from error


class _Disk:
    def __init__(self, path: Path) -> None:
        self.file = path.open("rb")
        head = self.file.read(HEADER)
        self.size, self.small = 1 << struct.unpack_from("<H", head, 30)[0], 1 << struct.unpack_from("<H", head, 32)[0]
        if not 128 <= self.size <= 1 << 16 or not 16 <= self.small <= self.size:
            raise ValueError
        self.sectors = path.stat().st_size // self.size + 1
        self.root, self.cutoff, small_table, _, more = struct.unpack_from("<I4xIIII", head, 48)
        self.table = self._table(head, more)
        self.small_table = self._numbers(self._chain(small_table))
        self.small_from: list[int] = []

    def _table(self, head: bytes, more: int) -> list[int]:
        """Which sector follows which."""
        parts = [*struct.unpack_from(f"<{IN_HEADER}I", head, 76)]
        for _ in range(self.sectors):
            if more >= NO_SECTOR:
                break
            *numbers, more = self._numbers([more])
            parts += numbers
        return self._numbers([part for part in parts if part < NO_SECTOR])

    def _numbers(self, sectors: list[int]) -> list[int]:
        content = b"".join(map(self._sector, sectors))
        return [*struct.unpack(f"<{len(content) // 4}I", content)]

    def _sector(self, number: int) -> bytes:
        self.file.seek((number + 1) * self.size)
        return self.file.read(self.size).ljust(self.size, b"\0")

    def _chain(self, first: int, table: list[int] | None = None) -> list[int]:
        """Raises ValueError for one that never ends."""
        chain, table = [], self.table if table is None else table
        while first < NO_SECTOR:
            chain.append(first)
            if len(chain) > len(table):
                raise ValueError
            first = table[first]
        return chain

    def entries(self) -> dict[str, tuple[int, int]]:
        """Name of a stream → its first sector and its length."""
        found = {}
        content = b"".join(map(self._sector, self._chain(self.root)))
        for place in range(0, len(content) - ENTRY + 1, ENTRY):
            length, kind = struct.unpack_from("<HB", content, place + 64)
            first, size = struct.unpack_from("<II", content, place + 116)
            if kind == 5:
                self.small_from = self._chain(first)
            elif kind == 2:
                found[content[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le")] = (first, size)
        return found

    def pieces(self, first: int, size: int) -> Iterator[bytes]:
        left = size
        small = size < self.cutoff
        chain = self._chain(first, self.small_table if small else None)
        for number in islice(chain, size // (self.small if small else self.size) + 1):
            piece = (self._small(number) if small else self._sector(number))[:left]
            left -= len(piece)
            yield piece
        if left:
            raise ValueError

    def _small(self, number: int) -> bytes:
        place = number * self.small
        return self._sector(self.small_from[place // self.size])[place % self.size :][: self.small]
