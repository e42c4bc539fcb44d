"""Who is asking, of which store or group, in which roles: from the cache, else in one public transaction."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from chezhan.kernel.cache import forget, key, recall, remember
from tenants.context import public_context
from tenants.directory import GroupRef, PersonRef, StoreRef
from tenants.models import Domain, Group, Membership, Person, Store

Roles = frozenset[str]
NOTHING: Mapping[str, Any] = MappingProxyType({})
OWNER = "owner"
SLUG = re.compile(r"[a-z0-9_-]{1,40}\Z")
HOST = re.compile(r"[a-z0-9.-]{1,253}\Z")


def find_person(*, person_id: UUID) -> PersonRef | None:
    name = key("person", person_id)
    if known := recall([name]):
        return known[name]
    with public_context():
        return _read_person(person_id)


def names_in_store(*, person_id: UUID, slug: str) -> tuple[str, ...]:
    """The keys under which the cache has what find_in_store answers; none for what can't be a slug."""
    if not SLUG.match(slug):
        return ()
    return key("person", person_id), key("store", slug), key("roles", slug, person_id)


def find_in_store(
    *, person_id: UUID, slug: str, known: Mapping[str, Any] = NOTHING
) -> tuple[PersonRef | None, StoreRef | None, Roles]:
    """The person, the store named by `slug` and the person's roles there; one round trip to the cache when warm, none
    when `known` (what was just recalled, by key) has them all.

    `slug` is whatever a stranger sent: what can't be one is never asked for.
    """
    names = names_in_store(person_id=person_id, slug=slug)
    if not names:
        return find_person(person_id=person_id), None, frozenset()
    if any(name not in known for name in names):
        known = recall(names)
    if all(name in known for name in names):
        return known[names[0]], known[names[1]], known[names[2]]
    with public_context():
        person = _read_person(person_id)
        store = Store.objects.select_related("group").filter(slug=slug).first()
        if store is None:
            return person, None, frozenset()
        roles = _roles(person_id, group_id=store.group_id, store_id=store.id)
        ref = StoreRef.of(store)
    remember(names[1], ref)
    remember(names[2], roles)
    return person, ref, roles


def find_in_group(*, person_id: UUID, slug: str) -> tuple[PersonRef | None, GroupRef | None, Roles]:
    """The person, the group named by `slug` (whatever a stranger sent) and the person's roles at its head."""
    if not SLUG.match(slug):
        return find_person(person_id=person_id), None, frozenset()
    names = key("person", person_id), key("group", slug), key("head", slug, person_id)
    known = recall(names)
    if len(known) == len(names):
        return known[names[0]], known[names[1]], known[names[2]]
    with public_context():
        person = _read_person(person_id)
        group = Group.objects.filter(slug=slug).first()
        if group is None:
            return person, None, frozenset()
        roles = _roles(person_id, group_id=group.id, store_id=None)
        ref = GroupRef.of(group)
    remember(names[1], ref)
    remember(names[2], roles)
    return person, ref, roles


def slug_of_host(*, host: str) -> str | None:
    """The store whose own host name this is."""
    if not HOST.match(host):
        return None
    name = key("host", host)
    if known := recall([name]):
        return known[name]
    with public_context():
        slug = Domain.objects.filter(domain=host).values_list("tenant__slug", flat=True).first()
    if slug is not None:
        remember(name, slug)
    return slug


def stores_of(*, group_id: UUID) -> list[StoreRef]:
    """The open stores of a group by name. Call within public_context()."""
    stores = Store.objects.filter(group_id=group_id).exclude(status=Store.Status.CLOSED)
    return [StoreRef.of(store) for store in stores.select_related("group").order_by("name")]


def siblings_of(*, store: StoreRef) -> frozenset[UUID]:
    """The ids of the group's stores that are not closed, on the owner alias: a store's transaction sees no other."""
    with transaction.atomic(using=OWNER):
        stores = Store.objects.using(OWNER).filter(group_id=store.group.id).exclude(status=Store.Status.CLOSED)
        return frozenset(stores.values_list("id", flat=True))


def members_of(*, store: StoreRef) -> frozenset[UUID]:
    """The ids of all who work in the store or at the head of its group.

    From the cache, else on the owner alias: a store's transaction is open and sees no people.
    """
    name = key("members", store.slug)
    if known := recall([name]):
        return known[name]
    with transaction.atomic(using=OWNER):
        here = Q(store__isnull=True) | Q(store_id=store.id)
        found = Membership.objects.using(OWNER).filter(here, group_id=store.group.id)
        members = frozenset(found.values_list("person_id", flat=True))
    remember(name, members)
    return members


