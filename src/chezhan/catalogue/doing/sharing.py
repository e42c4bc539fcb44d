"""Give records to the people of a role: to who looks after them, by turns or to whoever has the least; nobody who is
away gets any.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal
from uuid import UUID

from django.db import connection
from django.db.models import Count, Max, Q
from pydantic import Field

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.doing.absence import away_on
from chezhan.catalogue.doing.refusals import BadAction, NobodyToShare
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.duties.matching import closeness
from chezhan.catalogue.duties.services import duties_of
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


Aspect = Literal["region", "model", "source"]
Duties = dict[UUID, dict[str, list[str]]]


class DoShare(Doing):
    """`by`: who looks after the record's region, model or source comes first, one after the other in this order; where
    nobody does, the next is asked. Of those who are left, `least`: whoever has the fewest that are not ended; `turn`:
    whoever has waited longest for one. What is somebody's already stays theirs unless `anew`: then it goes to
    somebody else.
    """

    kind: Literal["share"] = "share"
    role: Chosen = ""
    by: Annotated[list[Aspect], Field(max_length=3)] = []
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
        known = view.entity.criteria.of if view.entity.criteria else {}
        if not set(action.by) <= known.keys():
            return [BadAction(code="action_by_nothing")]
        try:
            for name in _fields(view, action):
                view.sight(name)
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
        waiting = {one.id: one for one in _asked(actor, view, action, record_ids) if one.owner is None or action.anew}
        given: dict[tuple[UUID, tuple[str, ...]], list[UUID]] = {}
        loads, now = _loads(view.entity, people, besides=waiting), clock.now().timestamp()
        duties = duties_of(people) if action.by else {}
        for number, asked in enumerate(waiting.values()):
            others = [one for one in loads if one.person != asked.owner]
            if not others:
                raise NobodyToShare(params={"role": action.role})
            nearest, reasons = narrowed(others, duties=duties, said=asked.said)
            load = min(nearest, key=lambda one: one.place(action.how))
            load.count, load.latest = load.count + 1, now + number
            given.setdefault((load.person, (*reasons, action.how)), []).append(asked.id)
        effects: Effects = {}
        for (person, told), ids in given.items():
            beside = {view.entity.criteria.why: list(told)} if view.entity.criteria else {}
            touches = change_records(
                actor=actor, entity=view.entity.name, ids=ids, values={"owner": str(person)}, beside=beside
            )
            effects |= {record_id: {"fields": ["owner"]} for record_id in touches}
        return effects

    def written(self, action: DoShare) -> set[str]:
        return {"owner"}


@dataclass(frozen=True, slots=True)
class Asked:
    """`said`: by aspect in the order asked, what the record says of it; where it says nothing, it is not there."""

    id: UUID
    owner: UUID | None
    said: dict[str, list[str]]


def narrowed(loads: Sequence[Load], *, duties: Duties, said: dict[str, list[str]]) -> tuple[list[Load], list[str]]:
    """Those who are nearest to what the record says, and by what; everybody where nobody looks after it, with what was
    asked in vain. What finds nobody any more once somebody was found is not told: it parted nobody.
    """
    left, found, vain = list(loads), [], []
    for aspect, words in said.items():
        close = {
            one.person: closeness(aspect=aspect, values=duties.get(one.person, {}).get(aspect, ()), said=words)
            for one in left
        }
        nearest = max(close.values())
        if nearest:
            found.append(aspect)
            left = [one for one in left if close[one.person] == nearest]
        elif not found:
            vain.append(f"no_{aspect}")
    return left, [*vain, *found]


def _fields(view: View, action: DoShare) -> list[str]:
    criteria = view.entity.criteria
    return [name for aspect in dict.fromkeys(action.by) for name in criteria.of[aspect]] if criteria else []


def _asked(actor: Actor, view: View, action: DoShare, record_ids: Sequence[UUID]) -> list[Asked]:
    """As far as who shares them out reads what they say."""
    names = _fields(view, action)
    sights = {f"said_{name}": view.sight(name) for name in names}
    columns = {label: sight.read.value(sight.value) for label, sight in sights.items()}
    rows = view.seen().filter(id__in=list(record_ids)).order_by("created_at", "id").annotate(**columns)
    found = []
    for record_id, owner, *texts in select_as(rows.values_list("id", "owner", *columns), person_id=actor.person_id):
        text = dict(zip(names, texts, strict=True))
        said = {
            aspect: [text[name] or "" for name in view.entity.criteria.of[aspect]]
            for aspect in dict.fromkeys(action.by)
            if view.entity.criteria
        }
        found.append(Asked(record_id, owner, {aspect: words for aspect, words in said.items() if any(words)}))
    return found


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
