"""Watches the children of `make run` and turns signals into an orderly stop."""

import os
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from types import FrameType

from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.processes import Child, hurry, read_tail
from chezhan.config.embedded.progress import say

SECONDS_TO_ANSWER = 180


class ChildDied(ServiceFailure):
    pass


def stop_on_signals() -> None:
    """The first Ctrl-C (or kill, or a closed terminal) raises KeyboardInterrupt; the next make the stop hasty."""
    asked = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            hurry.set()
            return
        asked = True
        raise KeyboardInterrupt

    for wanted in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(wanted, stop)


def require_alive(children: Sequence[Child]) -> None:
    """Raises ChildDied that says which one, how it ended, and the end of its log."""
    for child in children:
        if not child.alive:
            raise ChildDied(
                f"{child.name} ended unexpectedly ({_describe_end(child)}). "
                f"Its log {child.log} ends with:\n{read_tail(path=child.log)}"
            )


def watch(children: Sequence[Child]) -> None:
    """Returns only by an exception: ChildDied, or KeyboardInterrupt when asked to stop."""
    while True:
        require_alive(children)
        time.sleep(0.2)


def wait_until_it_answers(*, url: str, children: Sequence[Child]) -> None:
    """Raises ChildDied, or ServiceFailure when the address stays silent or unready."""
    began = shown = time.monotonic()
    answer = "no answer"
    while time.monotonic() - began < SECONDS_TO_ANSWER:
        require_alive(children)
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.HTTPError as error:
            if error.code < 500:
                # it answers: a host name it does not know, say, is the caller's own setting
                return
            answer = f"{error.code} {error.read(300).decode(errors='replace')}"
        except OSError as error:
            answer = str(error)
        if time.monotonic() - shown > 10:
            shown = time.monotonic()
            say(f"      … {shown - began:.0f} s")
        time.sleep(0.1)
    logs = ", ".join(str(child.log) for child in children)
    raise ServiceFailure(f"{url} was not ready after {SECONDS_TO_ANSWER} s: {answer}. Look into {logs}.")


def _describe_end(child: Child) -> str:
    if hasattr(os, "waitid") and child.process.returncode is None:
        ended = os.waitid(os.P_PID, child.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        if ended is not None and ended.si_code != os.CLD_EXITED:
            return f"killed by {signal.Signals(ended.si_status).name}"
        return f"exit code {ended.si_status}" if ended is not None else "running"
    return f"exit code {child.process.returncode}"
