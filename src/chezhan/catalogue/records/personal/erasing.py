"""Erase a person's data: in one transaction of the owner's, or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import OperationalError, connections
from psycopg.errors import DeadlockDetected, LockNotAvailable

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.definitions.designing import working_in
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.personal import traces
from chezhan.catalogue.records.personal.asking import require_person
from chezhan.catalogue.records.personal.columns import columns_of
from chezhan.catalogue.records.personal.history import erase_history
from chezhan.catalogue.records.personal.models import PersonalRequest
from chezhan.catalogue.records.personal.places import empty_places
from chezhan.catalogue.records.personal.reach import Reach, find_reach, links_of, whole_catalogue
from chezhan.catalogue.records.personal.refusals import NameDiffers, PersonBusy
from chezhan.catalogue.records.personal.rules import MARK, fate_of
from chezhan.catalogue.records.personal.words import words_of
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.whole import Catalogue
from chezhan.kernel import clock, outbox
from chezhan.kernel.errors import Forbidden
from tenants.roles import OWNER

VALUES = {"empty": "NULL", "blank": "''", "mark": "%(mark)s"}


def erase_person(*, actor: Actor, entity: str, record_id: UUID, name: str, reason: str) -> PersonalRequest:
    """`name`: what the actor typed, the record's as they see it. `reason`: one of PersonalRequest's.

    Needs the store's transaction for its key; writes in another. Raises what require_person raises, Forbidden for who
    may not delete any record of the kind, NameDiffers, PersonBusy.
    """
    view = require_person(actor=actor, entity=entity, record_id=record_id)
    view.viewer.allow(view.entity, Action.DELETE)
    if not view.viewer.sees_all(view.entity):
        raise Forbidden(params={"permission": f"{entity}.erase"})
    titles = titles_of(view=view, rows=view.seen().filter(id=record_id), person_id=actor.person_id)
    if "".join((titles.get(record_id) or "").split()) != "".join(name.split()):
        raise NameDiffers(fields={"name": [NameDiffers.message]})
    with owning(actor):
        catalogue = whole_catalogue(using=OWNER)
        lock_person(kind=catalogue.by_name[entity], record_id=record_id)
        return erase_within(
            actor=actor, catalogue=catalogue, entity=entity, record_id=record_id, reason=reason, by=actor.person_id
        )


def erase_within(
    *, actor: Actor, catalogue: Catalogue, entity: str, record_id: UUID, reason: str, by: UUID
) -> PersonalRequest:
    """In `owning`, of a person that is locked; the caller has checked who asks. `by`: who had it done. Raises
    TooMuchToGather.
    """
    reach = find_reach(using=OWNER, catalogue=catalogue, entity=entity, record_id=record_id)
    return PersonalRequest.objects.using(OWNER).create(
        kind=PersonalRequest.Kind.ERASED,
        reason=reason,
        entity=entity,
        record_id=record_id,
        by=by,
        counts=_erase(actor, reach),
    )


@contextmanager
def owning(actor: Actor) -> Iterator[None]:
    """The owner's transaction in which a person is erased, inside the store's, for its key. Raises PersonBusy."""
    try:
        with working_in(store=actor.in_store):
            yield
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable | DeadlockDetected):
            raise PersonBusy from error
        raise


def lock_person(*, kind: Entity, record_id: UUID) -> None:
    """Whoever is adding a record that leads to this one waits, and adds it afterwards. Raises UnknownRecord."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(f'SELECT 1 FROM "{kind.model._meta.db_table}" WHERE id = %s FOR UPDATE', [record_id])
        if cursor.fetchone() is None:
            raise UnknownRecord(params={"entity": kind.name})


def _erase(actor: Actor, reach: Reach) -> dict[str, int]:
    store, words = actor.in_store, words_of(reach)
    catalogue = reach.catalogue
    counts = {
        name: _erase_rows(actor, catalogue.by_name[name], ids, catalogue=catalogue) for name, ids in reach.live.items()
    }
    comments, said = traces.erase_talk(reach)
    views, told = traces.erase_views(words)
    rest = {
        "bin": traces.erase_from_bin(reach),
        "comments": comments,
        "views": views,
        "answers": traces.erase_answers(reach),
        "undo": traces.erase_ledger(reach),
        **empty_places(store=store, reach=reach),
        # Last, since all of this was told to the audit.
        "history": erase_history(store=store, reach=reach, others={"record_comment": said, "saved_view": told}),
    }
    return counts | {f"_{name}": number for name, number in rest.items() if number}


def _erase_rows(actor: Actor, kind: Entity, ids: frozenset[UUID], *, catalogue: Catalogue) -> int:
    if kind.joins:
        return _take_out(actor, kind, ids, catalogue=catalogue)
    fates = {column.name: fate_of(column, kind=kind) for column in columns_of(kind, using=OWNER)}
    gone = {name: VALUES[fate] for name, fate in fates.items() if fate != "keep"}
    stamps = {"version": "version + 1", "updated_at": "%(now)s", "updated_by": "%(actor)s"}
    changes = ", ".join(f'"{name}" = {value}' for name, value in (gone | stamps).items())
    given: dict[str, Any] = {"ids": list(ids), "now": clock.now(), "actor": actor.person_id, "mark": MARK}
    with connections[OWNER].cursor() as cursor:
        cursor.execute(f'UPDATE "{kind.model._meta.db_table}" SET {changes} WHERE id = ANY(%(ids)s)', given)
    _announce(actor, kind, ids, told="updated", changed=sorted(gone))
    return len(ids)


def _take_out(actor: Actor, kind: Entity, ids: frozenset[UUID], *, catalogue: Catalogue) -> int:
    """How one person stands to another is said of both, and nothing that a store has to keep: the record goes."""
    table = kind.model._meta.db_table
    with connections[OWNER].cursor() as cursor:
        for other in catalogue.entities:
            for link in (one for one in links_of(other) if one.target == kind.name):
                cursor.execute(
                    f'UPDATE "{other.model._meta.db_table}" SET "{link.column}" = NULL WHERE "{link.column}" = ANY(%s)',
                    [list(ids)],
                )
        cursor.execute(f'DELETE FROM "{table}" WHERE id = ANY(%s)', [list(ids)])
    _announce(actor, kind, ids, told="deleted", changed=())
    return len(ids)


def _announce(actor: Actor, kind: Entity, ids: frozenset[UUID], *, told: str, changed: Sequence[str]) -> None:
    outbox.announce(
        entity=kind.name, kind=told, record_ids=ids, store_id=actor.in_store.id, actor_id=actor.person_id,
        changed=changed, using=OWNER,
    )  # fmt: skip
