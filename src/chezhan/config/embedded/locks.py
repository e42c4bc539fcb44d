import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chezhan.config.embedded.errors import ServiceFailure


class AlreadyRunning(ServiceFailure):
    """Another process works in this folder."""


@contextmanager
def hold_lock(*, folder: Path, what: str) -> Iterator[None]:
    """Only one process at a time may serve from a folder; the system frees the lock even after kill -9."""
    with (folder / "lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise AlreadyRunning(
                f"{what}: already running from {folder} (process {holder}). Stop it with Ctrl-C in its terminal "
                f"or `kill {holder}`, or work in another checkout."
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
