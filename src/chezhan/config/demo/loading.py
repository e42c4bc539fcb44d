"""Found the demo group in a running Chezhan, with its stores, its people and their two years."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db import connections

from chezhan.access import Actor
from chezhan.config.demo.care import cares, follow_rules, give_care
from chezhan.config.demo.cast import CAST, OWNER
from chezhan.config.demo.contracts import give_contracts
from chezhan.config.demo.deals import give_deals
from chezhan.config.demo.duties import give_duties
from chezhan.config.demo.erasing import erase_group
from chezhan.config.demo.families import give_relations
from chezhan.config.demo.handovers import give_handovers
from chezhan.config.demo.intake import bring_in
from chezhan.config.demo.letterheads import give_letterhead
from chezhan.config.demo.prospects import give_leads
from chezhan.config.demo.records import StoreHistory
from chezhan.config.demo.staff import ensure_people, give_places
from chezhan.config.demo.standing import find_standing
from chezhan.config.demo.stockroom import give_stock
from chezhan.config.demo.story import GROUP_NAME, StorePlan
from chezhan.config.demo.testdrives import give_drives
from chezhan.config.demo.usedcars import give_used_cars
from chezhan.headquarters.account.places import in_store
from chezhan.headquarters.account.services.groups import add_store, create_group
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import Conflict, NotFound
from tenants.context import public_context
from tenants.directory import StoreRef
from tenants.roles import OWNER as OWNER_ALIAS

Tell = Callable[[str, int], None]
"""Hears the store that is being filled and how many records more it has."""


class DemoBusy(Conflict):
    code = "demo_busy"
    message = "Another `chezhan demo` is at work; wait for it to end, then try again."


def load_group(*, histories: Sequence[StoreHistory], password: str, now: dt.datetime, tell: Tell) -> None:
    """Make the demo group anew from `histories`, in the place of whatever there is of it.

    Killed half-way it leaves a group without staff, which find_standing() calls not whole and which the
    next call replaces. Call with no scope open. Raises DemoBusy.
    """
    with _alone():
        people = ensure_people(password=password)
        owner_id = people[OWNER.email]
        for group in find_standing().groups:
            erase_group(group=group, owner_id=owner_id)
        group_slug: str | None = None
        stores: dict[str, StoreRef] = {}
        for history in histories:
            plan = history.store
            tell(plan.name, 0)
            actor, store = _open_store(owner_id=owner_id, group_slug=group_slug, plan=plan, now=now)
            advisors = [people[one.email] for one in CAST if one.store == plan and one.role.endswith("_advisor")]
            bring_in(
                actor=actor,
                store=store,
                history=history,
                now=now,
                advisors=advisors,
                advance=partial(tell, plan.name),
            )
            (manager,) = (people[one.email] for one in CAST if one.store == plan and one.role == "store_manager")
            give_duties(actor=actor, store=store, manager=manager, advisors=advisors, now=now)
            give_letterhead(actor=actor, store=store, plan=plan, manager=manager)
            give_relations(actor=actor, store=store, plan=plan, manager=manager, now=now)
            give_leads(
                actor=actor, store=store, plan=plan, manager=manager, advisors=advisors, now=now, scale=history.scale
            )
            give_stock(actor=actor, store=store, plan=plan, manager=manager, advisors=advisors, now=now)
            give_drives(actor=actor, store=store, plan=plan, manager=manager, advisors=advisors, now=now)
            give_used_cars(actor=actor, store=store, plan=plan, manager=manager, advisors=advisors, now=now)
            give_deals(actor=actor, store=store, plan=plan, manager=manager, now=now)
            give_contracts(actor=actor, store=store, plan=plan, manager=manager)
            give_handovers(actor=actor, store=store, plan=plan, manager=manager, now=now)
            if settings.FIRST_DAY_PACKS and cares(plan):
                store = give_care(actor=actor, store=store, now=now)
            stores[plan.key], group_slug = store, store.group.slug
        give_places(people=people, stores=stores)
        if settings.FIRST_DAY_PACKS:
            for history in histories:
                if cares(history.store):
                    follow_rules(store=stores[history.store.key], now=now)


def _open_store(*, owner_id: UUID, group_slug: str | None, plan: StorePlan, now: dt.datetime) -> tuple[Actor, StoreRef]:
    """One store more; the first (no group yet) comes with the group. Answers the owner acting in it."""
    owner = Actor(
        person_id=owner_id, person_name=OWNER.name, language="zh-hans", group=None, store=None, roles=frozenset()
    )
    today = now.astimezone(SHANGHAI).date()
    with public_context():
        if group_slug is None:
            founded = create_group(
                actor=owner, name=GROUP_NAME, pack=plan.pack, store_name=plan.name, now=now, today=today
            )
            group_slug, slug = founded.group_slug, founded.store_slug
        else:
            slug = add_store(actor=owner, group=group_slug, name=plan.name, pack=plan.pack).slug
        actor = in_store(actor=owner, group=group_slug, store=slug)
    if actor.store is None:
        raise NotFound(params={"store": slug})
    return actor, actor.store


@contextmanager
def _alone() -> Iterator[None]:
    """One demo load at a time: a lock that PostgreSQL lets go when this process dies."""
    with connections[OWNER_ALIAS].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext('chezhan demo'))")
        if cursor.fetchone() != (True,):
            raise DemoBusy
    try:
        yield
    finally:
        with connections[OWNER_ALIAS].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('chezhan demo'))")
