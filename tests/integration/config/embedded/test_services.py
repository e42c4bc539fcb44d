"""Real servers, started, stopped, killed and started again."""

import json
import os
import signal

import psycopg
import pytest
import redis

from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.locks import AlreadyRunning
from chezhan.config.embedded.services import (
    embedded_services,
    join_or_start_services,
    open_services,
    require_free_disk,
    throw_away_services,
)


def test_the_owner_owns_the_database_and_is_no_superuser(folder):
    with embedded_services(folder, durable=False) as env, psycopg.connect(env["DATABASE_OWNER_URL"]) as connection:
        row = connection.execute(
            "SELECT rolsuper, rolcreaterole, pg_get_userbyid(datdba), datlocale, current_setting('server_version_num') "
            "FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()"
        ).fetchone()
    assert row is not None
    assert row[:4] == (False, True, "chezhan_owner", "C.UTF-8")
    assert row[4].startswith("18")


def test_the_login_role_can_make_nothing(folder):
    with (
        embedded_services(folder, durable=False) as env,
        psycopg.connect(env["DATABASE_URL"]) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("CREATE TABLE public.mine (id int)")


def test_nobody_gets_in_without_a_password(folder):
    with embedded_services(folder, durable=False) as env:
        parts = psycopg.conninfo.conninfo_to_dict(env["DATABASE_OWNER_URL"])
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(**{**parts, "user": "postgres", "password": "guess"})
        port = int(env["REDIS_URL"].rpartition(":")[2].partition("/")[0])
        with redis.Redis(port=port) as client, pytest.raises(redis.AuthenticationError):
            client.ping()


def test_data_and_passwords_outlive_a_restart(folder):
    with embedded_services(folder) as env:
        _write(env)
        passwords = (folder / "passwords.json").read_text()
    with embedded_services(folder) as env:
        assert _read(env) == ("in the database", "in valkey")
    assert (folder / "passwords.json").read_text() == passwords


def test_data_outlives_servers_that_were_killed(folder):
    with open_services(directory=folder, logs=folder / "log", durable=True) as services:
        _write(services.addresses)
        for child in services.children:
            os.kill(child.process.pid, signal.SIGKILL)
    with embedded_services(folder) as env:
        assert _read(env) == ("in the database", "in valkey")


def test_a_pid_file_with_another_programs_number_is_no_obstacle(folder):
    with embedded_services(folder, durable=False):
        pid_file = folder / "postgres" / "postmaster.pid"
        stale = pid_file.read_text().partition("\n")[2]
    pid_file.write_text(f"{os.getpid()}\n{stale}")
    with embedded_services(folder, durable=False) as env, psycopg.connect(env["DATABASE_URL"]) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_the_same_folder_serves_one_at_a_time(folder):
    with embedded_services(folder, durable=False) as env:
        with pytest.raises(AlreadyRunning), embedded_services(folder, durable=False):
            pass
        with psycopg.connect(env["DATABASE_URL"]) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_command_joins_the_services_that_run(folder):
    with (
        embedded_services(folder, durable=False) as running,
        join_or_start_services(directory=folder, logs=folder / "log") as joined,
    ):
        assert joined == running
    assert not (folder / "addresses.json").exists()


def test_a_command_starts_them_when_none_run(folder):
    with join_or_start_services(directory=folder, logs=folder / "log") as env:
        assert json.loads((folder / "addresses.json").read_text()) == env
        assert (folder / "addresses.json").stat().st_mode & 0o777 == 0o600


def test_given_servers_are_used_and_none_started(folder):
    given = {"DATABASE_URL": "postgres://a", "DATABASE_OWNER_URL": "postgres://b", "REDIS_URL": "redis://c"}
    with open_services(directory=folder, logs=folder / "log", durable=False, given=given) as services:
        assert services.addresses == given
        assert services.children == ()
    assert not (folder / "postgres").exists()


def test_half_a_pair_of_addresses_is_refused(folder):
    with (
        pytest.raises(ServiceFailure, match="go together"),
        open_services(directory=folder, logs=folder, durable=False, given={"DATABASE_URL": "postgres://a"}),
    ):
        pass
    assert not folder.exists()


def test_data_of_another_version_is_refused_and_left_alone(folder):
    (folder / "postgres").mkdir(parents=True)
    (folder / "postgres" / "PG_VERSION").write_text("15\n")
    with pytest.raises(ServiceFailure, match="15 PostgreSQL data"), embedded_services(folder):
        pass
    assert (folder / "postgres" / "PG_VERSION").read_text() == "15\n"


def test_a_folder_closed_to_the_service_account_gets_a_home_it_can_reach(tmp_path, shared_home):
    with embedded_services(tmp_path / "closed", durable=False) as env, psycopg.connect(env["DATABASE_URL"]) as one:
        assert one.execute("SELECT 1").fetchone() == (1,)


def test_throw_away_services_leave_nothing(shared_home):
    with throw_away_services() as env, psycopg.connect(env["DATABASE_OWNER_URL"]) as connection:
        connection.execute("CREATE TABLE proof (id int)")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(env["DATABASE_OWNER_URL"])


def test_a_nearly_full_disk_is_refused_with_figures(tmp_path):
    with pytest.raises(ServiceFailure, match=r"nearly full: \d+ MB free, \d+ MB needed"):
        require_free_disk(tmp_path, least=10**18)


def _write(env: dict[str, str]) -> None:
    with psycopg.connect(env["DATABASE_OWNER_URL"]) as connection:
        connection.execute("CREATE TABLE proof AS SELECT 'in the database' AS said")
    with redis.Redis.from_url(env["REDIS_URL"]) as client:
        client.set("proof", "in valkey")
        client.execute_command("WAITAOF", 1, 0, 5000)


def _read(env: dict[str, str]) -> tuple[str, str]:
    with psycopg.connect(env["DATABASE_OWNER_URL"]) as connection:
        row = connection.execute("SELECT said FROM proof").fetchone()
    with redis.Redis.from_url(env["REDIS_URL"], decode_responses=True) as client:
        return (row[0] if row else "", client.get("proof") or "")
