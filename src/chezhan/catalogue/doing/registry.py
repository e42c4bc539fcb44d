"""The kinds of action that there are. A layer above signs its own on, once, when its app is ready."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import BeforeValidator, SerializeAsAny, WithJsonSchema

from chezhan.access import Actor
from chezhan.catalogue.part import Part
from chezhan.catalogue.records.looking import View
from chezhan.kernel.errors import AppError
from chezhan.kernel.signed_on import SignedOn

# By record, what came of it: {"fields": [names]}, {"made": [[kind, id]]} …; nothing for a record left as it was.
Effects = dict[UUID, dict[str, list[Any]]]


@dataclass(frozen=True, slots=True)
class Why:
    """For what it is done: `kind` "rule" or "flow", its id and its name. `occasions`: by record, a text that is its own
    for each time that something is to be done, and the same when it is tried again; `number`: which of several actions.
    """

    kind: str
    id: UUID
    name: str
    occasions: Mapping[UUID, str] = field(default_factory=dict)
    number: int = 0

    def nth(self, number: int) -> "Why":
        return replace(self, number=number)

    def key(self, record_id: UUID) -> str:
        """By which an effect that must come once is known again."""
        return f"{self.kind}:{self.id}:{self.occasions.get(record_id, '')}:{record_id}:{self.number}"


class Doing(Part):
    """What an action is told: `kind` says which kind it is of."""

    kind: str


class ActionKind(ABC):
    """`kind`: as its part says. `part`: what it is told."""

    kind: ClassVar[str]
    part: ClassVar[type[Doing]]

    @abstractmethod
    def problems(self, *, actor: Actor, view: View, action: Any) -> list[AppError]:
        """What would keep this actor from doing it."""

    @abstractmethod
    def apply(self, *, actor: Actor, view: View, action: Any, record_ids: Sequence[UUID], why: Why) -> Effects:
        """On all of the records or none, in the open transaction. Raises AppError."""

    def written(self, action: Any) -> set[str]:
        """The fields of the record that it changes."""
        return set()

    def fits_deleted(self, action: Any) -> bool:
        """Whether it can be done for a record in the bin: it reads it, and neither writes it nor links to it."""
        return False

    def foretold(self, *, actor: Actor, view: View, action: Any, record_ids: Sequence[UUID], at: str) -> dict[str, Any]:
        """What would go out if it were done to these: names of what is counted and figures. Nothing is written.

        `at`: the time of day at which it is done, "09:00"; empty where nobody knows.
        """
        return {}


_kinds = SignedOn[ActionKind]("actions")


def offers(kind: ActionKind) -> ActionKind:
    """Raises ValueError for a name that is taken."""
    return _kinds.bring(kind.kind, kind)


def action_kind(name: str) -> ActionKind:
    return _kinds[name]


def joined(parts: Sequence[Effects]) -> Effects:
    found: Effects = {}
    for part in parts:
        for record_id, effect in part.items():
            for name, values in effect.items():
                found.setdefault(record_id, {}).setdefault(name, []).extend(values)
    return found


def _read(data: Any) -> Doing:
    if isinstance(data, Doing):
        return data
    kind = _kinds.get(data.get("kind", "")) if isinstance(data, dict) else None
    if kind is None:
        raise ValueError("there is no such kind of action")
    return kind.part.model_validate(data)


# Which kinds there are is not known before every app is ready: each is read by its own part.
AnyAction = Annotated[
    SerializeAsAny[Doing],
    BeforeValidator(_read),
    WithJsonSchema(
        {
            "type": "object",
            "properties": {"kind": {"type": "string"}},
            "required": ["kind"],
            "additionalProperties": True,
            "title": "Action",
        }
    ),
]


def problems_of_actions(*, actor: Actor, view: View, actions: Sequence[Doing]) -> list[tuple[int, AppError]]:
    """Each with the place of its action."""
    return [
        (number, error)
        for number, action in enumerate(actions)
        for error in action_kind(action.kind).problems(actor=actor, view=view, action=action)
    ]


def unfit_for_deleted(actions: Sequence[Doing]) -> list[int]:
    """The places of those that need a record that is there."""
    return [number for number, one in enumerate(actions) if not action_kind(one.kind).fits_deleted(one)]


def apply_actions(
    *, actor: Actor, view: View, actions: Sequence[Doing], record_ids: Sequence[UUID], why: Why
) -> Effects:
    """All of them on all of the records, one after the other, in the open transaction. Raises AppError."""
    return joined(
        [
            action_kind(action.kind).apply(
                actor=actor, view=view, action=action, record_ids=record_ids, why=why.nth(number)
            )
            for number, action in enumerate(actions)
        ]
    )


def foretold_by(
    *, actor: Actor, view: View, actions: Sequence[Doing], record_ids: Sequence[UUID], at: str = ""
) -> list[dict[str, Any]]:
    """Of the actions by which something goes out: `action`, its place; `kind`; `figures`. Raises AppError."""
    told = [
        (number, one.kind, action_kind(one.kind).foretold(
            actor=actor, view=view, action=one, record_ids=record_ids, at=at
        ))
        for number, one in enumerate(actions)
    ]  # fmt: skip
    return [{"action": number, "kind": kind, "figures": figures} for number, kind, figures in told if figures]


def written_by(actions: Sequence[Doing]) -> set[str]:
    return {name for action in actions for name in action_kind(action.kind).written(action)}
