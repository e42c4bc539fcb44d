"""A clock that the controller moves and that all processes read; and what they count, in shared memory."""

import datetime as dt
import mmap
import os
import struct
from pathlib import Path

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)
SIZE = 4096
NOW, KILLS_LEFT, KILLED = 0, 8, 16


class Simulated:
    """Each cell is eight bytes on their own boundary: read and written whole."""

    def __init__(self, path: Path) -> None:
        handle = os.open(path, os.O_RDWR | os.O_CREAT)
        os.ftruncate(handle, SIZE)
        self.memory = mmap.mmap(handle, SIZE)
        os.close(handle)

    def now(self) -> dt.datetime:
        return EPOCH + self.cell(NOW) * MICROSECOND

    def move_to(self, moment: dt.datetime) -> None:
        self.put(NOW, (moment - EPOCH) // MICROSECOND)

    def cell(self, at: int) -> int:
        return struct.unpack_from("<q", self.memory, at)[0]

    def put(self, at: int, value: int) -> None:
        struct.pack_into("<q", self.memory, at, value)

    def may_kill(self) -> bool:
        """Takes one of the kills that are left. Two that die at once may take the same: fewer, never more."""
        left = self.cell(KILLS_LEFT)
        if left <= 0:
            return False
        self.put(KILLS_LEFT, left - 1)
        self.put(KILLED, self.cell(KILLED) + 1)
        return True
