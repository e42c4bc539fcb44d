"""A PostgreSQL backend whose every statement runs inside a transaction that opened with its tenant.

`BEGIN; SET LOCAL search_path; SET LOCAL ROLE` go out in one round trip; psycopg itself stays in autocommit. What
opens no scope, changes it half-way or reads past its end is refused here, so that a forgotten tenant is an
exception and never another store's row.
"""

from contextlib import contextmanager

from django.db.backends.postgresql import base
from django.db.backends.utils import debug_transaction

from tenants.errors import NoTenant, TenantChangeRefused
from tenants.scope import Scope


class DatabaseWrapper(base.DatabaseWrapper):
    """`tenant` (a Scope or None) is the only truth about where statements go."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._tenant: Scope | None = None

    @property
    def tenant(self) -> Scope | None:
        return self._tenant

    def set_tenant(self, scope: Scope | None) -> None:
        """Choose the scope of the next transaction. Raises TenantChangeRefused inside an open one."""
        if self.in_atomic_block:
            raise TenantChangeRefused
        self._tenant = scope

    set_schema = set_tenant

    @contextmanager
    def scoped(self, scope: Scope):
        """Hold `scope` for the transactions opened within."""
        previous = self._tenant
        self.set_tenant(scope)
        try:
            yield
        finally:
            # in_atomic_block is still set only when the connection broke inside: it then stays unusable.
            self._tenant = previous

    def _start_transaction_under_autocommit(self):
        """Django calls this instead of BEGIN when an atomic block opens."""
        if self._tenant is None:
            raise NoTenant
        try:
            with debug_transaction(self, self._tenant.begin), self.wrap_database_errors:
                self.connection.execute(self._tenant.begin, prepare=False)
        except BaseException:
            # The server may have run a part of it: such a connection is never used again.
            self._discard()
            raise

    def set_autocommit(self, autocommit, force_begin_transaction_with_broken_autocommit=False):
        if not autocommit and not force_begin_transaction_with_broken_autocommit:
            raise TenantChangeRefused("open a transaction with tenant_context(), not set_autocommit(False)")
        super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)

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
        # Never WITH HOLD: such a cursor outlives its transaction and would be read under another role.
        return base.ServerSideCursor(self.connection, name=name, scrollable=False, withhold=False)

    def _discard(self) -> None:
        """Close the socket, and hand the closed connection back so that a pool replaces it."""
        if self.connection is not None:
            self.connection.close()
            self.close()
