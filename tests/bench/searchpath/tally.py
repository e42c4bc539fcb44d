"""What was tried and what came of it, counted by many threads."""

import threading
import traceback
from collections import Counter, defaultdict

from django.db import Error

from chezhan.kernel.errors import AppError
from tests.bench.harness import say

SHOWN, LONGEST = 5, 600


class Tally:
    """right + refused + wrong = tried. `acked`: by store slug, the names of the rows whose writer was told yes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.counts: Counter[str] = Counter()
        self.by_kind: dict[str, Counter[str]] = defaultdict(Counter)
        self.acked: dict[str, set[str]] = defaultdict(set)

    def tried(self, kind: str) -> None:
        with self._lock:
            self.counts["tried"] += 1
            self.by_kind[kind]["tried"] += 1

    def right(self, kind: str) -> None:
        self._count(kind, "right")

    def refused(self, kind: str, error: BaseException) -> None:
        """A statement that was cancelled, or that we don't run: no answer at all."""
        if not isinstance(error, Error | AppError):
            self.wrong(kind, "".join(traceback.format_exception(error)))
            return
        self._count(kind, "refused")
        self.note_begin(error)

    def note_begin(self, error: BaseException) -> None:
        """Count `error` once more if it fell into the opening of a transaction."""
        frames = traceback.extract_tb(error.__traceback__)
        if any(frame.name == "_start_transaction_under_autocommit" for frame in frames):
            with self._lock:
                self.counts["refused at BEGIN"] += 1

    def count_refused(self, kind: str) -> None:
        """Refused as it must be."""
        self._count(kind, "refused")

    def wrong(self, kind: str, words: str) -> None:
        self._count(kind, "wrong")
        if self.counts["wrong"] <= SHOWN:
            say(f"  WRONG ({kind}): {words[-LONGEST:]}")

    def ack(self, slug: str, name: str) -> None:
        with self._lock:
            self.acked[slug].add(name)

    def _count(self, kind: str, what: str) -> None:
        with self._lock:
            self.counts[what] += 1
            self.by_kind[kind][what] += 1
