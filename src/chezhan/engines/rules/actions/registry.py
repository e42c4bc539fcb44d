"""The kinds of action that there are."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.kernel.errors import AppError

# By record, what came of it: {"fields": [names]}, {"made": [[kind, id]]} …; nothing for a record left as it was.
Effects = dict[UUID, dict[str, list[Any]]]


class ActionKind(Protocol):
    """`kind`: as its part of the definition says."""

    kind: str

    def problems(self, *, actor: Actor, view: View, action: Any) -> list[AppError]:
        """What would keep this actor from doing it."""

    def apply(self, *, actor: Actor, view: View, action: Any, record_ids: Sequence[UUID]) -> Effects:
        """On all of the records or none, in the open transaction. Raises AppError."""


_kinds: dict[str, ActionKind] = {}


def offers(kind: ActionKind) -> ActionKind:
    """Raises ValueError for a name that is taken."""
    if _kinds.setdefault(kind.kind, kind) is not kind:
        raise ValueError(f"two actions are called {kind.kind}")
    return kind


def action_kind(name: str) -> ActionKind:
    return _kinds[name]


def joined(parts: Sequence[Effects]) -> Effects:
    found: Effects = {}
    for part in parts:
        for record_id, effect in part.items():
            for name, values in effect.items():
                found.setdefault(record_id, {}).setdefault(name, []).extend(values)
    return found


def kinds() -> Mapping[str, ActionKind]:
    return _kinds
