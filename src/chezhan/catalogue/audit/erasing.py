"""Take values out of the audit: of a person who asked for it, of a column that is sealed from now on.

Who did what and when stays; what it said goes, and that it went is an entry of its own. Runs on the owner alias (a
store's role can't), within the transaction that is open there: what is erased and its past go together.
"""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import orjson
from django.db import connections, transaction

from tenants.acting import Acting, who_acts
from tenants.directory import StoreRef
from tenants.roles import OWNER

ERASED = "[erased]"
EMPTY = """
UPDATE {schema}.audit_entry SET changes = CASE WHEN kind IN ('created', 'updated', 'deleted') THEN '{{}}'::jsonb
  ELSE changes - ARRAY['filter', 'reason'] END
WHERE entity = %(entity)s AND record_id = ANY (%(records)s) AND kind <> 'erased' AND changes <> '{{}}'
"""
UNTIL = " AND id <= %(last)s"
# Where there was nothing, nothing stays: that a field was filled is told, with what is not.
MASK = """
UPDATE {schema}.audit_entry SET changes = (
  SELECT jsonb_object_agg(key, CASE
    WHEN key <> ALL (%(fields)s) THEN value
    WHEN kind <> 'updated' THEN to_jsonb(%(erased)s::text)
    ELSE jsonb_build_array(
      CASE WHEN value -> 0 <> 'null' THEN to_jsonb(%(erased)s::text) END,
      CASE WHEN value -> 1 <> 'null' THEN to_jsonb(%(erased)s::text) END)
  END) FROM jsonb_each(changes))
WHERE entity = %(entity)s AND kind IN ('created', 'updated', 'deleted') AND changes ?| %(fields)s
"""
NOTE = """
INSERT INTO {schema}.audit_entry (at, actor_id, reason, request_id, address, entity, record_id, kind, changes)
SELECT clock_timestamp(), %(actor)s, %(reason)s, %(request)s, %(address)s, %(entity)s, record, 'erased', %(details)s
FROM unnest(%(records)s::uuid[]) AS record
"""


def erase_records(*, store: StoreRef, entity: str, record_ids: Collection[UUID]) -> int:
    """All values of these records. `entity` is their table. Answers how many entries said something of them."""
    records = list(record_ids)
    with transaction.atomic(using=OWNER):
        return _run(store, EMPTY, {"entity": entity, "records": records}, records=records, fields=())


def erase_until(*, store: StoreRef, entity: str, record_id: UUID, last: int) -> int:
    """As erase_records, of one record that was another's then: the entries up to `last`."""
    given = {"entity": entity, "records": [record_id], "last": last}
    with transaction.atomic(using=OWNER):
        return _run(store, EMPTY + UNTIL, given, records=[record_id], fields=())


def erase_fields(*, store: StoreRef, entity: str, fields: Collection[str]) -> int:
    """The values of these fields in all records. Answers how many entries held one; none, and nothing is noted."""
    given = {"entity": entity, "fields": sorted(fields), "erased": ERASED}
    with transaction.atomic(using=OWNER):
        return _run(store, MASK, given, records=[None], fields=fields)


def _run(
    store: StoreRef, statement: str, given: dict[str, Any], *, records: Sequence[UUID | None], fields: Collection[str]
) -> int:
    acting = who_acts() or Acting(actor_id=None)
    with connections[OWNER].cursor() as cursor:
        cursor.execute(statement.format(schema=store.schema), given)
        done: int = cursor.rowcount
        if done:
            note = {
                "actor": acting.actor_id,
                "reason": acting.reason,
                "request": acting.request_id,
                "address": acting.address,
                "entity": given["entity"],
                "records": list(records),
                "details": orjson.dumps({"fields": sorted(fields), "entries": done}).decode(),
            }
            cursor.execute(NOTE.format(schema=store.schema), note)
    return done
