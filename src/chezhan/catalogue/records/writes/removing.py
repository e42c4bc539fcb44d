"""Delete to the recycle bin and bring back: the row leaves its table whole, so that no query can forget to skip it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import Error, connection, transaction
from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.bulk.drafts import load_rows
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.records.bin.reading import seen_in_bin
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.constraints import raise_refusal
from chezhan.catalogue.records.writes.lost_links import LostLink, lost_links
from chezhan.catalogue.records.writes.refusals import BatchTooLarge
from chezhan.catalogue.records.writes.rights import require_writable
from chezhan.catalogue.records.writes.saving import BATCH_LIMIT
from chezhan.kernel import clock, outbox

# It lies there under its own id: what goes at one moment has an order that says nothing of its values.
MOVE = """
WITH gone AS (DELETE FROM {table} WHERE id = ANY(%s) RETURNING *)
INSERT INTO recycled_record (id, entity, record_id, row, deleted_at, deleted_by, operation_id)
SELECT gone.id, %s, gone.id, to_jsonb(gone), %s, %s, %s FROM gone
"""
PUT_BACK = """
WITH back AS (DELETE FROM recycled_record WHERE entity = %s AND record_id = ANY(%s) RETURNING row)
INSERT INTO {table} SELECT (jsonb_populate_record(NULL::{table}, back.row)).* FROM back
"""


def remove(*, actor: Actor, entity: str, ids: Sequence[UUID], operation_id: UUID) -> None:
    """All of them or none, into the bin under one operation; see records.bulk, which writes that down.

    Raises Forbidden, UnknownRecord for one that the actor does not see, StillReferred.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.DELETE)
    view = View(viewer, kind)
    if not 0 < len(ids) <= BATCH_LIMIT:
        raise BatchTooLarge(params={"limit": BATCH_LIMIT})
    load_rows(model=kind.model, which=Q(id__in=list(ids)))
    for refused in require_writable(actor=actor, view=view, ids=ids, names=()).values():
        raise refused
    put_in_bin(actor=actor, view=view, ids=ids, operation_id=operation_id)


def put_in_bin(*, actor: Actor, view: View, ids: Sequence[UUID], operation_id: UUID) -> None:
    """Whoever calls has asked whether it may be. Raises StillReferred."""
    _execute(MOVE, view, [list(ids), view.entity.name, clock.now(), actor.person_id, operation_id])
    _announce("deleted", actor, view, ids)


def take_from_bin(*, actor: Actor, view: View, ids: Sequence[UUID]) -> None:
    """As put_in_bin, the other way. Raises NoSuchTarget."""
    _execute(PUT_BACK, view, [view.entity.name, list(ids)])
    _announce("restored", actor, view, ids)


def bring_back(*, actor: Actor, entity: str, record_ids: Sequence[UUID]) -> list[LostLink]:
    """Put deleted records back as they were; answers which of their links lead to what is not there any more.

    Raises UnknownRecord unless every one is in the bin and the actor put it there or would see it; NoSuchTarget when
    a record that it can't be without is gone.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.DELETE)
    found = RecycledRecord.objects.filter(entity=entity, record_id__in=list(record_ids)).select_for_update()
    deleters = dict(found.values_list("record_id", "deleted_by"))
    others = {record_id for record_id, person in deleters.items() if person != actor.person_id}
    seen = seen_in_bin(viewer=viewer, kind=kind, record_ids=others, person_id=actor.person_id) if others else {}
    if set(deleters) != set(record_ids) or others - seen.keys():
        raise UnknownRecord(params={"entity": entity})
    view = View(viewer, kind)
    take_from_bin(actor=actor, view=view, ids=record_ids)
    return lost_links(view=view, record_ids=record_ids)


def _execute(sql: str, view: View, values: list[Any]) -> None:
    table = connection.ops.quote_name(view.entity.model._meta.db_table)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.format(table=table), values)
            connection.check_constraints()
    except Error as error:
        raise_refusal(error, view=view)


def _announce(kind: str, actor: Actor, view: View, ids: Sequence[UUID]) -> None:
    outbox.announce(
        entity=view.entity.name, kind=kind, record_ids=ids, store_id=actor.in_store.id, actor_id=actor.person_id
    )
