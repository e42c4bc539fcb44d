"""PostgreSQL roles and rights: the login owns nothing, each store's role sees its schema alone.

Runs on the `owner` alias. Identifiers come from settings and from provisioning, never from people.
"""

from django.db import connections

from tenants.context import common_store_role, login_role, public_role
from tenants.scope import IDENTIFIER

OWNER = "owner"
# Rows of `store_id`, of which a store writes its own and no other's.
STORE_INSERTS = ("outbox_event", "timer")
# Tables of a store that decide what its people may do, or record what they did: its role reads them, and no more.
READ_ONLY = ("catalogue_", "access_", "audit_")


def _run(*statements: str) -> None:
    with connections[OWNER].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _exists(role: str) -> bool:
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        return cursor.fetchone() is not None


def ensure_base_roles(*, password: str) -> None:
    """Make the login, the public and the common store role when missing. `password` is the login's."""
    login, public, common = login_role(), public_role(), common_store_role()
    for name in (login, public, common):
        if not IDENTIFIER.match(name):
            raise ValueError(f"not a bare identifier: {name!r}")
    connection = connections[OWNER]
    with connection.cursor() as cursor:
        # Roles belong to the whole cluster: two databases being prepared at once take turns.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('chezhan roles'))")
        if not _exists(login):
            literal = password.replace("'", "''")
            cursor.execute(f"CREATE ROLE {login} LOGIN NOINHERIT PASSWORD '{literal}'")
        for role in (public, common):
            if not _exists(role):
                cursor.execute(f"CREATE ROLE {role} NOLOGIN")
        cursor.execute(f"GRANT {public} TO {login} WITH INHERIT FALSE, SET TRUE")
        database = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"ALTER ROLE {login} IN DATABASE {database} SET search_path = ''")
        cursor.execute(f"ALTER ROLE {login} IN DATABASE {database} SET timezone = 'UTC'")


def grant_public() -> None:
    """Open the public tables to the public role, and to stores the few they may write."""
    public, common = public_role(), common_store_role()
    _run(
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {public}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {public}",
        *(f"GRANT INSERT ON public.{table} TO {common}" for table in STORE_INSERTS),
    )
    for table in STORE_INSERTS:
        _fence(table, public=public, common=common)


def _fence(table: str, *, public: str, common: str) -> None:
    """A store writes rows of its own and no other's: its id is the end of its role's name."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_policies WHERE tablename = %s AND policyname = 'own_store'", [table])
        if cursor.fetchone():
            return
    _run(
        f"ALTER TABLE public.{table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY whole ON public.{table} TO {public} USING (true) WITH CHECK (true)",
        f"CREATE POLICY own_store ON public.{table} FOR INSERT TO {common} "
        "WITH CHECK (store_id = right(current_user::text, 32)::uuid)",
    )


def create_store_role(*, schema: str, role: str) -> None:
    """Make the role of a new store with rights on its (already existing) schema, now and for tables to come."""
    login, common = login_role(), common_store_role()
    _run(
        f"CREATE ROLE {role} NOLOGIN",
        f"GRANT {common} TO {role}",
        f"GRANT {role} TO {login} WITH INHERIT FALSE, SET TRUE",
        f"GRANT USAGE ON SCHEMA {schema} TO {role}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT USAGE ON SEQUENCES TO {role}",
        f"REVOKE ALL ON {schema}.django_migrations FROM {role}",
    )
    close_to_store(schema=schema, role=role)


def close_to_store(*, schema: str, role: str) -> None:
    """Leave the store's role SELECT alone on the READ_ONLY tables; for new stores and after each migration."""
    patterns = [f"{prefix.replace('_', chr(92) + '_')}%" for prefix in READ_ONLY]
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace AND relkind IN ('r', 'p') "
            "AND relname LIKE ANY (%s)",
            [schema, patterns],
        )
        closed = [name for (name,) in cursor.fetchall()]
    _run(*(f"REVOKE INSERT, UPDATE, DELETE ON {schema}.{name} FROM {role}" for name in closed))


def drop_store_role(*, role: str) -> None:
    """Remove the role of a store whose schema is gone already, and all its rights with it."""
    _run(f"DROP ROLE {role}")


def ensure_extensions() -> None:
    """Both are trusted extensions: the owner may create them without being a superuser."""
    _run("CREATE EXTENSION IF NOT EXISTS btree_gist", "CREATE EXTENSION IF NOT EXISTS pg_trgm")
