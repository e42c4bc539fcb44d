"""`make run`: services, database, demo group, then web, worker and beat until Ctrl-C."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

from chezhan.config.embedded.commands import build_environment, build_local_address, run_chores, start_program
from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.leftovers import end_leftover_children
from chezhan.config.embedded.locks import hold_lock
from chezhan.config.embedded.passwords import load_passwords
from chezhan.config.embedded.ports import require_free_port
from chezhan.config.embedded.processes import Child, stop_child
from chezhan.config.embedded.progress import Progress, say
from chezhan.config.embedded.services import open_services
from chezhan.config.embedded.supervisor import stop_on_signals, wait_until_it_answers, watch

CELERY = ["-A", "chezhan.config.celery"]
LOGINS = "demo --logins"
CHORES = ["prepare", "collectstatic --noinput", "demo --if-empty", LOGINS]
# for two cores: a request waits for PostgreSQL more than it computes
WEB = ["--interface", "wsgi", "--no-ws", "--workers", "2", "--blocking-threads", "8"]
BEAT = ["beat", "--loglevel", "info", "--pidfile=", "--schedule"]
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
        started: list[Child] = []
        stack.callback(stop_all, started)
        with progress.step("Starting web"):
            arguments = [*WEB, "--host", host, "--port", str(port), "chezhan.config.wsgi:application"]
            started.append(
                start_program("web", module="granian", arguments=arguments, environment=environment, logs=logs)
            )
            wait_until_it_answers(
                url=f"{build_local_address(host=host, port=port)}/readyz", children=[*services.children, *started]
            )
        # they get ready while people sign in: what is asked of them waits in the queue
        for name, arguments in (("worker", WORKER), ("beat", [*BEAT, str(var / "celerybeat-schedule")])):
            started.append(
                start_program(
                    name, module="celery", arguments=[*CELERY, *arguments], environment=environment, logs=logs
                )
            )
        say(
            f"\nChezhan is at {environment['CHEZHAN_PUBLIC_URL']}\n\n{printed[LOGINS].strip()}\n\n"
            f"Logs are in {logs}. Ctrl-C stops everything."
        )
        try:
            watch([*services.children, *started])
        except KeyboardInterrupt:
            say("\nStopping web, worker, beat, Valkey and PostgreSQL …")
            raise


def stop_all(children: list[Child]) -> None:
    for child in children:
        stop_child(child)


def _read_port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise SystemExit(f"PORT={text} is not a port. Choose a number from 1 to 65535: make run PORT=8000")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
