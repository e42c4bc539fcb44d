"""Server-side cursors that end with their transaction."""

from collections.abc import Callable

from django.db.backends.postgresql.base import ServerSideCursor
from psycopg import ProgrammingError


class TransactionCursor(ServerSideCursor):
    """Read or closed later, it would disturb whoever has the connection by then: another scope, another thread."""

    def __init__(self, *args, is_open: Callable[[], bool], **kwargs):
        super().__init__(*args, **kwargs)
        self._is_open = is_open

    def _fetch_gen(self, num):
        if not self._is_open():
            raise ProgrammingError("the transaction in which these rows were selected has ended")
        return super()._fetch_gen(num)

    def _close_gen(self):
        if self._is_open():
            yield from super()._close_gen()
