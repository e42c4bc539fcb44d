"""The product's own processes, started as `make run` starts them, on servers of their own that outlive a kill."""

import os
import random
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg

from chezhan.config.embedded.accounts import find_service_account
from chezhan.config.embedded.commands import build_environment, build_local_address, start_program
from chezhan.config.embedded.passwords import load_passwords
from chezhan.config.embedded.ports import find_free_port
from chezhan.config.embedded.processes import Child, start_child, stop_child
from chezhan.config.embedded.run import BEAT, CELERY, WEB, WORKER
from chezhan.config.embedded.services import open_services

POSTGRES, VALKEY, WEB_SERVER, WORKERS = "PostgreSQL", "Valkey", "web", "worker"
BACKEND, HAND = "a backend of PostgreSQL", "a hand of the worker"
APPLICATION = "chezhan.config.wsgi:application"
WORKER_APP, AN_HOUR_LATER = "chezhan.config.celery", "tests.bench.kill.later"
READY = 120
# Of PostgreSQL's processes those that are at somebody's statements are killed by themselves.
BUSY = "postgres: chezhan_"


@dataclass
class House:
    """`children`: by name, the present ones. `kills`: how often each was killed."""

    folder: Path
    environment: Mapping[str, str]
    port: int
    children: dict[str, Child]
    postgres: str
    dice: random.Random
    kills: dict[str, int] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return build_local_address(host="127.0.0.1", port=self.port)

    def start_web(self, *, application: str) -> None:
        self._application = application
        self._start(WEB_SERVER, "granian", [*WEB, "--host", "127.0.0.1", "--port", str(self.port), application])

    def start_worker(self, *, app: str) -> None:
        self._app = app
        self._start(WORKERS, "celery", ["-A", app, *WORKER])

    def start_later(self) -> None:
        """The worker again, an hour later."""
        self._end(WORKERS)
        self.start_worker(app=AN_HOUR_LATER)

    def start_beat(self) -> None:
        self._start("beat", "celery", [*CELERY, *BEAT, str(self.folder / "celerybeat-schedule")])

    def _start(self, name: str, module: str, arguments: list[str]) -> None:
        self.children[name] = start_program(
            name, module=module, arguments=arguments, environment=self.environment, logs=self.folder / "log"
        )

    def kill(self, what: str) -> None:
        """At once, without a chance to do anything; and started again, where nothing else does it."""
        {POSTGRES: self._kill_postgres, VALKEY: self._kill_valkey, BACKEND: self._kill_backend,
         WEB_SERVER: self._kill_web, WORKERS: self._kill_worker, HAND: self._kill_hand}[what]()  # fmt: skip
        self.kills[what] = self.kills.get(what, 0) + 1

    def _kill_postgres(self) -> None:
        child = self._end(POSTGRES)
        self.children[POSTGRES] = start_child(
            name=POSTGRES,
            command=child.process.args,  # type: ignore[arg-type]
            log=child.log,
            folder=Path("/"),
            account=find_service_account(),
            stop_signal=child.stop_signal,
            patience=child.patience,
            hard_signal=child.hard_signal,
        )

    def _kill_valkey(self) -> None:
        child = self._end(VALKEY)
        self.children[VALKEY] = start_child(
            name=VALKEY,
            command=child.process.args,  # type: ignore[arg-type]
            log=child.log,
            folder=self.folder / "embedded" / "valkey",
        )

    def _kill_web(self) -> None:
        self._end(WEB_SERVER)
        self.start_web(application=self._application)

    def _kill_worker(self) -> None:
        self._end(WORKERS)
        self.start_worker(app=self._app)

    def _kill_backend(self) -> None:
        """PostgreSQL ends all others then, and recovers by itself."""
        self._kill_one(POSTGRES, lambda one: " ".join(one.cmdline()).startswith(BUSY))

    def _kill_hand(self) -> None:
        self._kill_one(WORKERS, lambda one: True)

    def _kill_one(self, name: str, chosen: Callable[[psutil.Process], bool]) -> None:
        with suppress(psutil.NoSuchProcess):
            found = [one for one in psutil.Process(self.children[name].process.pid).children() if chosen(one)]
            if found:
                self.dice.choice(found).kill()

    def _end(self, name: str) -> Child:
        """The process and all that it started, by their numbers."""
        child = self.children[name]
        mine = psutil.Process(child.process.pid)
        family = [mine, *mine.children(recursive=True)]
        for one in family:
            with suppress(psutil.NoSuchProcess):
                one.kill()
        child.process.wait()
        psutil.wait_procs(family[1:], timeout=30)
        return child

    def connect(self) -> psycopg.Connection:
        """As nobody in the house may: beside all roles, to look and to judge."""
        return psycopg.connect(self.postgres, autocommit=True, connect_timeout=5)

    def wait_for_postgres(self) -> None:
        self._wait(lambda: self.connect().close(), psycopg.OperationalError)

    def wait_for_web(self) -> None:
        self._wait(lambda: urllib.request.urlopen(f"{self.address}/readyz", timeout=5).close(), OSError)

    def _wait(self, look: Callable[[], None], wrong: type[Exception]) -> None:
        until = time.monotonic() + READY
        while time.monotonic() < until:
            try:
                return look()
            except wrong:
                time.sleep(0.05)
        raise SystemExit(f"The house was not ready after {READY} s.")

    def stop(self) -> None:
        for name in ("beat", WORKERS, WEB_SERVER, VALKEY, POSTGRES):
            if name in self.children:
                stop_child(self.children[name])


@contextmanager
def house_in(folder: Path, *, outside: Mapping[str, str]) -> Iterator[House]:
    """PostgreSQL and Valkey at work in `folder`; whoever uses it starts the rest. `outside`: more settings."""
    with ExitStack() as stack:
        services = stack.enter_context(
            open_services(directory=folder / "embedded", logs=folder / "log", durable=True, given={})
        )
        port = find_free_port()
        passwords = load_passwords(folder / "embedded" / "passwords.json")
        for name in [name for name in os.environ if name.startswith("CHEZHAN_TEST_")]:
            del os.environ[name]
        environment = build_environment(
            addresses=services.addresses, var=folder, passwords=passwords, host="127.0.0.1", port=port
        )
        owner = psycopg.conninfo.conninfo_to_dict(services.addresses["DATABASE_OWNER_URL"])
        postgres = psycopg.conninfo.make_conninfo(**(owner | {"user": "postgres", "password": passwords.superuser}))
        house = House(
            folder=folder,
            environment={**environment, "DJANGO_SETTINGS_MODULE": "chezhan.config.settings", **outside},
            port=port,
            children={child.name: child for child in services.children},
            postgres=postgres,
            dice=random.Random(5),
        )
        stack.callback(house.stop)
        yield house
