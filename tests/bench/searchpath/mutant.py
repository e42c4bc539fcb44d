"""The guard taken out: scope by a session's SET outside the transaction, its failure swallowed, as stock does."""

from contextlib import contextmanager

from django.db import Error
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql import base

from tenants.celery import HEADER, StoreTask
from tenants.postgres.base import DatabaseWrapper

_run_in_store = StoreTask.__call__


@contextmanager
def _scoped(self, scope):
    previous, self._tenant = self._tenant, scope
    try:
        yield
    finally:
        self._tenant = previous


def _begin(self):
    scope = self._tenant
    path = "public" if scope is None or scope.schema is None else f"{scope.schema}, public"
    role = "none" if scope is None else scope.role
    pause = getattr(scope, "pause", "")
    try:
        with self.wrap_database_errors:
            whole = f"RESET ROLE{pause}; SET search_path = {path}; SET ROLE {role}"
            self.connection.execute(whole, prepare=False)
    except Error:
        pass
    with self.wrap_database_errors:
        self.connection.execute("BEGIN", prepare=False)


def _run_anywhere(self, *args, **kwargs):
    placed = (self.request.headers or {}).get(HEADER) or self.request.get(HEADER)
    return _run_in_store(self, *args, **kwargs) if placed else self.run(*args, **kwargs)


def take_the_guard_out() -> None:
    StoreTask.__call__ = _run_anywhere
    stock = base.DatabaseWrapper
    DatabaseWrapper.scoped = _scoped
    DatabaseWrapper._start_transaction_under_autocommit = _begin
    DatabaseWrapper.set_tenant = DatabaseWrapper.set_schema = lambda self, scope: setattr(self, "_tenant", scope)
    DatabaseWrapper.get_autocommit = BaseDatabaseWrapper.get_autocommit
    DatabaseWrapper.set_autocommit = BaseDatabaseWrapper.set_autocommit
    DatabaseWrapper._commit = BaseDatabaseWrapper._commit
    DatabaseWrapper._cursor = BaseDatabaseWrapper._cursor
    DatabaseWrapper.create_cursor = stock.create_cursor
