"""What a run that was killed may have left: ended before the next one starts, and told from other programs."""

import contextlib
import signal
from pathlib import Path

import psutil

from chezhan.config.embedded.errors import ServiceFailure

# in the environment of every child of `make run`, and so in that of their own children
MARK = "CHEZHAN_STARTED_IN"


def end_leftover_server(*, pid_file: Path, folder: Path, stop_signal: signal.Signals) -> None:
    """Ends the server whose pid file lies there if it works in `folder`; removes a pid file whose number is
    free or another program's by now. Raises ServiceFailure when the server does not stop."""
    try:
        process = psutil.Process(int(pid_file.read_text().partition("\n")[0]))
        ours = Path(process.cwd()) == folder.resolve()
    except (FileNotFoundError, ValueError, psutil.NoSuchProcess, psutil.AccessDenied):
        ours = False
    if ours:
        process.send_signal(stop_signal)
        _wait_for_end([process])
    pid_file.unlink(missing_ok=True)


def end_leftover_children(mark: str) -> None:
    """Ends all processes that carry our mark in their environment. Raises ServiceFailure."""
    found = [process for process in psutil.process_iter() if _read_mark(process) == mark]
    for process in found:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.terminate()
    _wait_for_end(found)


def _read_mark(process: psutil.Process) -> str | None:
    try:
        return process.environ().get(MARK)
    except (psutil.Error, OSError):
        return None


def _wait_for_end(processes: list[psutil.Process]) -> None:
    _, alive = psutil.wait_procs(processes, timeout=60)
    if alive:
        numbers = " ".join(str(process.pid) for process in alive)
        raise ServiceFailure(f"Something an earlier run left does not stop. End it by hand: kill -KILL {numbers}")
