"""The shapes of SQL that expressions are built of. What people write stays a parameter."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, DateField, DateTimeField, DecimalField, Func, TextField, UUIDField, Value
from django.db.models import Field as ModelField

from chezhan.expressions.kinds import Kind

OUTPUTS: dict[Kind, ModelField] = {
    Kind.TEXT: TextField(),
    Kind.CHOICE: TextField(),
    Kind.NULL: TextField(),
    Kind.NUMBER: DecimalField(max_digits=38, decimal_places=10),
    Kind.BOOLEAN: BooleanField(),
    Kind.DATE: DateField(),
    Kind.DATETIME: DateTimeField(),
    Kind.ID: UUIDField(),
    Kind.LIST: ArrayField(TextField()),
}
COLUMN_TYPES = {
    Kind.TEXT: "text", Kind.CHOICE: "text", Kind.NULL: "text", Kind.NUMBER: "numeric", Kind.BOOLEAN: "boolean",
    Kind.DATE: "date", Kind.DATETIME: "timestamptz", Kind.ID: "uuid", Kind.LIST: "text[]",
}  # fmt: skip


class Shaped(Func):
    """SQL of a fixed shape with a `{}` for each argument, in their order.

    Lookups are not used: Django adds an IS NOT NULL of its own to some of them under a NOT.
    """

    def __init__(self, shape: str, *arguments: Any, output_field: ModelField, empty: str = "NULL") -> None:
        """`empty`: what stands for a collection of which nothing at all may be seen."""
        super().__init__(*arguments, output_field=output_field)
        self.shape, self.empty = shape, empty

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> tuple[str, tuple[Any, ...]]:
        parts: list[str] = []
        params: list[Any] = []
        for argument in self.source_expressions:
            try:
                sql, values = compiler.compile(argument)
            except EmptyResultSet:
                sql, values = self.empty, []
            parts.append(sql)
            params.extend(values)
        return self.shape.format(*parts), tuple(params)


def shaped(kind: Kind, shape: str, *arguments: Any) -> Shaped:
    return Shaped(shape, *arguments, output_field=OUTPUTS[kind])


def truth(shape: str, *arguments: Any) -> Shaped:
    return shaped(Kind.BOOLEAN, shape, *arguments)


def number(shape: str, *arguments: Any) -> Shaped:
    return shaped(Kind.NUMBER, shape, *arguments)


def text(shape: str, *arguments: Any) -> Shaped:
    return shaped(Kind.TEXT, shape, *arguments)


def day(shape: str, *arguments: Any) -> Shaped:
    return shaped(Kind.DATE, shape, *arguments)


def listed(count: int, separator: str = ", ") -> str:
    """So many places for arguments."""
    return separator.join(["{}"] * count)


def constant(value: Any, kind: Kind) -> Any:
    """Numbers stand bare, so that an index of whole numbers serves; everything else says its type."""
    if kind is Kind.NUMBER and value is not None:
        return Value(value, output_field=OUTPUTS[kind])
    return shaped(kind, "{}::" + COLUMN_TYPES[kind], Value(value, output_field=OUTPUTS[kind]))


# Texts stand in the order of their code points, whatever the database's own order. Both sides say so: else two
# collations that were said aloud would meet. What comes out of it is an ordinary text again.
BY_CODE_POINT = '({} COLLATE "C")'
ORDINARY = '({} COLLATE "default")'


def within(lowest: str, highest: str, shape: str) -> str:
    """A shape that is null unless `shape` lies between the two, both excluded. `shape` is evaluated once, so that
    nesting stays cheap: GREATEST takes a null for `lowest`, and both ends become null."""
    return f"NULLIF(NULLIF(LEAST(GREATEST({shape}, {lowest}), {highest}), {highest}), {lowest})"
