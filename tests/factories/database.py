"""A test database of one's own, with a fixed cast, and the wipe that restores it after each test."""

import hashlib
import io
import secrets
import warnings
from contextlib import suppress
from pathlib import Path

import psycopg
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections

from tenants.models import Installation
from tests.factories.cast import Cast, gather

END_OWN = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s AND usename = current_user
"""
WIPE_ADDED = r"""
DO $wipe$
DECLARE
  r record;
BEGIN
  -- Stores that the test made go whole.
  FOR r IN SELECT schema_name, role_name FROM public.store WHERE id NOT IN (SELECT id FROM cast_rows.store) LOOP
    EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', r.schema_name);
    EXECUTE format('DROP ROLE IF EXISTS %I', r.role_name);
  END LOOP;
  -- What the test added to the cast's stores: tables, then columns.
  FOR r IN SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE c.relkind = 'r' AND n.nspname IN (SELECT schema_name FROM cast_rows.store)
             AND c.relname LIKE 'x\_%' LOOP
    EXECUTE format('DROP TABLE %I.%I CASCADE', r.nspname, r.relname);
  END LOOP;
  FOR r IN SELECT n.nspname, c.relname, a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped AND a.attname LIKE 'x\_%'
           WHERE c.relkind = 'r' AND n.nspname IN (SELECT schema_name FROM cast_rows.store) LOOP
    EXECUTE format('ALTER TABLE %I.%I DROP COLUMN %I CASCADE', r.nspname, r.relname, r.attname);
  END LOOP;
END
$wipe$
"""

WIPE_PUBLIC = r"""
DO $wipe$
DECLARE
  r record;
  differs boolean;
BEGIN
  FOR r IN SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'cast_rows'::regnamespace LOOP
    EXECUTE format('SELECT EXISTS (SELECT t::text FROM public.%1$I t EXCEPT SELECT t::text FROM cast_rows.%1$I t)'
      ' OR EXISTS (SELECT t::text FROM cast_rows.%1$I t EXCEPT SELECT t::text FROM public.%1$I t)', r.relname)
      INTO differs;
    IF differs THEN
      EXECUTE format('DELETE FROM public.%I', r.relname);
      EXECUTE format('INSERT INTO public.%1$I OVERRIDING SYSTEM VALUE SELECT * FROM cast_rows.%1$I', r.relname);
    END IF;
  END LOOP;
END
$wipe$
"""

# Of each table of the cast's stores whether it holds anything: planned once, which asking table by table is not.
FILLED = """
SELECT string_agg(format('SELECT %L WHERE EXISTS (SELECT 1 FROM %I.%I)', format('%I.%I', n.nspname, c.relname),
  n.nspname, c.relname), ' UNION ALL ')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname IN (SELECT schema_name FROM cast_rows.store)
  AND c.relname NOT IN ('django_migrations', 'audit_seal')
"""

KEEP = """
DO $keep$
DECLARE r record;
BEGIN
  CREATE SCHEMA cast_rows;
  FOR r IN SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
           AND relname <> 'django_migrations' LOOP
    EXECUTE format('CREATE TABLE cast_rows.%1$I AS TABLE public.%1$I', r.relname);
  END LOOP;
