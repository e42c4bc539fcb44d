"""The person who acts, in one store or at the head of one group, with the roles held there."""

from dataclasses import dataclass
from uuid import UUID

from chezhan.access.scopes import Scope
from chezhan.kernel.errors import NotFound
from tenants.directory import GroupRef, StoreRef


@dataclass(frozen=True, slots=True)
class Actor:
    """`store` is None at the head of a group; `group` is None when only signed in.

    `viewed_by`: the id of whoever looks at the store as this person, and only looks; None for the person in person.
    `scope`: what the token `token_id` that acts for the person may do at most; None for the person in person.
    """

    person_id: UUID
    person_name: str
    language: str
    group: GroupRef | None
    store: StoreRef | None
    roles: frozenset[str]
    viewed_by: UUID | None = None
    scope: Scope | None = None
    token_id: UUID | None = None

    @property
    def in_group(self) -> GroupRef:
        """The group acted in. Raises NotFound for one who is only signed in."""
        if self.group is None:
            raise NotFound
        return self.group

    @property
    def in_store(self) -> StoreRef:
        """The store acted in. Raises NotFound at the head of a group."""
        if self.store is None:
            raise NotFound
        return self.store
