"""Tell the rest of the product what happened, in the same transaction."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

import orjson
from django.db import DEFAULT_DB_ALIAS, connections

from chezhan.kernel import clock
from chezhan.kernel.ids import new_ids

# One statement whatever the number of records; the ids go as array literals, which is ten times cheaper than a
# parameter each. Nothing is returned: a store's role may only insert.
WRITE = """
INSERT INTO outbox_event (id, store_id, entity, record_id, kind, changed, actor_id, at, cause, version)
SELECT event.id, %s, %s, event.record_id, %s, %s::jsonb, %s, %s, %s::jsonb, event.version
FROM unnest(%s::uuid[], %s::uuid[], %s::integer[]) AS event (id, record_id, version)
"""
_cause: ContextVar[tuple[str, ...]] = ContextVar("chezhan_cause", default=())


@contextmanager
def caused_by(cause: Sequence[str]) -> Iterator[None]:
    """What is told within came of these, which act by themselves: whoever takes the events can see a circle."""
    token = _cause.set(tuple(cause))
    try:
        yield
    finally:
        _cause.reset(token)


def present_cause() -> tuple[str, ...]:
    """What acts by itself now; empty when somebody does."""
    return _cause.get()


def announce(
    *,
    entity: str,
    kind: str,
    record_ids: Iterable[UUID],
    store_id: UUID | None,
    actor_id: UUID | None,
    changed: Sequence[str] = (),
    versions: Sequence[int] = (),
    using: str = DEFAULT_DB_ALIAS,
) -> None:
    """Write one event for each record. Must run inside the transaction that made the change, on its alias.

    `versions`: of the records after the change, in their order; none when it is not told.
    """
    records = list(record_ids)
    if not records:
        return
    changes = orjson.dumps(list(changed)).decode()
    with connections[using].cursor() as cursor:
        cursor.execute(
            WRITE,
            [
                store_id,
                entity,
                kind,
                changes,
                actor_id,
                clock.now(),
                orjson.dumps(list(_cause.get())).decode(),
                as_array(new_ids(len(records))),
                as_array(records),
                as_array(versions),
            ],
        )


def as_array(values: Sequence[UUID | str | int]) -> str:
    """Ids or numbers as PostgreSQL writes an array: a tenth of what a parameter each costs, or str() of a UUID."""
    return f"{{{orjson.dumps(values).decode()[1:-1]}}}"
