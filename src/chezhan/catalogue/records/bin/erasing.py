"""Erase what was deleted, for good."""

import datetime as dt
from collections.abc import Collection, Sequence
from contextlib import suppress
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.audit.erasing import erase_records
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.records.bin.reading import KEPT
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.records.files.removing import remove_files_of
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.talk.models import RecordComment, Tagging
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.retention.registry import kept_for
from chezhan.kernel import outbox
from chezhan.kernel.errors import Forbidden
from tenants.acting import declare_on
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.owning import owner_context
from tenants.roles import OWNER

BATCH = 500


def erase(*, actor: Actor, entity: str, record_ids: Sequence[UUID]) -> int:
    """Deleted records, with what was said of them and what the audit tells of them; they can't be brought back.

    Answers how many. For those who may delete and see every record of the kind. All in one transaction of the owner
    alias, since the audit is the owner's: it is kept even when the caller's own transaction is not.

    Raises Forbidden, UnknownRecord unless all are there.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.DELETE)
    if not viewer.sees_all(kind):
        raise Forbidden(params={"permission": f"{kind.name}.erase"})
    ids, store = set(record_ids), actor.in_store
    with owner_context(store):
        declare_on(OWNER, store=store)
        _erase(kind.name, kind.model._meta.db_table, store, ids)
        outbox.announce(
            entity=kind.name,
            kind="erased",
            record_ids=ids,
            store_id=store.id,
            actor_id=actor.person_id,
            using=OWNER,
        )
    return len(ids)


@kept_for(KEPT, unit="days", least=7, most=365, usual=90)
def erase_expired(*, store: StoreRef, before: dt.datetime) -> int:
    """What was deleted before, a batch a transaction. Answers how many. Call with no scope open."""
    done = 0
    while True:
        with tenant_context(store):
            old = RecycledRecord.objects.filter(deleted_at__lt=before).order_by("deleted_at")
            found = list(old.values_list("entity", "record_id")[:BATCH])
            tables = {kind.name: kind.model._meta.db_table for kind in of_store(store).entities}
        if not found:
            return done
        for name in sorted({name for name, _ in found}):
            ids = {record_id for entity, record_id in found if entity == name}
            # A kind that was retired meanwhile is called as its table. What was brought back meanwhile is no more
            # among those that are looked for next.
            with suppress(UnknownRecord), owner_context(store):
                declare_on(OWNER, store=store)
                _erase(name, tables.get(name, name), store, ids)
                outbox.announce(
                    entity=name, kind="erased", record_ids=ids, store_id=store.id, actor_id=None, using=OWNER
                )
                done += len(ids)


def _erase(name: str, table: str, store: StoreRef, ids: Collection[UUID]) -> None:
    which = {"entity": name, "record_id__in": ids}
    recycled = RecycledRecord.objects.using(OWNER).filter(**which)
    if set(recycled.select_for_update().values_list("record_id", flat=True)) != ids:
        raise UnknownRecord(params={"entity": name})
    comments = RecordComment.objects.using(OWNER).filter(**which)
    said = list(comments.values_list("id", flat=True))
    comments.delete()
    Tagging.objects.using(OWNER).filter(**which).delete()
    recycled.delete()
    files = remove_files_of(record_ids=ids, using=OWNER)
    # What was written of the comments' deletion goes with the rest.
    erase_records(store=store, entity=table, record_ids=ids)
    if said:
        erase_records(store=store, entity=RecordComment._meta.db_table, record_ids=said)
    if files:
        erase_records(store=store, entity=StoredFile._meta.db_table, record_ids=files)
