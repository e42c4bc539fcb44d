"""What a function says of itself."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from chezhan.expressions.kinds import Kind
from chezhan.expressions.typed import Apply, Constant, Operation, Typed

UNITS = {"days": "天", "weeks": "周", "months": "月", "years": "年"}


@dataclass(frozen=True, slots=True)
class Clock:
    """What today() and now() answer: given once, so that both back ends and every row see the same."""

    today: dt.date
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class Parameter:
    """`kinds`: what fits, in the order in which a text written out is tried; () means anything. `words`: it must be
    one of these, written out. `places`: a whole number from 0 to 10, written out. `repeats`: as many as one likes;
    only the last parameter can."""

    name: str
    kinds: tuple[Kind, ...] = ()
    words: tuple[str, ...] = ()
    places: bool = False
    optional: bool = False
    repeats: bool = False

    @property
    def usage(self) -> str:
        name = f"{self.name}, …" if self.repeats else self.name
        return f"[{name}]" if self.optional else name


Make = Callable[[Sequence[Typed], Clock], Typed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """`make` gets arguments that fit the parameters. `result`: the kind that the editor shows; empty: as its values."""

    name: str
    aliases: tuple[str, ...]
    group: str
    parameters: tuple[Parameter, ...] = ()
    result: str
    zh: str
    en: str
    example: str
    make: Make

    @property
    def usage(self) -> str:
        return f"{self.name}({', '.join(one.usage for one in self.parameters)})"

    @property
    def fewest(self) -> int:
        return sum(not one.optional for one in self.parameters)

    @property
    def most(self) -> int | None:
        return None if self.parameters and self.parameters[-1].repeats else len(self.parameters)


def always(operation: Operation, kind: Kind) -> Make:
    """The same operation whatever the arguments are."""
    return lambda arguments, _: Apply(operation, tuple(arguments), kind)


def written(argument: Typed) -> Any:
    """The value of an argument that was checked to be written out."""
    assert isinstance(argument, Constant)
    return argument.value
