"""The values by which the rest of the product names groups, stores and people."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from tenants.scope import Scope

# The values are imported before Django's models can be.
if TYPE_CHECKING:
    from tenants.models import Group, Person, Store


@dataclass(frozen=True, slots=True)
class GroupRef:
    id: UUID
    slug: str
    name: str

    @classmethod
    def of(cls, group: "Group") -> "GroupRef":
        return cls(id=group.id, slug=group.slug, name=group.name)


@dataclass(frozen=True, slots=True)
class StoreRef:
    """`schema` and `role` are PostgreSQL identifiers; `pack` is dealer or repair.

    `revision` names the state of the store's definitions and policies; empty while it has none of its own.
    """

    id: UUID
    slug: str
    name: str
    pack: str
    status: str
    schema: str
    role: str
    group: GroupRef
    revision: str = ""
    # wrapped by a master key: what may travel and be cached (see tenants.keys)
    data_key: bytes | None = field(default=None, repr=False)

    @property
    def scope(self) -> Scope:
        return Scope(schema=self.schema, role=self.role, store_id=self.id, data_key=self.data_key)

    @classmethod
    def of(cls, store: "Store") -> "StoreRef":
        return cls(
            id=store.id,
            slug=store.slug,
            name=store.name,
            pack=store.pack,
            status=store.status,
            schema=store.schema_name,
            role=store.role_name,
            group=GroupRef.of(store.group),
            revision=store.revision,
            data_key=None if store.data_key is None else bytes(store.data_key),
        )


@dataclass(frozen=True, slots=True)
class PersonRef:
    """`auth_hash` is the session hash: it changes with the password and ends other sessions."""

    id: UUID
    name: str
    language: str
    auth_hash: str
    active: bool

    @classmethod
    def of(cls, person: "Person") -> "PersonRef":
        return cls(
            id=person.id,
            name=str(person),
            language=person.language,
            auth_hash=person.get_session_auth_hash(),
            active=person.is_active,
        )
