"""What is raised when PostgreSQL or Valkey is away: nobody's fault, and over in a moment."""

from django.db import InterfaceError, OperationalError
from psycopg_pool import PoolClosed, PoolTimeout
from redis import ConnectionError as ValkeyGone
from redis import RedisError
from redis import TimeoutError as ValkeyTimeout
from redis.exceptions import ReadOnlyError

OUTAGES = (OperationalError, InterfaceError, RedisError)
# No connection, or it broke; the server ends or starts, has no room, or is the copy of one that ended.
_AWAY = ("08", "57P0", "53300", "25006")


def is_away(error: BaseException | None) -> bool:
    """Whether asking again soon may go well. A deadlock or a statement that took too long is something else."""
    if isinstance(error, ValkeyGone | ValkeyTimeout | ReadOnlyError | InterfaceError | PoolClosed | PoolTimeout):
        return True
    if not isinstance(error, OperationalError):
        return False
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state.startswith(_AWAY)
