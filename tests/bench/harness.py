"""What every command of this folder shares: its size, a database of its own, and how it ends.

A command says in plain words what it does; its last line is one JSON object with the keys of the bars and `n`.
"""

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

SMALL, FULL = "small", "full"


def size() -> str:
    return os.environ.get("SIZE") or SMALL


def pick(*, small: int, full: int) -> int:
    return full if size() == FULL else small


def part(whole: list) -> list:
    """PART=2/3: the second of three processes that share the work, each on servers of its own."""
    of = int(os.environ.get("PART", "1/1").split("/")[1])
    return whole[part_number() - 1 :: of]


def part_number() -> int:
    """From 1; 1 of what is not shared."""
    return int(os.environ.get("PART", "1/1").split("/")[0])


def is_mutated() -> bool:
    """MUTATE=1 takes the guard out, in the memory of this command alone."""
    return os.environ.get("MUTATE") == "1"


def say(text: str = "") -> None:
    print(text, flush=True)


def set_up(name: str) -> None:
    """Call before anything of the product is imported."""
    if "DATABASE_OWNER_URL" not in os.environ or "REDIS_URL" not in os.environ:
        sys.exit("Set DATABASE_URL, DATABASE_OWNER_URL and REDIS_URL, or use `make torture` and `make bench`.")
    os.environ["DJANGO_SETTINGS_MODULE"] = "chezhan.config.testing"
    # Requests are counted as in production, and never too many.
    os.environ["CHEZHAN_TEST_PACE"] = "1000000000"
    import django  # noqa: PLC0415

    django.setup()
    from django.conf import settings  # noqa: PLC0415

    # The processes that a command starts share its slot.
    os.environ["CHEZHAN_TEST_SLOT"] = str(settings.TEST_SLOT)
    # Refusals are what these commands provoke: they are counted, not logged.
    logging.disable(logging.ERROR)


@contextmanager
def own_database(name: str) -> Iterator:
    """A database that is made for this run, with the fixed cast, and dropped after it."""
    from tests.factories.database import TestDatabase  # noqa: PLC0415

    database = TestDatabase()
    say(f"Making the database {database.name} …")
    database.create()
    try:
        yield database
    finally:
        database.drop()


def finish(*, result: dict, bad: int, controls: dict[str, bool]) -> NoReturn:
    """Print the verdict and `result` as the last line, and end.

    `bad` counts what must be 0; with MUTATE=1 it must not be. Each of `controls` must hold, or the run proves
    nothing. The exit code is 0 only when all is as it must be.
    """
    failed = [words for words, holds in controls.items() if not holds]
    for words in failed:
        say(f"CONTROL FAILED: {words}")
    if is_mutated():
        ok = bad > 0
        say(f"The guard was taken out (MUTATE=1): {'seen' if ok else 'NOT SEEN'}.")
    else:
        ok = bad == 0 and not failed
        say("All is as it must be." if ok else "NOT as it must be.")
    print(json.dumps(result, ensure_ascii=False), flush=True)
    sys.exit(0 if ok else 1)
