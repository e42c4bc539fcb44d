"""Child processes: started in a session of their own, so that Ctrl-C reaches only the one who stops them in order."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from chezhan.config.embedded.accounts import Account

LARGEST_LOG = 10_000_000
# set by a second Ctrl-C: whoever waits for a child to end stops being patient
hurry = threading.Event()


@dataclass(frozen=True)
class Child:
    name: str
    process: subprocess.Popen[bytes]
    log: Path
    stop_signal: signal.Signals = signal.SIGTERM
    # seconds until the next, harder signal
    patience: float = 15.0
    hard_signal: signal.Signals = signal.SIGKILL

    @property
    def alive(self) -> bool:
        """A dead child is left unreaped where the system can: its number then can't become somebody else's."""
        if self.process.returncode is not None:
            return False
        if not hasattr(os, "waitid"):
            return self.process.poll() is None
        return os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


def start_child(
    *,
    name: str,
    command: Sequence[str | Path],
    log: Path,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    account: Account | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
    patience: float = 15.0,
    hard_signal: signal.Signals = signal.SIGKILL,
) -> Child:
    """Starts the command with its output appended to `log`. On Linux the child is told to stop, by
    `stop_signal`, when we are killed without a chance to do it."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".log.1"))
    with log.open("ab") as output:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=None if environment is None else dict(environment),
            cwd=folder,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
            start_new_session=True,
            # started from the main thread, and it only makes one system call
            preexec_fn=_die_with_parent(stop_signal),  # noqa: PLW1509
        )
    return Child(
        name=name,
        process=process,
        log=log,
        stop_signal=stop_signal,
        patience=patience,
        hard_signal=hard_signal,
    )


def stop_child(child: Child) -> None:
    """Asks, then insists, then kills; returns when the child and what it left behind have ended."""
    if child.process.returncode is not None:
        return
    if child.alive:
        os.kill(child.process.pid, child.stop_signal)
        if not _has_ended(child, within=child.patience):
            os.kill(child.process.pid, child.hard_signal)
            _has_ended(child, within=5.0)
    # the pool of workers of a killed master shares its process group
    with suppress(ProcessLookupError):
        os.killpg(child.process.pid, signal.SIGKILL)
    child.process.wait()


@contextmanager
def running(child: Child) -> Iterator[Child]:
    try:
        yield child
    finally:
        stop_child(child)


def read_tail(*, path: Path, lines: int = 20) -> str:
    if not path.exists():
        return ""
    with path.open(encoding="utf-8", errors="replace") as file:
        return "".join(deque(file, maxlen=lines)).rstrip()


def _has_ended(child: Child, *, within: float) -> bool:
    deadline = time.monotonic() + within
    while child.alive:
        if time.monotonic() > deadline or hurry.is_set():
            return False
        time.sleep(0.02)
    return True


def _die_with_parent(wanted: signal.Signals) -> Callable[[], None] | None:
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    set_parent_death_signal = 1

    def ask_kernel() -> None:
        libc.prctl(set_parent_death_signal, int(wanted))

    return ask_kernel
