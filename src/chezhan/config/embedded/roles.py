"""What a database for Chezhan must hold before its first migration. `infra/postgres/init.sql` says the same."""

from urllib.parse import quote

from psycopg import sql

from chezhan.config.embedded.postgres import Cluster, connect_superuser

DATABASE = "chezhan"
OWNER = "chezhan_owner"
APP = "chezhan_app"


def ensure_roles(*, cluster: Cluster, port: int) -> None:
    """Makes the owner (no superuser), the login role that owns nothing, and the database; mends what differs."""
    with connect_superuser(cluster=cluster, port=port) as connection:
        known = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles").fetchall()}
        for role, rights, password in (
            (OWNER, "LOGIN NOSUPERUSER CREATEROLE CREATEDB", cluster.passwords.owner),
            (APP, "LOGIN NOSUPERUSER NOINHERIT NOCREATEROLE NOCREATEDB", cluster.passwords.app),
        ):
            connection.execute(
                sql.SQL("{verb} ROLE {role} {rights} PASSWORD {password}").format(
                    verb=sql.SQL("ALTER" if role in known else "CREATE"),
                    role=sql.Identifier(role),
                    rights=sql.SQL(rights),
                    password=sql.Literal(password),
                )
            )
        # as if the owner had made it: it sets the login's search path and gives it the roles of the stores
        connection.execute(
            sql.SQL("GRANT {} TO {} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE").format(
                sql.Identifier(APP), sql.Identifier(OWNER)
            )
        )
        databases = {name for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall()}
        if DATABASE not in databases:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER))
            )


def build_url(*, role: str, password: str, port: int) -> str:
    return f"postgres://{role}:{quote(password, safe='')}@127.0.0.1:{port}/{DATABASE}"
