"""The fixed cast of the tests: two groups that must never see each other, and their people."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from chezhan.access import Actor
from tenants.context import public_context
from tenants.directory import GroupRef, StoreRef
from tenants.models import Membership, Person
from tenants.provisioning import create_group, create_store
from tenants.roles import OWNER

PASSWORD = "correct horse 7 battery"


@dataclass
class Cast:
    """People by name; stores `north` and `south` (4S) and `garage` (repair) of group A, `rival` of group B."""

    people: dict[str, Person] = field(default_factory=dict)
    stores: dict[str, StoreRef] = field(default_factory=dict)
    groups: dict[str, GroupRef] = field(default_factory=dict)
    roles: dict[tuple[str, UUID], set[str]] = field(default_factory=dict)

    def actor(self, name: str, *, store: str | None = None, group: str | None = None) -> Actor:
        """`name` acting in `store`, or at the head of `group`."""
        ref = self.stores[store] if store else None
        head = ref.group if ref else self.groups[group] if group else None
        person = self.people[name]
        roles: set[str] = set()
        for place in filter(None, (ref and ref.id, head and head.id)):
            roles |= self.roles.get((name, place), set())
        return Actor(
            person_id=person.id,
            person_name=person.name,
            language=person.language,
            group=head,
            store=ref,
            roles=frozenset(roles),
        )


PEOPLE = {
    # name: [(place, role)…]
    "owner": [("a", "group_owner")],
    "analyst": [("a", "hq_operations")],
    "manager": [("north", "store_manager")],
    "advisor": [("north", "sales_advisor")],
    "both": [("north", "sales_advisor"), ("south", "store_manager")],
    "technician": [("garage", "technician")],
    "rival_owner": [("b", "group_owner")],
    "rival_manager": [("rival", "store_manager")],
    "stranger": [],
}


def gather() -> Cast:
    cast = Cast()
    with public_context():
        for name in PEOPLE:
            cast.people[name] = Person.objects.create_user(
                email=f"{name}@example.com",
                name=name.replace("_", " ").title(),
                password=PASSWORD,
                tours_seen=["store", "hq"],
            )
    with transaction.atomic(using=OWNER):
        for key, owner, title, stores in (
            ("a", "owner", "安和汽车集团", {"north": "安和北店", "south": "安和南店", "garage": "安和快修"}),
            ("b", "rival_owner", "博远汽车集团", {"rival": "博远一店"}),
        ):
            group = create_group(person_id=cast.people[owner].id, name=title, role="group_owner")
            cast.groups[key] = GroupRef.of(group)
            for slug, label in stores.items():
                pack = "repair" if slug == "garage" else "dealer"
                cast.stores[slug] = create_store(group_id=group.id, name=label, pack=pack)
        for name, places in PEOPLE.items():
            for place, role in places:
                store = cast.stores.get(place)
                head = store.group if store else cast.groups[place]
                cast.roles.setdefault((name, store.id if store else head.id), set()).add(role)
                if role != "group_owner":
                    Membership.objects.using(OWNER).create(
                        person=cast.people[name],
                        group_id=head.id,
                        store_id=store.id if store else None,
                        role=role,
                    )
    return cast
