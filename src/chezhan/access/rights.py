"""What a role may do with one kind of record: which rows, which fields, which actions. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any


class Right(IntEnum):
    """Each includes those before it. MASKED shows a mask and may be matched whole."""

    HIDDEN = 0
    MASKED = 1
    READ = 2
    WRITE = 3


class Reach(StrEnum):
    """Whose records: nobody's, one's own, those of one's team too, all of the store, those that a condition meets."""

    NONE = "none"
    OWN = "own"
    TEAM = "team"
    STORE = "store"
    PREDICATE = "predicate"


class Action(StrEnum):
    """What may be done with records beyond reading and writing fields."""

    CREATE = "create"
    DELETE = "delete"
    BULK = "bulk"
    ASSIGN = "assign"
    EXPORT = "export"
    EXPORT_PERSONAL = "export_personal"
    REVEAL = "reveal"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Rows:
    """`predicate`: a rule group as canonical JSON text, of PREDICATE alone."""

    reach: Reach
    predicate: str = ""


NO_ROWS, OWN_ROWS, TEAM_ROWS, ALL_ROWS = Rows(Reach.NONE), Rows(Reach.OWN), Rows(Reach.TEAM), Rows(Reach.STORE)


@dataclass(frozen=True, slots=True)
class FieldRight:
    """`right` on every row that the role sees; `own` on one's own records where that is more."""

    right: Right
    own: Right | None = None

    @property
    def highest(self) -> Right:
        return max(self.right, self.own or Right.HIDDEN)


HIDDEN = FieldRight(Right.HIDDEN)


@dataclass(frozen=True, slots=True)
class Policy:
    """One role's rights on one kind of record.

    A field takes the right named for it in `fields`, else `personal` where it is personal data, else `usual`.
    `opened`: whether fields that a store or HQ adds take `usual` by themselves; else they stay hidden until named.
    """

    rows: Rows = NO_ROWS
    usual: FieldRight = HIDDEN
    personal: FieldRight = HIDDEN
    fields: Mapping[str, FieldRight] = field(default_factory=dict)
    actions: frozenset[Action] = frozenset()
    opened: bool = True

    def right_on(self, name: str, *, personal: bool, added: bool) -> FieldRight:
        if name in self.fields:
            return self.fields[name]
        if added and not self.opened:
            return HIDDEN
        return self.personal if personal else self.usual


CLOSED = Policy()


def policy_as_json(policy: Policy) -> dict[str, Any]:
    """The form in which a policy is kept and sent."""
    return {
        "rows": {"reach": policy.rows.reach, "predicate": policy.rows.predicate},
        "usual": _right_as_json(policy.usual),
        "personal": _right_as_json(policy.personal),
        "fields": {name: _right_as_json(right) for name, right in sorted(policy.fields.items())},
        "actions": sorted(policy.actions),
        "opened": policy.opened,
    }


def policy_of_json(data: Mapping[str, Any]) -> Policy:
    """Raises KeyError, ValueError or TypeError for what is no policy; nothing is taken to be allowed."""
    rows = Rows(Reach(data["rows"]["reach"]), str(data["rows"].get("predicate") or ""))
    if (rows.reach is Reach.PREDICATE) != bool(rows.predicate):
        raise ValueError("a condition belongs to the reach `predicate` and to no other")
    return Policy(
        rows=rows,
        usual=_right_of_json(data["usual"]),
        personal=_right_of_json(data["personal"]),
        fields={str(name): _right_of_json(right) for name, right in data["fields"].items()},
        actions=frozenset(Action(name) for name in data["actions"]),
        opened=bool(data.get("opened", False)),
    )


def _right_as_json(right: FieldRight) -> dict[str, Any]:
    return {"right": right.right.name.lower(), "own": right.own.name.lower() if right.own is not None else None}


def _right_of_json(data: Mapping[str, Any]) -> FieldRight:
    own = data.get("own")
    return FieldRight(Right[data["right"].upper()], Right[own.upper()] if own else None)