END
$keep$
"""


def migrations_digest() -> str:
    """Changes with any migration of ours or version of a library that has some."""
    whole = hashlib.sha256()
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for file in sorted(Path(config.path).glob("migrations/*.py")):
            whole.update(file.name.encode() + file.read_bytes())
    return whole.hexdigest()[:16]


class TestDatabase:
    """One per test worker: made, filled with the cast, wiped after each test, dropped."""

    __test__ = False

    def __init__(self) -> None:
        self.name = f"test_{settings.DATABASES['owner']['NAME']}_{settings.TEST_SLOT}"
        self.maintenance = connections["owner"].get_connection_params() | {"dbname": "postgres"}
        self.cast: Cast | None = None

    def create(self) -> None:
        template = f"test_template_{migrations_digest()}"
        with self._maintenance() as connection:
            self._end_sessions(connection)
            connection.execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')
            # Workers start together: the first makes the template, the others wait and copy it.
            connection.execute("SELECT pg_advisory_lock(hashtext('chezhan test template'))")
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone():
                self._make_template(connection, template)
            connection.execute(f'CREATE DATABASE "{self.name}" TEMPLATE "{template}"')
        self._prepare(self.name)
        # A copy has its template's prefix; roles belong to the whole cluster, where other workers' are too.
        Installation.objects.using("owner").update(prefix=f"cz{secrets.token_hex(3)}")
        cache.clear()
        self.cast = gather()
        connections["owner"].close()
        with self._owner() as connection:
            connection.execute(KEEP)
        self.wiper = self._owner()
        ((self.filled,),) = self.wiper.execute(FILLED).fetchall()

    def _make_template(self, connection: psycopg.Connection, template: str) -> None:
        partial = f"{template}_partial"
        connection.execute(f'DROP DATABASE IF EXISTS "{partial}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{partial}"')
        self._prepare(partial)
        self._let_go()
        connection.execute(f'ALTER DATABASE "{partial}" RENAME TO "{template}"')

    def _prepare(self, name: str) -> None:
        self._point_aliases_at(name)
        call_command("prepare", verbosity=0, stdout=io.StringIO())

    def wipe(self) -> None:
        filled = [name for (name,) in self.wiper.execute(self.filled, prepare=True)]
        # Emptying the others fills the audit.
        audits = sorted({f"{name.split('.')[0]}.audit_entry" for name in filled})
        emptied = [f"DELETE FROM {name}" for name in [*(set(filled) - set(audits)), *audits]]
        self.wiper.execute(";".join([WIPE_ADDED, *emptied, WIPE_PUBLIC]))
        cache.clear()

    def drop(self) -> None:
        roles = [row[0] for row in self.wiper.execute("SELECT role_name FROM store").fetchall()]
        self.wiper.close()
        for alias in ("default", "owner"):
            connections[alias].close()
        connections["default"].close_pool()
        with self._maintenance() as connection:
            if not self._dropped(connection):
                # The servers end with the run, and the database with them.
                warnings.warn(f"{self.name} is left: in use by {self._who(connection)}", stacklevel=2)
                return
            for role in roles:
                connection.execute(f'DROP ROLE IF EXISTS "{role}"')

    def _dropped(self, connection: psycopg.Connection) -> bool:
        """Without FORCE, which may not end a vacuum that is at work there; it is waited for five seconds each time."""
        for _ in range(2):
            self._end_sessions(connection)
            with suppress(psycopg.errors.ObjectInUse):
                connection.execute(f'DROP DATABASE IF EXISTS "{self.name}"')
                return True
        return False

    def _who(self, connection: psycopg.Connection) -> list[tuple]:
        return connection.execute(
            "SELECT usename, application_name, backend_type, state, backend_start::text FROM pg_stat_activity "
            "WHERE datname = %s",
            [self.name],
        ).fetchall()

    def _end_sessions(self, owner: psycopg.Connection) -> None:
        """What some thread left open: each role ends its own, the owner may not end the login's."""
        login = {"user": settings.DATABASES["default"]["USER"], "password": settings.DATABASES["default"]["PASSWORD"]}
        where = {key: self.maintenance[key] for key in ("host", "port")}
        owner.execute(END_OWN, [self.name])
        if owner.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [login["user"]]).fetchone():
            with psycopg.connect(dbname="postgres", autocommit=True, **where, **login) as connection:
                connection.execute(END_OWN, [self.name])

    def _let_go(self) -> None:
        for alias in ("default", "owner"):
            connections[alias].close()
        connections["default"].close_pool()

    def _point_aliases_at(self, name: str) -> None:
        for alias in ("default", "owner"):
            connections[alias].close()
            connections[alias].settings_dict["NAME"] = name
            settings.DATABASES[alias]["NAME"] = name
        connections["default"].close_pool()

    def _connect(self, name: str) -> psycopg.Connection:
        keys = ("user", "password", "host", "port")
        return psycopg.connect(dbname=name, autocommit=True, **{key: self.maintenance[key] for key in keys})

    def _maintenance(self) -> psycopg.Connection:
        return self._connect("postgres")

    def _owner(self) -> psycopg.Connection:
        return self._connect(self.name)
