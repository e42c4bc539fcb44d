"""Several hands at one file: while PostgreSQL writes what one brought, another understands and seals the next chunk.

A hand is a thread with a connection of its own; a chunk is one transaction of one hand, from its look at rights to its
last write. Chunks are understood one after another in the order of the file, so that it is the later of two alike rows
that repeats. They are written one after another as well, unless nothing that one writes can be met by another.
"""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass, field
from threading import Condition, Lock
from typing import Any

from django.db import connections

Rows = list[list[Any]]

HANDS = 3
# Threads take turns: the one that PostgreSQL has answered is not kept waiting long.
TURN = 0.0005


@dataclass
class _Gate:
    """Who writes at present: many, or one alone."""

    moved: Condition = field(default_factory=Condition)
    inside: int = 0
    alone: bool = False

    def enter(self, *, alone: bool) -> None:
        with self.moved:
            self.moved.wait_for(lambda: not self.alone and not (alone and self.inside))
            self.inside += 1
            self.alone = alone

    def leave(self) -> None:
        with self.moved:
            self.inside -= 1
            self.alone = False
            self.moved.notify_all()


class Turn:
    """One chunk in one hand, which has the file until `pass_on`."""

    def __init__(self, number: int, rows: Rows, reading: Lock, gate: _Gate) -> None:
        self.number, self.rows = number, rows
        self._reading, self._gate = reading, gate
        self._has_file = True
        self._inside = False

    def enter(self, *, alone: bool) -> None:
        """Wait for those before to be done, where one may meet what they write."""
        self._gate.enter(alone=alone)
        self._inside = True

    def pass_on(self) -> None:
        """The next hand may read on."""
        if self._has_file:
            self._has_file = False
            self._reading.release()

    def end(self) -> None:
        self.pass_on()
        if self._inside:
            self._gate.leave()


class InOrder:
    """What several hands bring, taken one after another as their chunks stand in the file."""

    def __init__(self, take: Callable[[Any], None]) -> None:
        self._take, self._next, self._lock = take, 0, Lock()
        self._waiting: dict[int, Any] = {}

    def give(self, number: int, found: Any) -> None:
        with self._lock:
            self._waiting[number] = found
            while self._next in self._waiting:
                self._take(self._waiting.pop(self._next))
                self._next += 1


def share_out(*, chunks: Iterator[Rows], work: Callable[[Turn], None]) -> None:
    """Every chunk through `work`, in the transaction that it opens. The first that breaks off stops the others behind
    their chunk, and is raised.
    """
    reading, gate, stopped = Lock(), _Gate(), False
    numbered = enumerate(chunks)

    def take() -> Turn | None:
        reading.acquire()
        found = None
        try:
            found = None if stopped else next(numbered, None)
        finally:
            if found is None:
                reading.release()
        return found and Turn(*found, reading, gate)

    def lend() -> None:
        nonlocal stopped
        try:
            while turn := take():
                try:
                    work(turn)
                finally:
                    turn.end()
        except BaseException:
            stopped = True
            raise

    def lend_here() -> None:
        try:
            lend()
        finally:
            connections.close_all()

    with _turning(), ThreadPoolExecutor(max(1, HANDS - 1), thread_name_prefix="import") as beside:
        others = [beside.submit(copy_context().run, lend_here) for _ in range(HANDS - 1)]
        lend()
        for other in others:
            other.result()


@contextmanager
def _turning() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
