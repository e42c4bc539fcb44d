"""Who of the demo's customers belongs to whom: families of one district, and people who speak for companies."""

import datetime as dt
from collections.abc import Iterator
from random import Random
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, write_drafts
from chezhan.config.demo.story import StorePlan
from chezhan.modules.parties.models import Customer
from chezhan.modules.relations.models import Relation
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

LOOKED_AT = 240
# How many of each, at most.
COUPLES, FAMILIES, CONTACTS, DRIVERS, FRIENDS = 24, 14, 10, 4, 12
Pair = tuple[Customer, str, Customer]


def give_relations(*, actor: Actor, store: StoreRef, plan: StorePlan, manager: UUID, now: dt.datetime) -> int:
    """Of the latest customers; answers how many. Nobody is in two pairs, so no two contradict each other."""
    rng = Random(f"relations {plan.key}")
    with acting_as(manager, reason="demo"), tenant_context(store):
        found = list(Customer.objects.order_by("-created_at", "id")[:LOOKED_AT])
        companies = list(Customer.objects.filter(kind="company").order_by("-created_at", "id")[:CONTACTS])
        drafts = [_relation(*pair, manager=manager, now=now) for pair in _pairs(rng, found, companies)]
        write_drafts(entity="relation", model=Relation, drafts=drafts, actor=actor, store=store, now=now)
    return len(drafts)


def _pairs(rng: Random, found: list[Customer], companies: list[Customer]) -> Iterator[Pair]:
    free = [one for one in found if one.kind == "person"]
    for fits, kinds, most in (
        (_married, ("spouse",), COUPLES),
        (_of_one_name, ("parent", "child", "sibling"), FAMILIES),
        (_neighbours, ("friend", "colleague", "referrer"), FRIENDS),
        (_neighbours, ("driver",), DRIVERS),
    ):
        for _ in range(most):
            pair = next(
                ((one, other) for one in free for other in free if one.id < other.id and fits(one, other)), None
            )
            if pair is None:
                break
            yield pair[0], rng.choice(kinds), pair[1]
            free = [one for one in free if one not in pair]
    for company, person in zip(companies, free, strict=False):
        yield company, "contact", person


def _married(one: Customer, other: Customer) -> bool:
    return (
        {one.gender, other.gender} == {"male", "female"} and one.region == other.region and one.name[0] != other.name[0]
    )


def _of_one_name(one: Customer, other: Customer) -> bool:
    return one.name[0] == other.name[0] and one.region == other.region


def _neighbours(one: Customer, other: Customer) -> bool:
    return one.region == other.region


def _relation(one: Customer, kind: str, other: Customer, *, manager: UUID, now: dt.datetime) -> Draft:
    draft = Draft.of_new(since=min(now, max(one.created_at, other.created_at) + dt.timedelta(days=1)))
    draft.wanted |= {"customer_id": one.id, "other_id": other.id, "kind": kind, "owner": one.owner or manager}
    return draft
