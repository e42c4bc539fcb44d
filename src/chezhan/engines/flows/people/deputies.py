"""Who stands in for whom, and until when."""

import datetime as dt
from typing import Any
from uuid import UUID

from chezhan.access import Actor, allowed
from chezhan.catalogue.doing.absence import tells_absence
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.engines.flows.models import FlowDeputy
from chezhan.engines.flows.refusals import BadDeputy, UnknownDeputy
from chezhan.kernel import clock
from chezhan.kernel.errors import Forbidden

LONGEST = dt.timedelta(days=366)


def list_deputies(*, actor: Actor) -> list[dict[str, Any]]:
    """One's own, and those that one stands in for; all of them for who designs. Those that are over are left out."""
    rows = FlowDeputy.objects.filter(until__gte=clock.today()).order_by("since", "id")
    names = {one.id: one.name for one in colleagues_of(store=actor.in_store)}
    every = allowed(actor=actor, permission="catalogue.design")
    return [
        {
            "id": one.id,
            "person": one.person,
            "person_name": names.get(one.person, ""),
            "deputy": one.deputy,
            "deputy_name": names.get(one.deputy, ""),
            "since": one.since,
            "until": one.until,
        }
        for one in rows
        if every or actor.person_id in (one.person, one.deputy)
    ]


def set_deputy(*, actor: Actor, person: UUID, deputy: UUID, since: dt.date, until: dt.date) -> UUID:
    """For oneself; for another, by who designs. What is open already stays where it is: see hand_over. Raises
    Forbidden, BadDeputy.
    """
    _require_own(actor, person)
    there = {one.id for one in colleagues_of(store=actor.in_store)}
    fits = since <= until and until >= clock.today() and until - since <= LONGEST
    if person == deputy or deputy not in there or person not in there or not fits:
        raise BadDeputy
    made = FlowDeputy.objects.create(person=person, deputy=deputy, since=since, until=until, set_by=actor.person_id)
    return made.id


def end_deputy(*, actor: Actor, deputy_id: UUID) -> None:
    """Raises UnknownDeputy, Forbidden."""
    row = FlowDeputy.objects.filter(id=deputy_id).first()
    if row is None:
        raise UnknownDeputy
    _require_own(actor, row.person)
    row.delete()


@tells_absence
def absent(day: dt.date) -> frozenset[UUID]:
    """Whoever has somebody stand in for them gets no new work meanwhile."""
    return frozenset(FlowDeputy.objects.filter(since__lte=day, until__gte=day).values_list("person", flat=True))


def _require_own(actor: Actor, person: UUID) -> None:
    if actor.viewed_by is not None:
        raise Forbidden(params={"permission": "catalogue.design"})
    if person != actor.person_id and not allowed(actor=actor, permission="catalogue.design"):
        raise Forbidden(params={"permission": "catalogue.design"})