def roles_in(*, store: StoreRef, person_id: UUID) -> Roles:
    """The roles that the person holds now, there and at the head of its group; none for who was shut out.

    From the cache, as for requests, else on the owner alias, as members_of.
    """
    names = key("person", person_id), key("roles", store.slug, person_id)
    known = recall(names)
    if len(known) < len(names):
        with transaction.atomic(using=OWNER):
            person = Person.objects.using(OWNER).filter(id=person_id).first()
            here = Q(store__isnull=True) | Q(store_id=store.id)
            held = Membership.objects.using(OWNER).filter(here, person_id=person_id, group_id=store.group.id)
            roles = frozenset(held.values_list("role", flat=True))
        if person is None:
            return frozenset()
        known = {names[0]: PersonRef.of(person), names[1]: roles}
        for name, value in known.items():
            remember(name, value)
    return known[names[1]] if known[names[0]].active else frozenset()


def people_of_store(*, store: StoreRef) -> tuple[tuple[UUID, str], ...]:
    """Id and name of all who work in the store or at the head of its group, by name. Read as members_of."""
    name = key("people", store.slug)
    if known := recall([name]):
        return known[name]
    with transaction.atomic(using=OWNER):
        here = Q(memberships__store__isnull=True) | Q(memberships__store_id=store.id)
        found = Person.objects.using(OWNER).filter(here, memberships__group_id=store.group.id, is_active=True)
        people = tuple((person.id, str(person)) for person in found.distinct().order_by("name", "id"))
    remember(name, people)
    return people


def addresses_of_store(*, store: StoreRef) -> tuple[tuple[UUID, str], ...]:
    """Id and e-mail address of the same people. Read as members_of."""
    with transaction.atomic(using=OWNER):
        here = Q(memberships__store__isnull=True) | Q(memberships__store_id=store.id)
        found = Person.objects.using(OWNER).filter(here, memberships__group_id=store.group.id, is_active=True)
        return tuple((person.id, person.email or "") for person in found.exclude(email=None).distinct())


def phones_of_store(*, store: StoreRef) -> tuple[tuple[UUID, str], ...]:
    """Id and phone of the same people. Read as members_of."""
    with transaction.atomic(using=OWNER):
        here = Q(memberships__store__isnull=True) | Q(memberships__store_id=store.id)
        found = Person.objects.using(OWNER).filter(here, memberships__group_id=store.group.id, is_active=True)
        return tuple((person.id, person.phone or "") for person in found.exclude(phone=None).distinct())


def stores_beside(*, store: StoreRef) -> tuple[tuple[UUID, str], ...]:
    """Id and name of the group's stores that are not closed. Read as siblings_of."""
    with transaction.atomic(using=OWNER):
        stores = Store.objects.using(OWNER).filter(group_id=store.group.id).exclude(status=Store.Status.CLOSED)
        return tuple(stores.values_list("id", "name"))


def _read_person(person_id: UUID) -> PersonRef | None:
    person = Person.objects.filter(id=person_id).first()
    if person is None:
        return None
    ref = PersonRef.of(person)
    remember(key("person", person_id), ref)
    return ref


def _roles(person_id: UUID, *, group_id: UUID, store_id: UUID | None) -> Roles:
    """Roles at the head of the group count in each of its stores too; what they allow there is access' business."""
    here = Q(store__isnull=True) if store_id is None else Q(store__isnull=True) | Q(store_id=store_id)
    found = Membership.objects.filter(here, person_id=person_id, group_id=group_id)
    return frozenset(found.values_list("role", flat=True))


def forget_person(*, person_id: UUID, using: str = "default") -> None:
    """Call when a password, name, language or activity changes."""
    forget(key("person", person_id), using=using)


def forget_store(*, slug: str, using: str = "default") -> None:
    forget(key("store", slug), using=using)


def forget_host(*, host: str, using: str = "default") -> None:
    forget(key("host", host), using=using)


def forget_group(*, slug: str, using: str = "default") -> None:
    forget(key("group", slug), using=using)


def forget_roles(*, person_id: UUID, group_id: UUID, using: str = "default") -> None:
    """Call when any membership of the person in the group comes or goes. Reads public tables."""
    group = Group.objects.using(using).get(id=group_id)
    slugs = Store.objects.using(using).filter(group_id=group_id).values_list("slug", flat=True)
    forget(
        key("head", group.slug, person_id),
        *(key("roles", slug, person_id) for slug in slugs),
        *(key("members", slug) for slug in slugs),
        *(key("people", slug) for slug in slugs),
        using=using,
    )
