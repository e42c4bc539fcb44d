"""Cursors of the server that end with their transaction, and cursors whose statements it keeps planned."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from django.db.backends.postgresql.base import ServerSideCursor
from psycopg import Cursor, ProgrammingError
from psycopg.adapt import Buffer, Loader


class PlannedCursor(Cursor):
    """Values travel apart from the text, by which the connection knows what is prepared.

    PostgreSQL plans anew what it prepared under another search path or for a table that has changed, and looks at
    rights whenever it runs.
    """


class AsSent(Loader):
    """JSON (not JSONB) as the bytes that PostgreSQL sent: a long list leaves as it came, never decoded on its way."""

    def load(self, data: Buffer) -> bytes:
        return bytes(data)


class TransactionCursor(ServerSideCursor):
    """Read or closed later, it would disturb whoever has the connection by then: another scope, another thread."""

    def __init__(self, *args, is_open: Callable[[], bool], errors: AbstractContextManager[None], **kwargs):
        super().__init__(*args, **kwargs)
        self._is_open = is_open
        self._errors = errors

    def close(self):
        # Django turns what a fetch raises into errors of its own, but not what a close does: cancelled there, an
        # iteration would end in an error that nobody expects.
        with self._errors:
            super().close()

    def _fetch_gen(self, num):
        if not self._is_open():
            raise ProgrammingError("the transaction in which these rows were selected has ended")
        return super()._fetch_gen(num)

    def _close_gen(self):
        if self._is_open():
            yield from super()._close_gen()
