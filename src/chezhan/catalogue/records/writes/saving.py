"""Create and change records: cleaned, checked against the lens, written set by set, told to the outbox."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.touches import Touch
from chezhan.catalogue.records.files.claiming import claim_files
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.steps import Step, require_in_step
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.cleaning import clean_rows
from chezhan.catalogue.records.writes.constraints import refusing
from chezhan.catalogue.records.writes.people import nameable_of
from chezhan.catalogue.records.writes.refusals import BatchTooLarge, ChangedMeanwhile, RowsRefused
from chezhan.catalogue.records.writes.rights import check_names, own_suffices, require_writable
from chezhan.catalogue.records.writes.watching import Watch, judged, watches
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

BATCH_LIMIT = 1_000

Values = Mapping[str, Any]


def create_records(*, actor: Actor, entity: str, rows: Sequence[Values]) -> list[UUID]:
    """All of the rows or none; answers their ids in order. They are the actor's own unless `owner` says another.

    Raises Forbidden, UnknownField, NotWritable, BatchTooLarge, RowsRefused (what is wrong with each), AlreadyTaken.
    """
    view = _view(actor, entity)
    view.viewer.allow(view.entity, Action.CREATE)
    check_size(rows)
    names = check_names(view=view, names=(name for row in rows for name in row), new=True)
    watching = watches(actor=actor, view=view, new=True)
    sent = [set(row) for row in rows] if watching else []
    for watch in watching:
        rows = [watch.filled(row) for row in rows]
    cleaned, refused = clean_rows(actor=actor, view=view, rows=rows, nameable=nameable_of(actor, view, names), new=True)
    if refused:
        raise RowsRefused(refused, of=len(rows))
    drafts = [Draft.of_new() for _ in cleaned]
    for draft, values in zip(drafts, cleaned, strict=True):
        draft.wanted.update({"owner": actor.person_id, **values})
    if watching:
        _judge(watching, [*zip(drafts, sent, strict=True)])
    write_checked(actor, view, drafts)
    ids = [draft.id for draft in drafts]
    if "owner" in names or not own_suffices(view=view, names=names):
        refuse_first(require_writable(actor=actor, view=view, ids=ids, names=names), ids)
    return ids


def change_record(
    *, actor: Actor, entity: str, record_id: UUID, version: int, values: Values, step: Step | None = None
) -> dict[UUID, Touch]:
    """`step`: in which it is changed, which opens some fields and may have a form of its own.

    Raises UnknownRecord, ChangedMeanwhile when the record is not at `version` any more, FieldNotInStep, StepFormGone,
    and what a create does.
    """
    view = _view(actor, entity)
    drafts = _locked(actor, view, [record_id], values)
    if step is not None:
        require_in_step(actor=actor, view=view, step=step, names=list(values))
    if drafts[record_id].current["version"] != version:
        raise ChangedMeanwhile(params={"version": drafts[record_id].current["version"]})
    return _change(actor, view, drafts, values, step)


def change_records(
    *, actor: Actor, entity: str, ids: Sequence[UUID], values: Values, beside: Values | None = None
) -> dict[UUID, Touch]:
    """The same values into many records, all or none. `beside`: by attribute, what the product writes with them.

    Raises what `change_record` does, but no ChangedMeanwhile.
    """
    view = _view(actor, entity)
    check_size(ids)
    drafts = _locked(actor, view, ids, values)
    for draft in drafts.values():
        draft.wanted.update(beside or {})
    return _change(actor, view, drafts, values)


def require_complete(*, actor: Actor, entity: str, record_id: UUID, step: Step) -> None:
    """The record is now all that the step's form asks for. Raises RowsRefused, StepFormGone."""
    view = _view(actor, entity)
    watching = watches(actor=actor, view=view, new=False, step=step)
    draft = load_rows(model=view.entity.model, which=Q(id=record_id))[record_id]
    _judge(watching, [(draft, frozenset(view.entity.fields))])


def _view(actor: Actor, entity: str) -> View:
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    return View(viewer, kind)


def _locked(actor: Actor, view: View, ids: Sequence[UUID], values: Values) -> dict[UUID, Draft]:
    """The rows, locked first and judged then: nobody takes a record away between the look and the write."""
    names = check_names(view=view, names=values)
    drafts = load_rows(model=view.entity.model, which=Q(id__in=list(ids)))
    refuse_first(require_writable(actor=actor, view=view, ids=ids, names=names), ids)
    return drafts


def _change(
    actor: Actor, view: View, drafts: Mapping[UUID, Draft], values: Values, step: Step | None = None
) -> dict[UUID, Touch]:
    nameable = nameable_of(actor, view, values)
    cleaned, refused = clean_rows(actor=actor, view=view, rows=[values], nameable=nameable, new=False)
    if refused:
        raise RowsRefused(refused, of=1)
    for draft in drafts.values():
        draft.wanted.update(cleaned[0])
    judge_changes(actor=actor, view=view, drafts=list(drafts.values()), names=list(values), step=step)
    return write_checked(actor, view, list(drafts.values()))


def judge_changes(
    *, actor: Actor, view: View, drafts: Sequence[Draft], names: Collection[str], step: Step | None = None
) -> None:
    """Records that exist, with `names` about to change. Raises RowsRefused."""
    watching = [one for one in watches(actor=actor, view=view, new=False, step=step) if one.concerns(names)]
    if watching:
        _judge(watching, [(draft, names) for draft in drafts])


def _judge(watching: Sequence[Watch], drafts: Sequence[tuple[Draft, Collection[str]]]) -> None:
    refused = {
        number: problems
        for number, (draft, names) in enumerate(drafts)
        if (problems := judged(found=watching, draft=draft, names=names))
    }
    if refused:
        raise RowsRefused(refused, of=len(drafts))


def write_checked(actor: Actor, view: View, drafts: Sequence[Draft]) -> dict[UUID, Touch]:
    claim_files(actor=actor, view=view, drafts=drafts)
    with refusing(view=view):
        touches = write_drafts(
            entity=view.entity.name,
            model=view.entity.model,
            drafts=drafts,
            actor=actor,
            store=actor.in_store,
            now=clock.now(),
        )
        # Foreign keys are looked at when a transaction ends; a refusal is wanted here.
        connection.check_constraints()
    return touches


def check_size(rows: Sequence[Any]) -> None:
    if not 0 < len(rows) <= BATCH_LIMIT:
        raise BatchTooLarge(params={"limit": BATCH_LIMIT})


def refuse_first(refused: Mapping[UUID, AppError], ids: Sequence[UUID]) -> None:
    """The first in the order asked: UnknownRecord says nothing that an id out of the air would not be told."""
    for record_id in ids:
        if record_id in refused:
            raise refused[record_id]
    if not ids:
        raise UnknownRecord
