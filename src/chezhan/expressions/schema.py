"""What an expression may name. Whoever asks gives a schema that answers only what they may see: hidden is absent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db.models import QuerySet
from django.db.models.expressions import Combinable

from chezhan.expressions.kinds import Kind

Condition = Callable[[str, Sequence[Any]], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRef:
    """`name`: the key of the value in a record that the interpreter gets. `expression`: the value in the database, from
    the root of the whole statement (or of the collection's rows).

    `operators`: when given, the field is compared by these alone. `opaque`: it is compared with values written out and
    never calculated with (a masked or sealed field). `options`: the values of a choice. `read`: makes a value of a
    condition comparable, or raises ValueError, TypeError or KeyError (the digits of a phone, a plate in capitals).
    `condition(operator, values)` answers a Django condition of the schema's own for values written out, instead of the
    usual one. `title`: of a link, the text into which `contains` looks.
    """

    name: str
    kind: Kind
    expression: Combinable
    operators: frozenset[str] | None = None
    opaque: bool = False
    options: Mapping[str, Any] | frozenset[str] | None = None
    read: Callable[[Any], Any] | None = field(default=None, compare=False)
    condition: Condition | None = field(default=None, compare=False)
    title: "FieldRef | None" = None
    nullable: bool = True


class Schema(Protocol):
    """Each answers None for a name that is not there, for whatever reason."""

    def field(self, name: str) -> FieldRef | None: ...

    def relation(self, name: str) -> "Schema | None":
        """The schema of the one record that this leads to; its expressions start at the same root."""

    def collection(self, name: str) -> "Collection | None":
        """The records that belong to this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """`rows()`: the records that may be counted. `link`: the ORM path on them that leads back to `anchor`, which is an
    ORM path from the asking schema's root (`pk`, or `customer__pk` through a relation). `dated`: the name of the field
    by which a period counts, in `schema`, the rows' own.
    """

    schema: Schema
    rows: Callable[[], QuerySet]
    link: str
    anchor: str = "pk"
    dated: str = ""
