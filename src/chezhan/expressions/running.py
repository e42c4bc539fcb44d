"""How long the database may take over an expression."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connections

from chezhan.expressions.errors import ExpressionTooSlow

SECONDS = 1.5
CANCELLED = "57014"


@contextmanager
def within_time(*, seconds: float = SECONDS, using: str = "default") -> Iterator[None]:
    """In an open transaction. A statement inside that takes longer is ended, and the transaction with it.

    Raises ExpressionTooSlow.
    """
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', %s, true)", [f"{seconds * 1000:.0f}"])
        try:
            yield
        except OperationalError as fault:
            if getattr(fault.__cause__, "sqlstate", "") == CANCELLED:
                raise ExpressionTooSlow(params={"seconds": seconds}) from fault
            raise
        cursor.execute("SELECT set_config('statement_timeout', '0', true)")
