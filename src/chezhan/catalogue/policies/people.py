"""Who works in a store and in which roles: the store's own transaction sees no people, the owner alias does."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from chezhan.access.roles import BY_KEY
from chezhan.kernel.errors import NotFound
from tenants.directory import StoreRef
from tenants.models import Membership
from tenants.roles import OWNER


@dataclass(frozen=True, slots=True)
class Colleague:
    """`roles`: those held in the store and those held at the head of its group, which count there too."""

    id: UUID
    name: str
    roles: frozenset[str]

    @property
    def from_head(self) -> bool:
        """Whether headquarters sent them: no store judges over their rights."""
        return any(role in BY_KEY and BY_KEY[role].level == "group" for role in self.roles)


def colleagues_of(*, store: StoreRef) -> list[Colleague]:
    """All who may enter the store, by name."""
    with transaction.atomic(using=OWNER):
        held = Membership.objects.using(OWNER).filter(
            Q(store__isnull=True) | Q(store_id=store.id), group_id=store.group.id, person__is_active=True
        )
        rows = list(held.select_related("person").order_by("person__name", "person_id"))
    roles: dict[UUID, set[str]] = {}
    names: dict[UUID, str] = {}
    for row in rows:
        roles.setdefault(row.person_id, set()).add(row.role)
        names[row.person_id] = str(row.person)
    return [Colleague(id=one, name=name, roles=frozenset(roles[one])) for one, name in names.items()]


def colleague(*, store: StoreRef, person_id: UUID) -> Colleague:
    """Raises NotFound for who does not work there."""
    for one in colleagues_of(store=store):
        if one.id == person_id:
            return one
    raise NotFound(params={"person": str(person_id)})
