"""`make run`: services, database, demo group, then web, worker and beat until Ctrl-C."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

from chezhan.config.embedded.commands import build_environment, run_chores, start_program
from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.leftovers import end_leftover_children
from chezhan.config.embedded.locks import hold_lock
from chezhan.config.embedded.passwords import load_passwords
from chezhan.config.embedded.ports import require_free_port
from chezhan.config.embedded.processes import running
from chezhan.config.embedded.progress import Progress, say
from chezhan.config.embedded.services import open_services
from chezhan.config.embedded.supervisor import stop_on_signals, wait_until_it_answers, watch

CELERY = ["-A", "chezhan.config.celery"]
LOGINS = "demo --logins"
CHORES = ["prepare", "collectstatic --noinput", "demo --if-empty", LOGINS]
# for two cores: a request waits for PostgreSQL more than it computes
WEB = ["--interface", "wsgi", "--no-ws", "--workers", "2", "--blocking-threads", "8"]
WORKER = [
    "worker",
    "--pool",
    "prefork",
    "--loglevel",
    "info",
    "--concurrency",
    "2",
    "--without-gossip",
    "--without-mingle",
]


def main() -> int:
    var = Path(os.environ.get("CHEZHAN_VAR") or "var").resolve()
    stop_on_signals()
    try:
        run(var=var, host=os.environ.get("HOST") or "127.0.0.1", port=_read_port())
    except KeyboardInterrupt:
        say("\nStopped.")
        return 0
    except ServiceFailure as failure:
        say(f"\n{failure}")
        return 1
    return 0


def run(*, var: Path, host: str, port: int) -> None:
    """Raises ServiceFailure, or KeyboardInterrupt when asked to stop; by then all children have ended."""
    var.mkdir(parents=True, exist_ok=True)
    logs = var / "log"
    progress = Progress(total=3)
    with ExitStack() as stack:
        stack.enter_context(hold_lock(folder=var, what="Chezhan"))
        end_leftover_children(str(var))
        require_free_port(host=host, port=port)
        with progress.step("Starting PostgreSQL and Valkey"):
            services = stack.enter_context(open_services(directory=var / "embedded", logs=logs, durable=True))
        environment = build_environment(
            addresses=services.addresses,
            var=var,
            passwords=load_passwords(var / "embedded" / "passwords.json"),
            host=host,
            port=port,
        )
        with progress.step("Preparing the database, and a demo group where no group lives"):
            printed = run_chores(commands=CHORES, environment=environment, logs=logs)
        with progress.step("Starting web, worker and beat"):
            children = list(services.children)
            for name, module, arguments in (
                ("worker", "celery", [*CELERY, *WORKER]),
                ("beat", "celery", [*CELERY, *_beat(var)]),
                ("web", "granian", [*WEB, "--host", host, "--port", str(port), "chezhan.config.wsgi:application"]),
            ):
                child = start_program(name=name, module=module, arguments=arguments, environment=environment, logs=logs)
                children.append(stack.enter_context(running(child)))
            address = environment["CHEZHAN_PUBLIC_URL"]
            wait_until_it_answers(url=f"{address}/readyz", children=children)
        say(f"\nChezhan is at {address}\n\n{printed[LOGINS].strip()}\n\nLogs are in {logs}. Ctrl-C stops everything.")
        try:
            watch(children)
        except KeyboardInterrupt:
            say("\nStopping web, beat, worker, Valkey and PostgreSQL …")
            raise


def _beat(var: Path) -> list[str]:
    return ["beat", "--loglevel", "info", "--schedule", str(var / "celerybeat-schedule"), "--pidfile="]


def _read_port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SystemExit(f"PORT={text} is not a port. Choose a number from 1 to 65535: make run PORT=8000")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
