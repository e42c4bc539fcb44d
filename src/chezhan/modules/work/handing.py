"""The open tasks of somebody go to somebody else, all of them or some."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.talk.comments import add_comment
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.catalogue.records.writes.saving import BATCH_LIMIT, change_records
from chezhan.modules.work.refusals import NobodyToHandTo
from chezhan.modules.work.services import ENTITY, OPEN

# In one go; those beyond go with the next.
MOST = 2_000


def count_tasks_of(*, actor: Actor) -> list[dict[str, Any]]:
    """Who has how many open tasks of those that the asker may give to others, the most first; `name` empty for who
    works here no more. Raises Forbidden.
    """
    view = _view(actor)
    names = {one.id: one.name for one in colleagues_of(store=actor.in_store)}
    rows = view.seen().filter(status=OPEN, owner__isnull=False).order_by().values("owner").annotate(count=Count("id"))
    found = select_as(rows.order_by("-count", "owner").values_list("owner", "count"), person_id=actor.person_id)
    return [{"person": person, "name": names.get(person, ""), "count": count} for person, count in found]


def hand_over_tasks(
    *, actor: Actor, person: UUID, to: UUID, text: str = "", tasks: Sequence[UUID] | None = None
) -> list[UUID]:
    """Answers those that went over. `text` becomes a comment of each. `tasks`: these alone, by which it is taken back
    too; None for all. Raises Forbidden, NobodyToHandTo, and what change_records does.
    """
    view = _view(actor)
    if to not in {one.id for one in colleagues_of(store=actor.in_store)} or to == person:
        raise NobodyToHandTo
    rows = view.seen().filter(status=OPEN, owner=person)
    if tasks is not None:
        rows = rows.filter(id__in=list(tasks))
    ids = [one for (one,) in select_as(rows.order_by("id").values_list("id")[:MOST], person_id=actor.person_id)]
    for first in range(0, len(ids), BATCH_LIMIT):
        part = ids[first : first + BATCH_LIMIT]
        change_records(actor=actor, entity=ENTITY, ids=part, values={"owner": str(to)})
    if text.strip():
        for one in ids:
            add_comment(actor=actor, entity=ENTITY, record_id=one, text=text, mentions=[])
    return ids


def _view(actor: Actor) -> View:
    """Of who may give tasks of others to others."""
    viewer = viewer_of(actor)
    kind = viewer.entity(ENTITY)
    viewer.open(kind)
    viewer.allow(kind, Action.ASSIGN)
    view = View(viewer, kind)
    check_names(view=view, names=["owner"])
    return view
