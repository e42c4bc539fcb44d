"""Erase what was deleted, for good."""

from collections.abc import Collection, Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.audit.erasing import erase_records
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.talk.models import RecordComment, Tagging
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel import outbox
from chezhan.kernel.errors import Forbidden
from tenants.acting import declare_on
from tenants.directory import StoreRef
from tenants.owning import owner_context
from tenants.roles import OWNER


def erase(*, actor: Actor, entity: str, record_ids: Sequence[UUID]) -> int:
    """Deleted records, with what was said of them and what the audit tells of them; they can't be brought back.

    Answers how many. For those who may delete and see every record of the kind. All in one transaction of the owner
    alias, since the audit is the owner's: it is kept even when the caller's own transaction is not.

    Raises Forbidden, UnknownRecord unless all are there.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    if not viewer.allow(kind, Action.DELETE).everything:
        raise Forbidden(params={"permission": f"{kind.name}.erase"})
    ids, store = set(record_ids), actor.in_store
    with owner_context(store):
        declare_on(OWNER, store=store)
        _erase(kind, store, ids)
        outbox.announce(
            entity=kind.name,
            kind="erased",
            record_ids=ids,
            store_id=store.id,
            actor_id=actor.person_id,
            using=OWNER,
        )
    return len(ids)


def _erase(kind: Entity, store: StoreRef, ids: Collection[UUID]) -> None:
    which = {"entity": kind.name, "record_id__in": ids}
    recycled = RecycledRecord.objects.using(OWNER).filter(**which)
    if set(recycled.select_for_update().values_list("record_id", flat=True)) != ids:
        raise UnknownRecord(params={"entity": kind.name})
    comments = RecordComment.objects.using(OWNER).filter(**which)
    said = list(comments.values_list("id", flat=True))
    comments.delete()
    Tagging.objects.using(OWNER).filter(**which).delete()
    recycled.delete()
    # What was written of the comments' deletion goes with the rest.
    erase_records(store=store, entity=kind.model._meta.db_table, record_ids=ids)
    if said:
        erase_records(store=store, entity=RecordComment._meta.db_table, record_ids=said)
