"""A verb of an entity: what people do with a record, by a name of the trade. Declared in `entities.py`."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from chezhan.catalogue.labels import Label
from chezhan.kernel.errors import AppError

if TYPE_CHECKING:
    from chezhan.access import Actor
    from chezhan.catalogue.bulk.drafts import Draft


@dataclass(frozen=True, slots=True)
class Ask:
    """A field that is given when the verb is done. `required`: refused where neither it nor the record says one.

    `now`: the day or the moment at which it is done, where nobody says another. `help`: what is said below it here, in
    the place of what the field says of itself.
    """

    field: str
    required: bool = False
    help: Label | None = None
    now: bool = False


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does it, and when. `given`: what was given, by attribute, as the table keeps it."""

    actor: "Actor"
    now: dt.datetime
    given: Mapping[str, Any]


# What a verb does beyond moving the state and writing what was given: to each record, locked, before it is written.
Doing = Callable[[Doer, Mapping[UUID, "Draft"]], None]
# What is said of a locked record in whose state the verb is not done, where there is more to say than that.
Instead = Callable[["Actor", "Draft"], AppError | None]


@dataclass(frozen=True, slots=True)
class Verb:
    """`of`: the states in which it is done. `to`: the state that it leads to; empty: the record's stays.

    Whoever may write the state and every field that is given may do it. `grave`: asked again before it is done.
    `filled`, `empty`: a field that must say something, or nothing, for it to be done. `claims`: it makes the doer's own
    what is nobody's, so whoever sees the record and may write all this on records of their own may do it.
    `undoable`: all that it does is on the record itself, so that whoever did it by mistake may take it back at once.
    `by_link`: customers do it themselves on a page that a link opens, and nobody of the store does it for them; what it
    asks for is nobody's to write by hand. `possible`: whether the store has what it takes, else it is not offered.
    """

    name: str
    label: Label
    of: frozenset[str]
    to: str = ""
    asks: tuple[Ask, ...] = ()
    grave: bool = False
    undoable: bool = False
    doing: Doing | None = None
    instead: Instead | None = None
    filled: str = ""
    empty: str = ""
    claims: bool = False
    by_link: bool = False
    possible: Callable[[], bool] | None = None

    @property
    def looks_at(self) -> tuple[str, ...]:
        """The fields that say whether it is done, besides the state."""
        return tuple(name for name in (self.filled, self.empty) if name)

    def fits(self, state: Any, said: Mapping[str, Any]) -> bool:
        """Whether it is done with a record in `state`, whose fields `looks_at` names hold what is `said`."""
        nothing = (None, "")
        return (
            state in self.of
            and (not self.filled or said[self.filled] not in nothing)
            and (not self.empty or said[self.empty] in nothing)
        )
