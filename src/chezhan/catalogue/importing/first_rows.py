"""Remember in which row a key first came, for millions of keys in little memory."""

from array import array
from collections.abc import Hashable


class FirstRows:
    """An open-addressing table of 64-bit hashes: about 20 bytes a key (a dict of text takes 150).

    Two different keys share a hash once in ten million files of two million rows.
    """

    def __init__(self) -> None:
        self.mask = (1 << 16) - 1
        self.hashes = array("q", bytes(8 << 16))
        self.rows = array("I", bytes(4 << 16))
        self.room = (1 << 16) * 3 // 5

    def claim(self, key: Hashable, row: int) -> int:
        """Answer the row that had this key before, or 0 and remember `row` (at least 1) for it."""
        mark = hash(key)
        mask, rows, hashes = self.mask, self.rows, self.hashes
        slot = mark & mask
        while first := rows[slot]:
            if hashes[slot] == mark:
                return first
            slot = (slot + 1) & mask
        hashes[slot], rows[slot] = mark, row
        self.room -= 1
        if not self.room:
            self._grow()
        return 0

    def _grow(self) -> None:
        old = zip(self.hashes, self.rows, strict=True)
        size = (self.mask + 1) * 2
        hashes, rows, mask = array("q", bytes(8 * size)), array("I", bytes(4 * size)), size - 1
        for mark, row in old:
            if row:
                slot = mark & mask
                while rows[slot]:
                    slot = (slot + 1) & mask
                hashes[slot], rows[slot] = mark, row
        self.hashes, self.rows, self.mask = hashes, rows, mask
        self.room = size * 3 // 5 - size * 3 // 10
