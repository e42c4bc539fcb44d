import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.leftovers import MARK
from chezhan.config.embedded.passwords import Passwords
from chezhan.config.embedded.processes import Child, read_tail, running, start_child
from chezhan.config.embedded.progress import say

SECONDS_BETWEEN_SIGNS_OF_LIFE = 10.0


def build_environment(
    *, addresses: Mapping[str, str], var: Path, passwords: Passwords, host: str, port: int
) -> dict[str, str]:
    """What the app reads, over what the caller's shell says; see the settings for each name."""
    shown_host = "127.0.0.1" if host in {"0.0.0.0", "::", ""} else host
    defaults = {
        "SECRET_KEY": passwords.secret_key,
        "CHEZHAN_VAR": str(var),
        "CHEZHAN_PUBLIC_URL": f"http://{shown_host}:{port}",
        "CHEZHAN_HOSTS": f"127.0.0.1,localhost,{shown_host}",
        "CHEZHAN_DEV_OUTBOX": "1",
        "PYTHONUNBUFFERED": "1",
    }
    return {**defaults, **os.environ, **addresses, MARK: str(var)}


def start_program(
    *, name: str, module: str, arguments: Sequence[str], environment: Mapping[str, str], logs: Path
) -> Child:
    """Starts one of the app's long-running processes with this very Python."""
    return start_child(
        name=name,
        command=[sys.executable, "-m", module, *arguments],
        log=logs / f"{name}.log",
        environment=environment,
    )


def run_chezhan(*, arguments: Sequence[str], environment: Mapping[str, str], logs: Path) -> str:
    """Runs a `chezhan` command to its end, with a sign of life while it lasts; answers what it printed.

    Raises ServiceFailure with the end of its output.
    """
    name = "chezhan-" + arguments[0]
    log = logs / f"{name}.log"
    log.unlink(missing_ok=True)
    began = time.monotonic()
    shown = began
    child = start_program(
        name=name, module="chezhan.config.manage", arguments=arguments, environment=environment, logs=logs
    )
    with running(child):
        while child.alive:
            time.sleep(0.05)
            if time.monotonic() - shown > SECONDS_BETWEEN_SIGNS_OF_LIFE:
                shown = time.monotonic()
                last_line = read_tail(path=log, lines=1)[:90]
                say(f"      … {shown - began:.0f} s {last_line}")
    if child.process.returncode:
        raise ServiceFailure(
            f"`chezhan {' '.join(arguments)}` failed. Its output is in {log} and ends with:\n{read_tail(path=log)}"
        )
    return log.read_text(encoding="utf-8", errors="replace")
