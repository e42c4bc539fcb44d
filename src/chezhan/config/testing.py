"""Settings of the test suite: the product's own, with a slot of one's own and a quick hash.

A slot is a Valkey database (never number 0, which a running product uses) and a name for a PostgreSQL one. It is held
by a lock on a file for as long as the process lives, so that workers and runs side by side do not meet.
"""

import base64
import fcntl
import hashlib
import os
import tempfile
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

SLOTS = range(1, 16)


def _take_slot(server: str) -> int:
    """A free slot of the given Valkey. A child process is told its parent's by CHEZHAN_TEST_SLOT."""
    if given := os.environ.get("CHEZHAN_TEST_SLOT"):
        return int(given)
    name = hashlib.sha256(server.encode()).hexdigest()[:12]
    for slot in SLOTS:
        lock = (Path(tempfile.gettempdir()) / f"chezhan-test-slot-{name}-{slot}").open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            continue
        _held.append(lock)
        return slot
    raise RuntimeError(f"all {len(SLOTS)} test slots are taken: too many test runs at once on this Valkey")


_held: list = []
os.environ.setdefault("CHEZHAN_DEV_OUTBOX", "1")
# For data that a test makes and drops; child processes inherit it.
os.environ.setdefault("CHEZHAN_MASTER_KEY", base64.b64encode(b"for tests, guards nothing at all").decode())
TEST_SLOT = 0
if "REDIS_URL" in os.environ:
    _server = urlunsplit(urlsplit(os.environ["REDIS_URL"])._replace(path=""))
    TEST_SLOT = _take_slot(_server)
    os.environ["REDIS_URL"] = f"{_server}/{TEST_SLOT}"

from chezhan.config.settings import *  # noqa: E402, F403

# Tests ask faster than people do; those of the pace set their own. Benches count, up to what nobody reaches.
RATE_PER_PERSON = RATE_PER_TOKEN = int(os.environ.get("CHEZHAN_TEST_PACE", "0"))
REVEALS_PER_HOUR = REVEALS_PER_DAY = 0
# Files that tests send up are gone with them.
STORAGES["stored"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}  # noqa: F405
# Stores of tests begin empty; those of packs ask for one.
FIRST_DAY_PACKS = False
# A slow hash protects people's passwords; the cast of the tests has none worth protecting.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
