"""Give records to the people of a role, by turns or to whoever has the least; nobody who is away gets any."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.db import connection
from django.db.models import Count, Max, Q

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.doing.absence import away_on
from chezhan.catalogue.doing.refusals import BadAction, NobodyToShare
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.part import Chosen
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.catalogue.records.writes.saving import change_records
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

# Two who share out records of one kind at once would both see the same person idle.
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || %s, 0))"


class DoShare(Doing):
    """`least`: to whoever has the fewest that are not ended; `turn`: to whoever has waited longest for one. What is
    somebody's already stays theirs unless `anew`: then it goes to somebody else.
    """

    kind: Literal["share"] = "share"
    role: Chosen = ""
    how: Literal["least", "turn"] = "least"
    anew: bool = False


@dataclass(slots=True)
class Load:
    """What somebody has: how many, and since when none more."""

    person: UUID
    count: int
    latest: float

    def place(self, how: str) -> tuple[float, float, int]:
        first, second = (self.latest, self.count) if how == "turn" else (self.count, self.latest)
        return first, second, self.person.int


class Sharing(ActionKind):
    kind = "share"
    part = DoShare

    def problems(self, *, actor: Actor, view: View, action: DoShare) -> list[AppError]:
        try:
            view.viewer.allow(view.entity, Action.ASSIGN)
            check_names(view=view, names=["owner"])
        except AppError as error:
            return [error]
        # Whether anybody has the role is another matter each day: a rule may be there before its people.
        return [] if action.role else [BadAction(code="action_without_role")]

    def apply(self, *, actor: Actor, view: View, action: DoShare, record_ids: Sequence[UUID], why: Why) -> Effects:
        view.viewer.allow(view.entity, Action.ASSIGN)
        people = _people(actor, action.role) - away_on(clock.today())
        if not people:
            raise NobodyToShare(params={"role": action.role})
        with connection.cursor() as cursor:
            cursor.execute(ONE_AT_A_TIME, [f"share:{view.entity.name}"])
        rows = view.seen().filter(id__in=list(record_ids)).order_by("created_at", "id").values_list("id", "owner")
        found = select_as(rows, person_id=actor.person_id)
        waiting = {record_id: owner for record_id, owner in found if owner is None or action.anew}
        given: dict[UUID, list[UUID]] = {}
        loads, now = _loads(view.entity, people, besides=waiting), clock.now().timestamp()
        for number, (record_id, owner) in enumerate(waiting.items()):
            others = [one for one in loads if one.person != owner]
            if not others:
                raise NobodyToShare(params={"role": action.role})
            load = min(others, key=lambda one: one.place(action.how))
            load.count, load.latest = load.count + 1, now + number
            given.setdefault(load.person, []).append(record_id)
        effects: Effects = {}
        for person, ids in given.items():
            touches = change_records(actor=actor, entity=view.entity.name, ids=ids, values={"owner": str(person)})
            effects |= {record_id: {"fields": ["owner"]} for record_id in touches}
        return effects

    def written(self, action: DoShare) -> set[str]:
        return {"owner"}


def _people(actor: Actor, role: str) -> frozenset[UUID]:
    return frozenset(one.id for one in colleagues_of(store=actor.in_store) if role in one.roles)


def _loads(entity: Entity, people: frozenset[UUID], *, besides: Collection[UUID]) -> list[Load]:
    mine = entity.model._default_manager.filter(owner__in=people).exclude(id__in=list(besides))
    open_ = entity.still_open or Q()
    told = {
        owner: (count, latest)
        for owner, count, latest in mine.values_list("owner").annotate(
            count=Count("id", filter=open_), latest=Max("created_at")
        )
    }
    return [Load(one, told[one][0], told[one][1].timestamp()) if one in told else Load(one, 0, 0.0) for one in people]


SHARING = offers(Sharing())
