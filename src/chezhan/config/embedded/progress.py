"""Lines for the terminal: what is being done, how far, how long it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@dataclass
class Progress:
    total: int
    done: int = 0

    @contextmanager
    def step(self, text: str) -> Iterator[None]:
        self.done += 1
        say(f"[{self.done}/{self.total}] {text} …")
        began = time.monotonic()
        yield
        say(f"      done in {time.monotonic() - began:.1f} s")
