"""Take back what one has just done with a record by a verb: while nothing has followed from it."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.bulk.drafts import Draft, load_rows
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.verbs.aftermath import acted_since
from chezhan.catalogue.records.verbs.doing import verb_of
from chezhan.catalogue.records.verbs.refusals import UndoOver, VerbFollowed, VerbStays
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.refusals import ChangedMeanwhile
from chezhan.catalogue.records.writes.rights import require_writable
from chezhan.catalogue.records.writes.saving import refuse_first, write_checked
from chezhan.catalogue.verb import Verb
from chezhan.kernel import clock

# Browsers offer it for ten; the rest is for slow lines.
SECONDS = 60
# Written with every change.
STAMPS = frozenset({"version", "updated_at", "updated_by"})


def undo_verb(*, actor: Actor, entity: str, record_id: UUID, verb: str, version: int) -> None:
    """`version`: the record's as the verb left it. All that the verb wrote on the record is put back.

    Raises UnknownVerb, VerbStays, UnknownRecord, NotWritable, UndoOver, VerbFollowed, ChangedMeanwhile, and what a
    change raises.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    view, told = View(viewer, kind), verb_of(kind, verb, by=actor)
    if not told.undoable:
        raise VerbStays(params={"verb": told.label.en, "verb_zh": told.label.zh})
    drafts = load_rows(model=kind.model, which=Q(id=record_id))
    names = [kind.state, *(ask.field for ask in told.asks)]
    refuse_first(require_writable(actor=actor, view=view, ids=[record_id], names=[kind.state]), [record_id])
    if record_id not in drafts:
        raise UnknownRecord(params={"entity": entity})
    draft, done = drafts[record_id], _done(actor, kind, told, record_id, version)
    if labels := acted_since(record_id=record_id, since=done.at):
        told_zh, told_en = "、".join(one.zh for one in labels), ", ".join(one.en for one in labels)
        raise VerbFollowed(params={"what": told_en, "what_zh": told_zh})
    if draft.current["version"] != version:
        raise ChangedMeanwhile(params={"version": draft.current["version"]})
    given = [name for name in names if kind.fields[name].column in _columns(kind, done)]
    refuse_first(require_writable(actor=actor, view=view, ids=[record_id], names=given), [record_id])
    _put_back(kind, draft, done)
    write_checked(actor, view, [draft])


def _done(actor: Actor, kind: Entity, verb: Verb, record_id: UUID, version: int) -> AuditEntry:
    """The change by which the actor did it. Raises UndoOver."""
    rows = AuditEntry.objects.filter(
        entity=kind.model._meta.db_table, record_id=record_id, kind=AuditEntry.Kind.UPDATED, version=version,
        actor_id=actor.person_id, at__gte=clock.now() - dt.timedelta(seconds=SECONDS),
    )  # fmt: skip
    found = rows.order_by("-id").first()
    moved = found.changes.get(kind.fields[kind.state].column) if found else None
    if found is None or moved is None or not _moved_by(kind, verb, *moved):
        raise UndoOver
    return found


def _moved_by(kind: Entity, verb: Verb, before: str, after: str) -> bool:
    """Some verbs choose where they lead: whatever no other one does from there was theirs."""
    others = {one.to for one in kind.verbs if before in one.of and one is not verb}
    return before in verb.of and (after == verb.to or after not in others)


def _columns(kind: Entity, done: AuditEntry) -> set[str]:
    """Names of the model's fields that it changed; links are told by their columns."""
    by_column = {field.column: field.name for field in kind.model._meta.concrete_fields}
    return {by_column[column] for column in done.changes if column in by_column and column not in STAMPS}


def _put_back(kind: Entity, draft: Draft, done: AuditEntry) -> None:
    for field in kind.model._meta.concrete_fields:
        if field.column in done.changes and field.column not in STAMPS:
            draft.wanted[field.attname] = _as_kept(field, done.changes[field.column][0])


def _as_kept(field: models.Field, value: Any) -> Any:
    """The audit tells values as PostgreSQL's JSON has them."""
    if isinstance(field, models.BinaryField) and isinstance(value, str):
        return bytes.fromhex(value.removeprefix("\\x"))
    if isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.ForeignKey):
        return field.target_field.to_python(value)
    return field.to_python(value)
