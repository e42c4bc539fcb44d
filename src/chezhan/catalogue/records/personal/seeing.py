"""Which of a person's records one viewer may know to be theirs: reach.py through a lens.

A link that the viewer does not read leads nowhere: else the answer would tell where it leads. Where it would decide
whose a record is, that kind of record is not told of at all.
"""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.lookups import In, IsNull

from chezhan.access.rights import Right
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.personal.refusals import TooMuchToGather
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.viewer import Viewer
from chezhan.catalogue.types import LINK

LIMIT = 20_000


def seen_reach(*, view: View, record_id: UUID, person_id: UUID) -> dict[str, set[UUID]]:
    """Ids by kind of record, the person's own among them. Raises TooMuchToGather."""
    viewer = view.viewer
    kinds = [kind for kind in viewer.entities() if not kind.person]
    found: dict[str, set[UUID]] = defaultdict(set, {view.entity.name: {record_id}})
    waiting: Mapping[str, set[UUID]] = {view.entity.name: {record_id}}
    while waiting:
        new: dict[str, set[UUID]] = {}
        for kind in kinds:
            rows = _leading_to(View(viewer, kind), waiting)
            ids = set() if rows is None else {one for (one,) in select_as(rows, person_id=person_id)}
            if fresh := ids - found[kind.name]:
                new[kind.name] = fresh
        for name, fresh in new.items():
            found[name] |= fresh
        if sum(map(len, found.values())) > LIMIT:
            raise TooMuchToGather(params={"limit": LIMIT})
        waiting = new
    return {name: ids for name, ids in found.items() if ids}


def knows_all(*, viewer: Viewer) -> bool:
    """Whether every link is read on every record: then a count of what hangs on a person tells nothing new."""
    kinds = viewer.catalogue.entities
    return all(
        viewer.sees_all(kind) and viewer.lens(kind).everywhere(link.name, Right.READ)
        for kind in kinds
        for link in own_links(kind)
    )


def own_links(kind: Entity) -> list[Field]:
    return [one for one in kind.own_fields if one.type is LINK and "__" not in one.column]


def _leading_to(view: View, waiting: Mapping[str, set[UUID]]) -> QuerySet | None:
    """None where nothing of the kind can lead there."""
    sights = {sight.field.name: sight for sight in view.sights()}
    links = own_links(view.entity)
    persons = [one for one in links if view.viewer.target(one.target).person]
    if any(one.name not in sights for one in persons):
        return None
    which, nobody = Q(pk__in=[]), Q()
    for link in persons:
        sight = sights[link.name]
        if link.target in waiting:
            which |= nobody & sight.read.only(Q(In(sight.compared(), list(waiting[link.target]))))
        if not view.entity.joins:
            nobody &= sight.read.only(Q(IsNull(sight.compared(), True)))
    for link in links:
        if link not in persons and link.name in sights and link.target in waiting:
            sight = sights[link.name]
            which |= nobody & sight.read.only(Q(In(sight.compared(), list(waiting[link.target]))))
    return view.seen().filter(which).values_list("id")
