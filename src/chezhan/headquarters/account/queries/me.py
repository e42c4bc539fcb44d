"""The signed-in person with every group and store they may enter. Call within public_context()."""

from collections.abc import Iterable

from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.roles import ROLES
from chezhan.headquarters.account.contracts import GroupEntry, Me, OwnDetails, StoreEntry
from chezhan.headquarters.account.queries.roles import label_of
from tenants.models import Group, Membership, Person, Store

STRENGTH = {role.key: place for place, role in enumerate(ROLES)}


def strongest(roles: Iterable[str]) -> str | None:
    """The role that comes first among those that ship; None for none."""
    return min(roles, key=lambda key: STRENGTH.get(key, len(STRENGTH)), default=None)


def read_me(*, actor: Actor) -> Me:
    person = Person.objects.get(id=actor.person_id)
    held = list(Membership.objects.filter(person=person).values_list("group_id", "store_id", "role"))
    heads = {group for group, store, _ in held if store is None}
    stores = (
        Store.objects.filter(Q(group_id__in=heads) | Q(id__in=[store for _, store, _ in held if store]))
        .exclude(status=Store.Status.CLOSED)
        .select_related("group")
        .order_by("name")
    )
    groups = Group.objects.filter(id__in={group for group, _, _ in held}).order_by("name")
    entries = []
    for group in groups:
        at_head = strongest(role for place, store, role in held if place == group.id and store is None)
        here = {store.id: strongest(role for _, place, role in held if place == store.id) for store in stores}
        entries.append(
            GroupEntry(
                id=group.id,
                slug=group.slug,
                name=group.name,
                role=at_head,
                stores=[
                    StoreEntry(
                        id=store.id,
                        slug=store.slug,
                        name=store.name,
                        pack=store.pack,
                        status=store.status,
                        role=here[store.id] or at_head or "",
                        role_label=label_of(role=here[store.id] or "", store=store) if here[store.id] else None,
                    )
                    for store in stores
                    if store.group_id == group.id
                ],
            )
        )
    return Me(
        person=OwnDetails(
            id=person.id,
            name=person.name,
            email=person.email,
            phone=person.phone,
            language=person.language,
            tours_seen=person.tours_seen,
        ),
        groups=entries,
    )
