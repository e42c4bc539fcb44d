"""The one way in: `with embedded_services(folder) as env:` gives the three addresses that settings read."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from chezhan.config.embedded import roles, valkey
from chezhan.config.embedded.accounts import SHARED_HOME, can_reach, find_service_account
from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.locks import AlreadyRunning, hold_lock
from chezhan.config.embedded.passwords import load_passwords, write_private
from chezhan.config.embedded.postgres import prepare_cluster, start_postgres
from chezhan.config.embedded.processes import Child, running

ADDRESSES = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL")
ENOUGH_DISK = 500_000_000


@dataclass(frozen=True)
class Services:
    # DATABASE_URL, DATABASE_OWNER_URL, REDIS_URL
    addresses: dict[str, str]
    # what we started ourselves: nothing when all addresses were given
    children: tuple[Child, ...]


@contextmanager
def embedded_services(directory: Path, *, durable: bool = True) -> Iterator[dict[str, str]]:
    """Starts PostgreSQL 18 and Valkey under `directory`, or uses those that the environment names; stops what
    it started. `durable=False` trades safety on power loss for speed: tests and benchmarks.

    Raises ServiceFailure.
    """
    with open_services(directory=directory, logs=directory / "log", durable=durable) as services:
        yield services.addresses


@contextmanager
def throw_away_services() -> Iterator[dict[str, str]]:
    """Empty services in a temporary folder that is gone afterwards."""
    usual = Path(tempfile.gettempdir())
    parent = usual if can_reach(account=find_service_account(), path=usual) else SHARED_HOME
    with tempfile.TemporaryDirectory(prefix="chezhan-", dir=parent, ignore_cleanup_errors=True) as folder:
        # mkdtemp shuts everybody else out; PostgreSQL may have to run as another user
        Path(folder).chmod(0o711)
        with embedded_services(Path(folder), durable=False) as addresses:
            yield addresses


@contextmanager
def open_services(
    *, directory: Path, logs: Path, durable: bool, given: Mapping[str, str] | None = None
) -> Iterator[Services]:
    """As `embedded_services`, for a supervisor that must also watch the servers."""
    known = _read_given(os.environ if given is None else given)
    directory.mkdir(parents=True, exist_ok=True)
    require_free_disk(directory)
    children: list[Child] = []
    with ExitStack() as stack:
        stack.enter_context(hold_lock(folder=directory, what="The embedded PostgreSQL and Valkey"))
        passwords = load_passwords(directory / "passwords.json")
        if "DATABASE_URL" not in known:
            cluster = prepare_cluster(
                home=directory,
                account=find_service_account(),
                passwords=passwords,
                log=logs / "postgres.log",
            )
            child, port = start_postgres(cluster=cluster, durable=durable)
            children.append(stack.enter_context(running(child)))
            roles.ensure_roles(cluster=cluster, port=port)
            known["DATABASE_URL"] = roles.build_url(role=roles.APP, password=passwords.app, port=port)
            known["DATABASE_OWNER_URL"] = roles.build_url(role=roles.OWNER, password=passwords.owner, port=port)
        if "REDIS_URL" not in known:
            child, port = valkey.start_valkey(
                home=directory, passwords=passwords, log=logs / "valkey.log", durable=durable
            )
            children.append(stack.enter_context(running(child)))
            known["REDIS_URL"] = valkey.build_url(password=passwords.valkey, port=port)
        shown = directory / "addresses.json"
        write_private(path=shown, text=json.dumps(known))
        stack.callback(shown.unlink)
        yield Services(addresses=known, children=tuple(children))


@contextmanager
def join_or_start_services(*, directory: Path, logs: Path) -> Iterator[dict[str, str]]:
    """The addresses of the services that another process runs from `directory`, or of ours while we need them."""
    with ExitStack() as stack:
        try:
            services = stack.enter_context(open_services(directory=directory, logs=logs, durable=True))
            addresses = services.addresses
        except AlreadyRunning:
            shown = directory / "addresses.json"
            if not shown.exists():
                raise
            addresses = json.loads(shown.read_text())
        yield addresses


def require_free_disk(folder: Path, *, least: int = ENOUGH_DISK) -> None:
    """Raises ServiceFailure."""
    free = shutil.disk_usage(folder).free
    if free < least:
        raise ServiceFailure(
            f"The disk of {folder} is nearly full: {free // 1_000_000} MB free, {least // 1_000_000} MB needed. "
            "Free some space and start again."
        )


def _read_given(environment: Mapping[str, str]) -> dict[str, str]:
    given = {name: environment[name] for name in ADDRESSES if environment.get(name)}
    if ("DATABASE_URL" in given) != ("DATABASE_OWNER_URL" in given):
        raise ServiceFailure(
            "DATABASE_URL and DATABASE_OWNER_URL go together (login role and owner role of one database): "
            "set both, or neither to use the embedded PostgreSQL."
        )
    return given
