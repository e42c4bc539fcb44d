"""What a token may do at most: kinds of records to read or write, actions, permissions. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chezhan.access.rights import Action, Right

EVERY = "*"
# Actions that change records; with a kind that is only read they are none.
WRITES = frozenset({Action.CREATE, Action.DELETE, Action.BULK, Action.ASSIGN})
LEVELS = {"read": Right.READ, "write": Right.WRITE}


@dataclass(frozen=True, slots=True)
class Scope:
    """`entities`: (name or *, READ or WRITE), of which the name's own goes before *. `permissions`: beyond records."""

    entities: tuple[tuple[str, Right], ...]
    actions: frozenset[Action] = frozenset()
    permissions: frozenset[str] = frozenset()

    def right(self, entity: str) -> Right:
        by_name = dict(self.entities)
        return by_name.get(entity, by_name.get(EVERY, Right.HIDDEN))

    def actions_on(self, entity: str) -> frozenset[Action]:
        return self.actions if self.right(entity) >= Right.WRITE else self.actions - WRITES

    def permits(self, permission: str) -> bool:
        """`<entity>.read` and `<entity>.write` follow from the entities; any other must be named."""
        if permission in self.permissions:
            return True
        entity, _, level = permission.rpartition(".")
        named = dict(self.entities)
        return level in LEVELS and (entity in named or EVERY in named) and self.right(entity) >= LEVELS[level]


def scope_as_json(scope: Scope) -> dict[str, Any]:
    """The form in which a scope is kept and sent."""
    return {
        "entities": {name: right.name.lower() for name, right in scope.entities},
        "actions": sorted(scope.actions),
        "permissions": sorted(scope.permissions),
    }


def scope_of_json(data: Mapping[str, Any]) -> Scope:
    """Raises KeyError, ValueError, TypeError or AttributeError for what is no scope; nothing is taken to be allowed."""
    return Scope(
        entities=tuple(sorted((str(name), LEVELS[level]) for name, level in data["entities"].items())),
        actions=frozenset(Action(name) for name in data.get("actions", ())),
        permissions=frozenset(str(name) for name in data.get("permissions", ())),
    )
