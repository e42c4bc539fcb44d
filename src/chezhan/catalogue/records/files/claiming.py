"""Files become a record's when it is written with them: only those that its writer sent up for that very field."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.records.files.refusals import NotYourFile
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.writes.cleaning import column_of
from chezhan.catalogue.records.writes.refusals import RowsRefused
from chezhan.catalogue.types.files import FILES
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

State = StoredFile.State


def claim_files(*, actor: Actor, view: View, drafts: Sequence[Draft]) -> None:
    """Call before the drafts are written, in the same transaction. What stands in them of a file (its name, its size)
    becomes what is known of it, whatever was sent.

    A file that the record had in this field before may come back (an old value that is restored). Raises RowsRefused
    with NotYourFile.
    """
    fields = {column_of(view, one).attname: one for one in _file_fields(view)}
    touched = [(draft, name) for draft in drafts for name in fields if name in draft.wanted]
    if not touched:
        return
    named = {UUID(one["id"]) for draft, name in touched for one in draft.wanted[name] or ()}
    named |= {one for draft, name in touched for one in _ids(draft.current.get(name))}
    rows = StoredFile.objects.select_for_update().filter(id__in=named).order_by("id").in_bulk()
    refused: dict[int, dict[str, AppError]] = defaultdict(dict)
    numbers = {draft.id: number for number, draft in enumerate(drafts)}
    attached: dict[UUID, list[UUID]] = defaultdict(list)
    detached: list[UUID] = []
    for draft, name in touched:
        field, before = fields[name], set(_ids(draft.current.get(name)))
        after = _ids(draft.wanted[name])
        # What stands there since before files were kept has no row, and stays as it is.
        old = {UUID(one["id"]): one for one in draft.current.get(name) or () if UUID(one["id"]) not in rows}
        if any(one not in old and not _may(actor, view, field, draft, rows.get(one)) for one in after):
            refused[numbers[draft.id]][field.name] = NotYourFile(params={"field": field.name})
            continue
        if after:
            draft.wanted[name] = [old[one] if one in old else rows[one].as_value() for one in after]
        for one in after:
            if one in rows and rows[one].state != State.ATTACHED:
                # Of two records written at one go the second one finds it taken.
                rows[one].state, rows[one].record_id = State.ATTACHED, draft.id
                attached[draft.id].append(one)
        detached += [one for one in before - set(after) if one in rows]
    if refused:
        raise RowsRefused(refused, of=len(drafts))
    for record_id, ids in attached.items():
        _set(ids, state=State.ATTACHED, record_id=record_id)
    _set(detached, state=State.DETACHED)


def hand_over(*, entity: str, fields: Collection[str], before: UUID, after: UUID) -> list[UUID]:
    """The files that these fields of record `before` hold become record `after`'s; answers their ids. What `after` had
    there is held by nothing any more.
    """
    there = StoredFile.objects.filter(entity=entity, field__in=list(fields))
    _set(list(there.filter(record_id=after, state=State.ATTACHED).values_list("id", flat=True)), state=State.DETACHED)
    ids = list(there.filter(record_id=before, state=State.ATTACHED).values_list("id", flat=True))
    _set(ids, record_id=after)
    return ids


def hand_back(*, ids: Collection[UUID], before: UUID, after: UUID) -> None:
    """What was handed over, as far as it is still there. What stood in its place is found by the sweep to be held."""
    still = StoredFile.objects.filter(id__in=list(ids), record_id=before)
    _set(list(still.values_list("id", flat=True)), record_id=after, state=State.ATTACHED)


def _may(actor: Actor, view: View, field: Field, draft: Draft, row: StoredFile | None) -> bool:
    if row is None or (row.entity, row.field) != (view.entity.name, field.name):
        return False
    if row.state == State.PENDING:
        return row.uploader == actor.person_id
    return row.record_id == draft.id


def _ids(value: Any) -> list[UUID]:
    return [UUID(one["id"]) for one in value or ()]


def _file_fields(view: View) -> list[Field]:
    return [one for one in view.entity.fields.values() if one.type in FILES and "__" not in one.column]


def _set(ids: Sequence[UUID], **values: Any) -> None:
    if ids:
        StoredFile.objects.filter(id__in=ids).update(state_since=clock.now(), **values)
