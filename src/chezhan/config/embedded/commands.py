import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from chezhan.config.embedded.chores import HEADLINE
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
    defaults = {
        "SECRET_KEY": passwords.secret_key,
        "CHEZHAN_MASTER_KEY": passwords.master_key,
        "CHEZHAN_VAR": str(var),
        "CHEZHAN_PUBLIC_URL": build_local_address(host=host, port=port),
        "CHEZHAN_HOSTS": f"127.0.0.1,localhost,{host}",
        "CHEZHAN_DEV_OUTBOX": "1",
        "PYTHONUNBUFFERED": "1",
    }
    return {**defaults, **os.environ, **addresses, MARK: str(var)}


def build_local_address(*, host: str, port: int) -> str:
    """One that opens on this machine, also when `host` stands for all interfaces."""
    return f"http://{'127.0.0.1' if host in {'0.0.0.0', '::'} else host}:{port}"


def start_program(
    name: str, *, module: str, arguments: Sequence[str], environment: Mapping[str, str], logs: Path
) -> Child:
    """Starts one of the app's long-running processes with this very Python."""
    return start_child(
        name=name,
        command=[sys.executable, "-m", module, *arguments],
        log=logs / f"{name}.log",
        environment=environment,
    )


def run_chores(*, commands: Sequence[str], environment: Mapping[str, str], logs: Path) -> dict[str, str]:
    """Runs `chezhan` commands to their end, with a sign of life while they last; answers what each printed.

    Raises ServiceFailure with the end of their output.
    """
    log = logs / "chores.log"
    log.unlink(missing_ok=True)
    began = shown = time.monotonic()
    child = start_program(
        "chores",
        module="chezhan.config.embedded.chores",
        arguments=commands,
        environment=environment,
        logs=logs,
    )
    with running(child):
        while child.alive:
            time.sleep(0.05)
            if time.monotonic() - shown > SECONDS_BETWEEN_SIGNS_OF_LIFE:
                shown = time.monotonic()
                say(f"      … {shown - began:.0f} s: {_find_last_words(log)}")
    output = log.read_text(encoding="utf-8", errors="replace")
    if child.process.returncode:
        raise ServiceFailure(f"The database could not be made ready. {log} ends with:\n{read_tail(path=log)}")
    parts = f"\n{output}".split(f"\n{HEADLINE}")[1:]
    return {command: rest for command, _, rest in (part.partition("\n") for part in parts)}


def _find_last_words(log: Path) -> str:
    lines = [line.strip() for line in read_tail(path=log, lines=5).splitlines() if line.strip()]
    return lines[-1].removeprefix(HEADLINE)[:90] if lines else "loading"
