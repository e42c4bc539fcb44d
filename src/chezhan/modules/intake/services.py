"""Bring a chunk in once; take a job back step by step. Call within the store's tenant_context()."""

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

import orjson
from django.db import connection

from chezhan.access import Actor, require
from chezhan.catalogue.bulk.taking_back import take_back
from chezhan.catalogue.bulk.touches import Touch
from chezhan.catalogue.bulk.turns import wait_for_turn
from chezhan.modules.intake.contracts import Returned, Taken
from chezhan.modules.intake.models import IntakeChunk, IntakeTouch
from chezhan.modules.sales.contracts import SaleRow
from chezhan.modules.sales.services import take_in_sales
from tenants.directory import StoreRef

# What refers to others goes first: a customer can only be deleted when no order of the job is left.
UNDO_ORDER = ("sales_order", "vehicle", "customer")
UNDO_STEP = 1_000

_WRITE_TOUCHES = """
INSERT INTO intake_touch (job_id, entity, record_id, kind, version, before, kept)
SELECT %s, t.entity, t.id, t.kind, t.version, t.before, ''
FROM json_to_recordset(%s::json) AS t(entity text, id uuid, kind text, version int, before jsonb)
"""

# From the end of the index backwards, so that a step is one range of it whatever the planner knows.
_PULL = """
DELETE FROM intake_touch
WHERE job_id = %(job)s AND entity = %(entity)s AND kept = '' AND record_id >= (
  SELECT record_id FROM (
    SELECT DISTINCT record_id FROM intake_touch
    WHERE job_id = %(job)s AND entity = %(entity)s AND kept = '' ORDER BY record_id DESC LIMIT %(step)s
  ) AS step ORDER BY record_id LIMIT 1
)
RETURNING id, record_id, kind, version, before::text
"""

# A record that is as an earlier job left it again has a new version: that job may still be taken back.
_HAND_BACK = """
UPDATE intake_touch AS earlier SET version = now.version
FROM json_to_recordset(%s::json) AS now(record_id uuid, was int, version int)
WHERE earlier.record_id = now.record_id AND earlier.version = now.was AND earlier.job_id <> %s
"""


def take_in_chunk(
    *, actor: Actor, store: StoreRef, job_id: UUID, chunk_no: int, rows: Sequence[SaleRow]
) -> Taken | None:
    """Bring the rows in and enter the chunk in the ledger, or answer None when it is there already."""
    require(actor=actor, permission="import.run")
    wait_for_turn()
    if IntakeChunk.objects.filter(job_id=job_id, chunk_no=chunk_no).exists():
        return None
    outcomes = take_in_sales(actor=actor, store=store, rows=rows)
    touches = [touch for outcome in outcomes for touch in outcome.touches]
    kinds = Counter(outcome.outcome for outcome in outcomes)
    taken = Taken(
        rows=len(rows),
        created=kinds["created"],
        updated=kinds["updated"],
        unchanged=kinds["unchanged"],
        touched=len(touches),
        chunks=1,
    )
    IntakeChunk.objects.create(
        job_id=job_id,
        chunk_no=chunk_no,
        actor_id=actor.person_id,
        rows=taken.rows,
        created=taken.created,
        updated=taken.updated,
        unchanged=taken.unchanged,
        touched=taken.touched,
    )
    _write_touches(job_id=job_id, touches=touches)
    return taken


def take_back_step(*, actor: Actor, store: StoreRef, job_id: UUID) -> Returned | None:
    """Take back up to UNDO_STEP records of the job, or answer None when there is nothing left.

    A step and its entry in the ledger are one transaction: an undo that is killed goes on where it was.
    """
    require(actor=actor, permission="import.run")
    wait_for_turn()
    touches = next(filter(None, (_pull(job_id=job_id, entity=entity) for entity in UNDO_ORDER)), [])
    if not touches:
        return None
    result = take_back(actor=actor, store=store, touches=touches)
    kept = {record.record_id: record.reason for record in result.kept}
    _hand_back(job_id=job_id, touches=[touch for touch in touches if touch.record_id not in kept])
    last = {touch.record_id: touch for touch in touches if touch.record_id in kept}
    IntakeTouch.objects.bulk_create(
        IntakeTouch(
            job_id=job_id,
            entity=touch.entity,
            record_id=record_id,
            kind=touch.kind,
            version=touch.version,
            before=touch.before,
            kept=kept[record_id],
        )
        for record_id, touch in last.items()
    )
    left = IntakeTouch.objects.filter(job_id=job_id, kept="").count()
    return Returned(deleted=dict(result.deleted), restored=dict(result.restored), kept=len(kept), left=left)


def _pull(*, job_id: UUID, entity: str) -> list[Touch]:
    """Take the touches of UNDO_STEP records out of the ledger, all that there are of each, in their order."""
    with connection.cursor() as cursor:
        cursor.execute(_PULL, {"job": job_id, "entity": entity, "step": UNDO_STEP})
        rows = sorted(cursor.fetchall())
    return [
        Touch(entity=entity, record_id=record_id, kind=kind, version=version, before=orjson.loads(before))
        for _, record_id, kind, version, before in rows
    ]


def _write_touches(*, job_id: UUID, touches: Iterable[Touch]) -> None:
    data = orjson.dumps([touch.as_json() for touch in touches]).decode()
    with connection.cursor() as cursor:
        cursor.execute(_WRITE_TOUCHES, [job_id, data])


def _hand_back(*, job_id: UUID, touches: Sequence[Touch]) -> None:
    spans: dict[UUID, tuple[int, int]] = {}
    for touch in touches:
        first, _ = spans.get(touch.record_id, (touch.version, 0))
        spans[touch.record_id] = first, touch.version
    data = [{"record_id": id_, "was": first - 1, "version": last + 1} for id_, (first, last) in spans.items()]
    with connection.cursor() as cursor:
        cursor.execute(_HAND_BACK, [orjson.dumps(data).decode(), job_id])
