"""A PostgreSQL backend whose every statement runs inside a transaction that opened with its tenant.

`BEGIN; SET LOCAL search_path; SET LOCAL ROLE` go out in one round trip; psycopg itself stays in autocommit. What
opens no scope, changes it half-way or reads past its end is refused here, so that a forgotten tenant is an
exception and never another store's row.
"""

from contextlib import contextmanager
from functools import lru_cache

from django.db.backends.postgresql import base
from django.db.backends.utils import debug_transaction
from django.db.transaction import TransactionManagementError
from psycopg import Connection
from psycopg.adapt import AdaptersMap
from psycopg.pq import TransactionStatus

from tenants.errors import NoTenant, TenantChangeRefused
from tenants.postgres.cursor import AsSent, PlannedCursor, TransactionCursor
from tenants.scope import Scope


class DatabaseWrapper(base.DatabaseWrapper):
    """`tenant` (a Scope or None) is the only truth about where statements go; only `scoped` changes it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._tenant: Scope | None = None
        self._opened = 0

    @property
    def tenant(self) -> Scope | None:
        return self._tenant

    def set_tenant(self, *args, **kwargs) -> None:
        """django-tenants' way, which outlives the block that called it. Always raises TenantChangeRefused."""
        raise TenantChangeRefused("open tenant_context(store) or public_context() instead")

    set_schema = set_schema_to_public = set_tenant

    @contextmanager
    def scoped(self, scope: Scope):
        """Hold `scope` for the transactions opened within. Raises TenantChangeRefused inside an open one."""
        if self.in_atomic_block:
            raise TenantChangeRefused
        previous, self._tenant = self._tenant, scope
        try:
            yield
        finally:
            # in_atomic_block is still set only when the connection broke inside: it then stays unusable.
            self._tenant = previous

    def get_autocommit(self):
        """An atomic block asks this before it opens, and would join what was left open: so nothing is left."""
        left_open = not self.autocommit or self._status != TransactionStatus.IDLE
        if self.connection is not None and not self.in_atomic_block and left_open:
            self._discard()
        return super().get_autocommit()

    def set_autocommit(self, autocommit, force_begin_transaction_with_broken_autocommit=False):
        if not autocommit and not force_begin_transaction_with_broken_autocommit:
            raise TenantChangeRefused("open a transaction with tenant_context(), not set_autocommit(False)")
        if autocommit and not self.in_atomic_block and self._status in OPEN:
            # The end of the transaction was interrupted (a signal, a time limit): nobody may inherit it.
            self._discard()
            self.autocommit = True
            return
        super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)

    def _start_transaction_under_autocommit(self):
        """Django calls this instead of BEGIN when an atomic block opens."""
        if self._tenant is None:
            raise NoTenant
        self._opened += 1
        try:
            with debug_transaction(self, self._tenant.begin), self.wrap_database_errors:
                self.connection.execute(self._tenant.begin, prepare=False)
        except BaseException:
            # The server may have run a part of it: such a connection is never used again.
            self._discard()
            raise

    def _commit(self):
        """PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: that is no commit."""
        if self._status in (TransactionStatus.INERROR, TransactionStatus.IDLE):
            raise TransactionManagementError(
                "nothing was saved: the error of a statement was swallowed, or the transaction was ended by hand"
            )
        super()._commit()

    def get_connection_params(self):
        params = super().get_connection_params()
        # Of PlannedCursor alone: the others say their values in the text, and prepare nothing.
        return params | {"context": _with_json_as_sent(params["context"]), "prepare_threshold": PLAN_AFTER}

    def planning_cursor(self):
        """A cursor for statements that are asked again and again: what is asked often enough by the same text is
        planned once by the server, for each store anew. Behind a pooler it is as any other.
        """
        if not self.in_atomic_block:
            raise NoTenant
        with self.wrap_database_errors:
            cursor = PlannedCursor(self.connection) if _is_direct(self.connection) else self.create_cursor()
            return self._prepare_cursor(cursor)

    def check_constraints(self, table_names=None):
        """Django's, in one round trip."""
        with self.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")

    @contextmanager
    def temporary_connection(self):
        """Django asks the server's version through this; it needs a connection, not a statement."""
        must_close = self.connection is None
        try:
            self.ensure_connection()
            yield None
        finally:
            if must_close:
                self.close()

    def _cursor(self, name=None):
        if not self.in_atomic_block:
            raise NoTenant
        return super()._cursor(name)

    def create_cursor(self, name=None):
        if not name:
            return super().create_cursor()
        mine = self._opened
        # Never WITH HOLD: such a cursor outlives its transaction and would be read under another role.
        return TransactionCursor(
            self.connection,
            name=name,
            scrollable=False,
            withhold=False,
            is_open=lambda: self.in_atomic_block and self._opened == mine,
            errors=self.wrap_database_errors,
        )

    @property
    def _status(self) -> TransactionStatus | None:
        return None if self.connection is None else self.connection.pgconn.transaction_status

    def _discard(self) -> None:
        """Close the socket, and hand the closed connection back so that a pool replaces it."""
        if self.connection is not None:
            self.connection.close()
            self.close()


# How often a statement is asked before the server keeps its plan.
PLAN_AFTER = 2
_DIRECT = "_chezhan_is_direct"


def _is_direct(connection: Connection) -> bool:
    """Whether the server itself is at the other end. A pooler in between, which says the number of no process of the
    server's, would run the next transaction in a session that knows nothing of what this one prepared.
    """
    known = getattr(connection, _DIRECT, None)
    if known is None:
        found = connection.execute("SELECT pg_backend_pid()").fetchone()
        known = found is not None and found[0] == connection.pgconn.backend_pid
        setattr(connection, _DIRECT, known)
    return known


@lru_cache(maxsize=4)
def _with_json_as_sent(template: AdaptersMap) -> AdaptersMap:
    adapters = AdaptersMap(template)
    adapters.register_loader("json", AsSent)
    return adapters


OPEN = frozenset({TransactionStatus.INTRANS, TransactionStatus.INERROR, TransactionStatus.ACTIVE})
