"""What a pack may hold: each layer signs its own part on, once, when its app is ready."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from chezhan.access import Actor
from chezhan.catalogue.labels import Label
from chezhan.kernel.signed_on import SignedOn

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an item is to be in the store. `name`: in the language of who installs; `body`: with ids of this store."""

    of: str
    label: Label
    name: str
    body: Mapping[str, Any]
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Held:
    """What the store has. `made`: its id, or what names it. `on`: it is in force, and not switched off. `settled`: no
    draft differs from what is in force. `of`, `label`: for an export.
    """

    made: str
    of: str
    name: str
    body: Mapping[str, Any]
    on: bool = True
    settled: bool = True
    label: Label | None = None


class PackPart(ABC):
    """`name`: as files say it. `permission`: of who takes such items out of a store. `needs_kind`: it belongs to a kind
    of record. Everything is done with the actor's own rights, in the store's open transaction.
    """

    name: ClassVar[str]
    permission: ClassVar[str] = "catalogue.design"
    needs_kind: ClassVar[bool] = True

    @abstractmethod
    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        """Name and body as the store would keep and `read` them; asks no store. Raises AppError."""

    @abstractmethod
    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        """What goes by the same name already."""

    @abstractmethod
    def read(self, *, actor: Actor, made: str) -> Held | None:
        """None for what was taken away. Raises Forbidden."""

    @abstractmethod
    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        """Made, or changed, and not in force yet where there is such a thing; the same when it is done again."""

    def settle(self, *, actor: Actor, made: str, note: str) -> None:  # noqa: B027 (some parts have no drafts)
        """In force; nothing where it is already."""

    @abstractmethod
    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        """In force or not, with all that it says kept."""

    @abstractmethod
    def listed(self, *, actor: Actor) -> Sequence[Held]:
        """All that the store has of its own."""


_parts = SignedOn[PackPart]("parts of packs")


def packs(part: PackPart) -> PackPart:
    """Raises ValueError for a name that is taken."""
    return _parts.bring(part.name, part)


def part_named(name: str) -> PackPart | None:
    return _parts.get(name)


def all_parts() -> Sequence[PackPart]:
    """In order of need."""
    known = ("kind", "field", "tag", "template", "role", "form", "flow", "rule", "view")
    return [_parts[name] for name in known if name in _parts] + [
        part for name, part in _parts.items() if name not in known
    ]
