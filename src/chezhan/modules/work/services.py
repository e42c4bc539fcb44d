"""Make tasks and bring them to their end. Their status is written here alone."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.talk.comments import add_comment
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.refusals import NotWritable
from chezhan.catalogue.records.writes.rights import check_names, require_writable
from chezhan.catalogue.records.writes.saving import create_records, write_checked
from chezhan.kernel import clock
from chezhan.modules.work.models import Task
from chezhan.modules.work.refusals import NobodyToHandTo, TaskNotOpen, TaskOpen
from tenants.lookup import members_of

ENTITY = "task"
OPEN, DONE, CANCELLED = Task.Status.OPEN, Task.Status.DONE, Task.Status.CANCELLED


def make_task(*, actor: Actor, values: Mapping[str, Any], owner: UUID | None) -> UUID:
    """For oneself, or for a colleague without the right to change what is theirs. Raises what create_records raises,
    NobodyToHandTo."""
    (task_id,) = create_records(actor=actor, entity=ENTITY, rows=[{**values, "owner": str(actor.person_id)}])
    if owner is not None and owner != actor.person_id:
        _give(actor, [task_id], owner)
    return task_id


def finish_task(*, actor: Actor, task_id: UUID, result: str | None = None) -> None:
    """`result` None: it stays as it is. Raises UnknownRecord, NotWritable, TaskNotOpen."""
    said = {} if result is None else {"result": result.strip()}
    _end(actor, task_id, {"status": DONE, **said})


def cancel_task(*, actor: Actor, task_id: UUID, result: str | None = None) -> None:
    """Raises as finish_task."""
    said = {} if result is None else {"result": result.strip()}
    _end(actor, task_id, {"status": CANCELLED, **said})


def reopen_task(*, actor: Actor, task_id: UUID) -> None:
    """Raises UnknownRecord, NotWritable, TaskOpen."""
    view, draft = _mine(actor, task_id)
    if draft.current["status"] == OPEN:
        raise TaskOpen
    draft.wanted.update({"status": OPEN, "done_at": None, "done_by": None})
    write_checked(actor, view, [draft])


def hand_on_task(*, actor: Actor, task_id: UUID, to: UUID, note: str = "") -> None:
    """`note`: becomes a comment. Raises UnknownRecord, NotWritable, TaskNotOpen, NobodyToHandTo."""
    _, draft = _mine(actor, task_id)
    _require_open(draft)
    if note.strip():
        add_comment(actor=actor, entity=ENTITY, record_id=task_id, text=note, mentions=[])
    _give(actor, [task_id], to)


def _end(actor: Actor, task_id: UUID, values: Mapping[str, Any]) -> None:
    view, draft = _mine(actor, task_id)
    _require_open(draft)
    draft.wanted.update({**values, "done_at": clock.now(), "done_by": actor.person_id})
    write_checked(actor, view, [draft])


def _require_open(draft: Draft) -> None:
    if draft.current["status"] != OPEN:
        raise TaskNotOpen(params={"status": draft.current["status"]})


def _mine(actor: Actor, task_id: UUID) -> tuple[View, Draft]:
    """The task, locked: of who may write its result, and of who made it."""
    view = _view(actor)
    check_names(view=view, names=["result"])
    drafts = load_rows(model=Task, which=Q(id=task_id))
    refused = require_writable(actor=actor, view=view, ids=[task_id], names=["result"])
    if error := refused.get(task_id):
        made = Task.objects.filter(id=task_id, created_by=actor.person_id).exists()
        if not (made and isinstance(error, NotWritable)):
            raise error
    return view, drafts[task_id]


def _give(actor: Actor, ids: Sequence[UUID], to: UUID) -> None:
    if to not in members_of(store=actor.in_store):
        raise NobodyToHandTo
    drafts = load_rows(model=Task, which=Q(id__in=list(ids)))
    for draft in drafts.values():
        draft.wanted["owner"] = to
    write_checked(actor, _view(actor), list(drafts.values()))


def _view(actor: Actor) -> View:
    viewer = viewer_of(actor)
    kind = viewer.entity(ENTITY)
    viewer.open(kind)
    return View(viewer, kind)
