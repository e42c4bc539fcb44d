"""An expression checked against a schema: every part knows its kind, and both back ends walk the same tree."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models.expressions import Combinable

from chezhan.expressions.kinds import Kind
from chezhan.expressions.schema import Collection, FieldRef


@dataclass(frozen=True, slots=True)
class Operation:
    """One meaning, said twice. `run` gets Python values, `build` Django expressions, in the order of the arguments.

    A strict operation answers null when any argument is null; `run` is then not called, and the SQL must do the same.
    """

    name: str
    run: Callable[..., Any] = field(compare=False)
    build: Callable[..., Any] = field(compare=False)
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Constant:
    value: Any
    kind: Kind


@dataclass(frozen=True, slots=True)
class Read:
    """A field; `steps`: the relations on the way to it, and its own key in the record last."""

    ref: FieldRef
    steps: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        return self.ref.kind


@dataclass(frozen=True, slots=True)
class Apply:
    operation: Operation
    arguments: tuple["Typed", ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Folded:
    """An aggregate; `steps`: where the record keeps the rows. `value` and `where` are of the rows' own schema."""

    function: str
    collection: Collection
    steps: tuple[str, ...]
    value: "Typed | None"
    where: "Typed | None"
    kind: Kind


@dataclass(frozen=True, slots=True)
class Differs:
    """Whether a field changed, in that way if it is said; for the interpreter alone."""

    read: Read
    before: "Typed | None"
    after: "Typed | None"
    kind: Kind = Kind.BOOLEAN


@dataclass(frozen=True, slots=True)
class Restricted:
    """A condition of the schema's own making; `plain` is what the interpreter does."""

    build: Callable[[str, Sequence[Any]], Any] = field(compare=False)
    operator: str
    values: tuple[Any, ...]
    plain: "Typed"
    kind: Kind = Kind.BOOLEAN


Typed = Constant | Read | Apply | Folded | Differs | Restricted
Built = Combinable
