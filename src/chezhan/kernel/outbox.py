"""Tell the rest of the product what happened, in the same transaction."""

from collections.abc import Iterable, Sequence
from uuid import UUID

import orjson
from django.db import DEFAULT_DB_ALIAS, connections

from chezhan.kernel import clock
from chezhan.kernel.ids import new_ids

# One statement whatever the number of records; the ids go as array literals, which is ten times cheaper than a
# parameter each. Nothing is returned: a store's role may only insert.
WRITE = """
INSERT INTO outbox_event (id, store_id, entity, record_id, kind, changed, actor_id, at)
SELECT event.id, %s, %s, event.record_id, %s, %s::jsonb, %s, %s
FROM unnest(%s::uuid[], %s::uuid[]) AS event (id, record_id)
"""


def announce(
    *,
    entity: str,
    kind: str,
    record_ids: Iterable[UUID],
    store_id: UUID | None,
    actor_id: UUID | None,
    changed: Sequence[str] = (),
    using: str = DEFAULT_DB_ALIAS,
) -> None:
    """Write one event for each record. Must run inside the transaction that made the change, on its alias."""
    records = [str(record_id) for record_id in record_ids]
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
                _literal(new_ids(len(records))),
                _literal(records),
            ],
        )


def _literal(ids: Sequence[str]) -> str:
    return f"{{{','.join(ids)}}}"
