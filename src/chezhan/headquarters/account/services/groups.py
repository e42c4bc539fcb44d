"""Found a group, add a store to it, rename a store."""

import datetime as dt

from django.db import IntegrityError, transaction

from billing.services import begin_trial
from chezhan.access import Actor, require
from chezhan.headquarters.account.contracts import NewGroup, StoreCard
from chezhan.headquarters.account.errors import TooManyGroups
from chezhan.headquarters.account.places import at_head, in_store
from tenants import provisioning
from tenants.errors import BadName, NameTaken
from tenants.lookup import forget_store
from tenants.models import Membership, Store
from tenants.naming import clean_name
from tenants.roles import OWNER

OWNER_ROLE = "group_owner"
GROUPS_A_DAY = 10


def create_group(*, actor: Actor, name: str, pack: str, store_name: str, now: dt.datetime, today: dt.date) -> NewGroup:
    """A group with its first store and its trial, in one transaction of the owner alias; the actor becomes its owner.

    Raises BadName (by field), UnknownPack, TooManyGroups (429).
    """
    recent = Membership.objects.filter(
        person_id=actor.person_id, role=OWNER_ROLE, created_at__gt=now - dt.timedelta(days=1)
    )
    if recent.count() >= GROUPS_A_DAY:
        raise TooManyGroups
    _check_name(name=store_name, field="store_name")
    with transaction.atomic(using=OWNER):
        group = provisioning.create_group(person_id=actor.person_id, name=name, role=OWNER_ROLE)
        begin_trial(group_id=group.id, using=OWNER, today=today)
        store = provisioning.create_store(group_id=group.id, name=store_name, pack=pack)
    return NewGroup(group_slug=group.slug, store_slug=store.slug)


def add_store(*, actor: Actor, group: str, name: str, pack: str) -> StoreCard:
    """One more store, ready to use. Raises NotFound, Forbidden, BadName, NameTaken, UnknownPack."""
    head = at_head(actor=actor, group=group)
    require(actor=head, permission="store.create")
    store = provisioning.create_store(group_id=head.in_group.id, name=name, pack=pack)
    return StoreCard(id=store.id, slug=store.slug, name=store.name, pack=store.pack, status=store.status)


def rename_store(*, actor: Actor, group: str, store: str, name: str) -> StoreCard:
    """Change the name; the slug stays, so that links keep working. Raises as add_store."""
    here = in_store(actor=actor, group=group, store=store)
    require(actor=here, permission="store.rename")
    clean = clean_name(name)
    try:
        with transaction.atomic():
            Store.objects.filter(id=here.in_store.id).update(name=clean)
    except IntegrityError as error:
        if "store_name_in_group" in str(error):
            raise NameTaken(params={"name": clean}, fields={"name": [NameTaken.message]}) from error
        raise
    forget_store(slug=store)
    return StoreCard(id=here.in_store.id, slug=store, name=clean, pack=here.in_store.pack, status=here.in_store.status)


def _check_name(*, name: str, field: str) -> None:
    try:
        clean_name(name)
    except BadName as error:
        raise BadName(fields={field: [BadName.message]}) from error
