"""The container's database starts as the embedded one does."""

import os
import subprocess
from pathlib import Path

from chezhan.config.embedded.postgres import Cluster, connect_superuser
from chezhan.config.embedded.roles import ensure_roles

INIT = Path(__file__).resolve().parents[3] / "infra" / "postgres" / "init.sql"
ROLES = """
    SELECT rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls, rolreplication
    FROM pg_roles WHERE rolname LIKE 'chezhan%' ORDER BY 1
"""
MEMBERS = """
    SELECT roleid::regrole::text, member::regrole::text, admin_option, inherit_option, set_option
    FROM pg_auth_members WHERE roleid::regrole::text LIKE 'chezhan%' ORDER BY 1, 2
"""
DATABASES = "SELECT datname, pg_get_userbyid(datdba), datlocale FROM pg_database ORDER BY 1"


def test_init_sql_makes_what_the_embedded_database_has(empty_servers):
    with empty_servers("by-init") as (cluster, port):
        _run_init(cluster=cluster, port=port)
        by_init = _describe(cluster=cluster, port=port)
    with empty_servers("by-code") as (cluster, port):
        ensure_roles(cluster=cluster, port=port)
        by_code = _describe(cluster=cluster, port=port)
    assert by_init == by_code
    assert [role[0] for role in by_init[0]] == ["chezhan_app", "chezhan_owner"]


def test_the_embedded_roles_are_mended_when_they_differ(empty_servers):
    with empty_servers("mended") as (cluster, port):
        ensure_roles(cluster=cluster, port=port)
        as_made = _describe(cluster=cluster, port=port)
        with connect_superuser(cluster=cluster, port=port) as connection:
            connection.execute("ALTER ROLE chezhan_app SUPERUSER INHERIT")
        ensure_roles(cluster=cluster, port=port)
        assert _describe(cluster=cluster, port=port) == as_made


def _run_init(*, cluster: Cluster, port: int) -> None:
    subprocess.run(
        [
            *(cluster.programs / "psql", "--no-psqlrc", "--set=ON_ERROR_STOP=1", f"--file={INIT}"),
            *("--host=127.0.0.1", f"--port={port}", "--username=postgres", "--dbname=postgres"),
        ],
        env={
            **os.environ,
            "PGPASSWORD": cluster.passwords.superuser,
            "CHEZHAN_OWNER_PASSWORD": cluster.passwords.owner,
            "CHEZHAN_APP_PASSWORD": cluster.passwords.app,
        },
        check=True,
        capture_output=True,
    )


def _describe(*, cluster: Cluster, port: int) -> list[list[tuple]]:
    with connect_superuser(cluster=cluster, port=port) as connection:
        return [connection.execute(query).fetchall() for query in (ROLES, MEMBERS, DATABASES)]
