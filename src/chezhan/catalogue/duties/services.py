"""Read and say what people look after."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from chezhan.access import Actor, allowed, require
from chezhan.catalogue.duties.models import ASPECTS, Duty
from chezhan.catalogue.duties.refusals import NoSuchColleague, TooManyDuties
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.kernel import clock
from chezhan.kernel.errors import Forbidden

READS, WRITES = "people.read", "people.invite"
MOST = 200
# Two who set one person's at once: the later one's stands whole.
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ':duties:' || %s, 0))"


@dataclass(frozen=True, slots=True)
class LookedAfter:
    """By aspect, the values in the order of the alphabet; an aspect without any is there, empty."""

    person: UUID
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def duties_of(people: Collection[UUID]) -> dict[UUID, dict[str, list[str]]]:
    """In the store's transaction: of those who look after anything."""
    found: dict[UUID, dict[str, list[str]]] = {}
    rows = Duty.objects.filter(person__in=list(people)).order_by("value")
    for person, aspect, value in rows.values_list("person", "aspect", "value"):
        found.setdefault(person, {}).setdefault(aspect, []).append(value)
    return found


def list_duties(*, actor: Actor) -> list[LookedAfter]:
    """Of all who work in the store, by name; of headquarters' people if they look after anything. Raises Forbidden."""
    require(actor=actor, permission=READS)
    people = colleagues_of(store=actor.in_store)
    found = duties_of([one.id for one in people])
    return [_told(one.id, found.get(one.id, {})) for one in people if one.id in found or not one.from_head]


def may_set(actor: Actor) -> bool:
    return actor.viewed_by is None and allowed(actor=actor, permission=WRITES)


def set_duties(*, actor: Actor, person: UUID, values: Mapping[str, Sequence[str]]) -> LookedAfter:
    """All that `person` looks after from now on, by aspect. Raises Forbidden, NoSuchColleague, TooManyDuties."""
    if not may_set(actor):
        raise Forbidden(params={"permission": WRITES})
    if person not in {one.id for one in colleagues_of(store=actor.in_store)}:
        raise NoSuchColleague
    wanted = {(aspect, text) for aspect, some in values.items() for one in some if (text := " ".join(one.split()))}
    if len(wanted) > MOST:
        raise TooManyDuties(params={"limit": MOST})
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME, [str(person)])
    there = {(one.aspect, one.value): one.id for one in Duty.objects.filter(person=person)}
    Duty.objects.filter(id__in=[key for said, key in there.items() if said not in wanted]).delete()
    Duty.objects.bulk_create(
        Duty(person=person, aspect=aspect, value=value, set_by=actor.person_id, set_at=clock.now())
        for aspect, value in sorted(wanted - there.keys())
    )
    return _told(person, duties_of([person]).get(person, {}))


def _told(person: UUID, values: Mapping[str, Sequence[str]]) -> LookedAfter:
    return LookedAfter(person, {aspect: tuple(values.get(aspect, ())) for aspect in ASPECTS})
