"""What somebody is responsible for, as the asker sees it, of the kinds that the asker may give to others."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.errors import AppError

OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Owned:
    """How many records of one kind. `open`: of which something is still to be done; None where a kind has no end."""

    entity: str
    total: int
    open: int | None


def owned_by(*, actor: Actor, person_id: UUID) -> list[Owned]:
    """The kinds of which there are any, in the catalogue's order."""
    found = []
    for view in givable(actor=actor):
        open_ = known_open(view)
        counted = owned_rows(view, person_id).order_by().values(OWNER)
        counted = counted.annotate(n=Count("id"), o=Count("id", filter=open_ or Q(id__isnull=True)))
        for total, still in select_as(counted.values_list("n", "o"), person_id=actor.person_id):
            found.append(Owned(view.entity.name, total, None if open_ is None else still))
    return found


def givable(*, actor: Actor) -> Iterator[View]:
    """Kinds of which the actor may say who is responsible."""
    viewer = viewer_of(actor)
    for kind in viewer.entities():
        view = View(viewer, kind)
        try:
            viewer.allow(kind, Action.ASSIGN)
            check_names(view=view, names=[OWNER])
        except AppError:
            continue
        yield view


def known_open(view: View) -> Q | None:
    """Which are still open; None where a kind has no end, or the actor does not read how far its records are."""
    if view.entity.still_open is None:
        return None
    try:
        return view.entity.still_open if view.sight(view.entity.progress).read.always else None
    except UnknownField:
        return None


def owned_rows(view: View, person_id: UUID) -> QuerySet:
    """That are seen."""
    return view.seen().filter(owner=person_id)
