"""What was written and does not stand in its search indexes yet: GIN keeps it in a list that every search reads too.

PostgreSQL empties the list in the midst of the write that makes it too long, a third of what a bulk write costs. Who
writes much lets it grow and has it emptied beside, while the next is written.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import structlog
from django.db import DatabaseError, connection, connections

from tenants.roles import OWNER

log = structlog.get_logger(__name__)
# In kB; never reached while somebody empties the list.
ROOM = 64 << 10
# So many writes, of a thousand rows each: a search reads the more until then.
EVERY = 8
EMPTY = """
SELECT gin_clean_pending_list(i.indexrelid::regclass)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam AND a.amname = 'gin'
WHERE i.indrelid = to_regclass(%s) AND i.indisvalid
"""


def settle_pending(*, schema: str, table: str) -> None:
    """Into the indexes with what waits; people search and write meanwhile."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(EMPTY, [f'{schema}."{table}"'])


@contextmanager
def settled_beside(*, schema: str) -> Iterator[Callable[[str], None]]:
    """What it yields is called in each transaction that is about to write much into a table, named to it.

    Every few calls, and at the end, a thread empties the lists. A failure there is none of the writer's: PostgreSQL's
    own housekeeping empties them too.
    """
    calls, tables = 0, set[str]()

    def settle() -> None:
        try:
            for table in sorted(tables):
                settle_pending(schema=schema, table=table)
        except DatabaseError:
            log.warning("search_lists_left_pending", tables=sorted(tables), exc_info=True)
        finally:
            connections[OWNER].close()

    def writing(table: str) -> None:
        nonlocal calls
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('gin_pending_list_limit', %s, true)", [str(ROOM)])
        if calls and calls % EVERY == 0:
            beside.submit(settle)
        calls += 1
        tables.add(table)

    with ThreadPoolExecutor(1, thread_name_prefix="pending") as beside:
        try:
            yield writing
        finally:
            if calls > 1:
                beside.submit(settle)
