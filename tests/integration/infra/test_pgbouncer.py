"""The pool as deployed: infra's own settings, only its addresses changed to this machine's."""

import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from chezhan.config.embedded.ports import find_free_port
from chezhan.config.embedded.processes import Child, running, start_child
from chezhan.config.embedded.roles import ensure_roles
from chezhan.config.embedded.supervisor import require_alive

SETTINGS = Path(__file__).resolve().parents[3] / "infra" / "pgbouncer" / "pgbouncer.ini"
PROGRAM = shutil.which("pgbouncer", path=os.environ.get("PATH", "") + ":/usr/sbin") or "pgbouncer"


@pytest.fixture
def pool(empty_servers):
    """An address of the database through the pool, for the login role."""
    with empty_servers("pooled") as (cluster, port):
        ensure_roles(cluster=cluster, port=port)
        with _pool(postgres_port=port, password=cluster.passwords.app) as (pooler, address):
            _connect(pooler=pooler, address=address).close()
            yield address


def test_the_login_role_reaches_its_database_through_the_pool(pool):
    with psycopg.connect(pool) as connection:
        row = connection.execute("SELECT current_user, current_database()").fetchone()
    assert row == ("chezhan_app", "chezhan")


def test_what_a_transaction_sets_for_itself_ends_with_it(pool):
    with psycopg.connect(pool, autocommit=True, prepare_threshold=None) as connection:
        before = connection.execute("SHOW search_path").fetchone()
        with connection.transaction():
            connection.execute("SET LOCAL search_path = pg_catalog")
            inside = connection.execute("SHOW search_path").fetchone()
        after = connection.execute("SHOW search_path").fetchone()
    assert inside == ("pg_catalog",)
    assert before == after != inside


def test_the_owner_does_not_come_through_the_pool(pool):
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(pool, user="chezhan_owner", password="guess")


@contextmanager
def _pool(*, postgres_port: int, password: str) -> Iterator[tuple[Child, str]]:
    port = find_free_port()
    with tempfile.TemporaryDirectory(prefix="chezhan-test-", dir="/var/tmp") as name:
        folder = Path(name)
        users = folder / "userlist.txt"
        users.write_text(f'"chezhan_app" "{password}"\n')
        text = SETTINGS.read_text()
        for deployed, here in (
            ("host=postgres port=5432", f"host=127.0.0.1 port={postgres_port}"),
            ("listen_addr = 0.0.0.0", "listen_addr = 127.0.0.1"),
            ("listen_port = 6432", f"listen_port = {port}"),
            ("/run/pgbouncer/userlist.txt", str(users)),
        ):
            assert deployed in text
            text = text.replace(deployed, here)
        settings = folder / "pgbouncer.ini"
        settings.write_text(text)
        command = [PROGRAM, str(settings)]
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            for path in (folder, users, settings):
                os.chown(path, nobody.pw_uid, nobody.pw_gid)
            command = [PROGRAM, "--user", "nobody", str(settings)]
        child = start_child(name="PgBouncer", command=command, log=folder / "pgbouncer.log")
        with running(child):
            yield child, f"postgres://chezhan_app:{password}@127.0.0.1:{port}/chezhan"


def _connect(*, pooler: Child, address: str) -> psycopg.Connection:
    """Tries until the pool listens; raises when it has ended instead."""
    while True:
        require_alive([pooler])
        try:
            return psycopg.connect(address)
        except psycopg.OperationalError as error:
            if "Connection refused" not in str(error):
                raise
