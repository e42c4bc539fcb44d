"""Erase what was deleted, for good."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.db import transaction

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.audit.erasing import erase_records
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.talk.models import RecordComment, Tagging
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel import outbox
from chezhan.kernel.errors import Forbidden


def erase(*, actor: Actor, entity: str, record_ids: Sequence[UUID]) -> int:
    """Deleted records, with what was said of them; they can't be brought back. Answers how many.

    For those who may delete and see every record of the kind. Raises Forbidden, UnknownRecord unless all are there.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    if not viewer.allow(kind, Action.DELETE).everything:
        raise Forbidden(params={"permission": f"{kind.name}.erase"})
    ids = set(record_ids)
    found = RecycledRecord.objects.select_for_update().filter(entity=kind.name, record_id__in=ids)
    if set(found.values_list("record_id", flat=True)) != ids:
        raise UnknownRecord(params={"entity": entity})
    comments = RecordComment.objects.filter(entity=kind.name, record_id__in=ids)
    said = list(comments.values_list("id", flat=True))
    comments.delete()
    Tagging.objects.filter(entity=kind.name, record_id__in=ids).delete()
    RecycledRecord.objects.filter(entity=kind.name, record_id__in=ids).delete()
    outbox.announce(
        entity=kind.name, kind="erased", record_ids=ids, store_id=actor.in_store.id, actor_id=actor.person_id
    )
    # The audit is the owner's: what these were goes from it once they are gone themselves.
    store, table = actor.in_store, kind.model._meta.db_table
    transaction.on_commit(partial(erase_records, store=store, entity=table, record_ids=ids))
    if said:
        comment = RecordComment._meta.db_table
        transaction.on_commit(partial(erase_records, store=store, entity=comment, record_ids=said))
    return len(ids)
