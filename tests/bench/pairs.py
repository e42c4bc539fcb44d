"""Two ways of doing one thing, timed by turns: what else the machine does slows both alike."""

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.harness import say

Call = Callable[[], object]


@dataclass(frozen=True)
class Paired:
    """`ratio`: the median of the pairs' ratios, ours to the other's; the times are medians too, in milliseconds."""

    ratio: float
    ours_ms: float
    other_ms: float


def pair_up(words: str, ours: Call, other: Call, *, pairs: int, warm: int = 3) -> Paired:
    """Who goes first alternates. `words` name what is done, and to what it is compared."""
    for _ in range(warm):
        ours(), other()
    times = []
    for turn in range(pairs):
        first, second = (ours, other) if turn % 2 else (other, ours)
        taken = seconds(first), seconds(second)
        times.append(taken if turn % 2 else taken[::-1])
    return told(words, times)


def told(words: str, times: list[tuple[float, float]]) -> Paired:
    """The pairs in words. `times`: ours and the other's, in seconds."""
    mine, theirs = (statistics.median(side) * 1000 for side in zip(*times, strict=True))
    found = Paired(statistics.median(one / two for one, two in times), mine, theirs)
    say(f"{words}: {mine:.2f} ms against {theirs:.2f} ms, ratio {found.ratio:.3f} of {len(times)} pairs")
    return found


def seconds(call: Call) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def say_load() -> None:
    """How busy the machine is: ratios bear it, what is said by the second does not."""
    say(f"Load of the machine in the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.")
