"""Sealed columns in SQL: found by their index, masked by their tail, and opened after the JSON is made."""

import re
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.db.models import BinaryField, BooleanField, Case, CharField, Expression, Func, Q, Value, When
from django.db.models import Field as ModelField
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat
from django.db.models.lookups import Exact, In, IsNull

from chezhan.catalogue.operators import Operator
from chezhan.catalogue.records.masks import STARS
from chezhan.catalogue.sealing import INDEX, TAIL, TAILED, index_of, opened, purpose_of
from chezhan.kernel.crypto import SealBroken

# What may be asked of a sealed value. Its tail is as much as the mask shows.
OPERATORS = frozenset({"=", "!=", "in", "notIn", "endsWith", "null", "notNull"})
WITHOUT_TAIL = OPERATORS - {"endsWith"}
BEFORE_TAIL = "*******"
# Stands around a sealed value in JSON; no text that people send may hold this sign.
SIGN = "\x01"
_TOKEN = re.compile(rb'"\\u0001([a-z0-9_.]+)\\u0001([A-Za-z0-9+/=]*)"')


@dataclass(frozen=True, slots=True)
class Blind:
    """A value that is looked for: its index is made when the statement runs, by the key of the store it runs in."""

    type_name: str
    text: str

    def index(self) -> bytes:
        return index_of(type_name=self.type_name, text=self.text)


class BlindValue(Expression):
    """Stands in a compiled statement where the index of the value goes."""

    output_field = BinaryField()

    def __init__(self, blind: Blind) -> None:
        super().__init__(output_field=BinaryField())
        self.blind = blind

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s::bytea", [self.blind]


def index_in(column: Combinable | str) -> Func:
    return Func(column, Value(1), Value(INDEX), function="substring", output_field=BinaryField())


def kept_tail_in(column: Combinable | str) -> Func:
    """The last signs as they are kept, blanks where there are none: what is quick to compare, and to index."""
    return Func(column, Value(INDEX + 1), Value(TAIL), function="substring", output_field=BinaryField())


def tail_in(column: Combinable) -> Func:
    """The last signs in clear; empty where the value is too short to show any."""
    return Func(
        column, Value(INDEX + 1), Value(TAIL),
        template="rtrim(convert_from(substring(%(expressions)s), 'UTF8'))", output_field=CharField(),
    )  # fmt: skip


def token(column: Combinable, model_field: ModelField) -> Func:
    """What leaves the database in place of the value; `open_all` puts the value there."""
    text = Func(column, template=r"translate(encode(%(expressions)s, 'base64'), E'\n', '')", output_field=CharField())
    name = Value(f"{SIGN}{purpose_of(model_field)}{SIGN}")
    return Func(name, text, template="(%(expressions)s)", arg_joiner=" || ", output_field=CharField())


def mask(column: Combinable) -> Combinable:
    end = tail_in(column)
    return Case(
        When(IsNull(column, True), then=None),
        When(Exact(end, Value("")), then=Value(STARS)),
        default=Concat(Value(BEFORE_TAIL), end, output_field=CharField()),
        output_field=CharField(),
    )


def condition(*, column: Combinable, type_name: str, operator: Operator, values: Sequence[Any]) -> Q:
    """As the operator says, of indexes; `endsWith` of the tail alone."""
    match operator.name:
        case "null" | "notNull":
            return Q(IsNull(column, operator.name == "null"))
        case "endsWith":
            return Q(Exact(kept_tail_in(column), Value(end))) if len(end := str(values[0]).encode()) == TAIL else NONE
        case "=" | "!=":
            found = Q(Exact(index_in(column), BlindValue(Blind(type_name, str(values[0])))))
            return found if operator.name == "=" else ~found
        case _:
            found = Q(In(index_in(column), [BlindValue(Blind(type_name, str(value))) for value in values]))
            return found if operator.name == "in" else ~found


def operators_of(type_name: str) -> frozenset[str]:
    return OPERATORS if type_name in TAILED else WITHOUT_TAIL


NONE = Q(Value(False, output_field=BooleanField()))


def put_indexes(params: Sequence[Any]) -> tuple[Any, ...]:
    """The parameters with the indexes of the store whose transaction is open."""
    return tuple(value.index() if isinstance(value, Blind) else value for value in params)


def told(value: str, *, model_field: ModelField, whole: bool) -> str | None:
    """A kept value as PostgreSQL's JSON writes it (\\x and hex): opened, or its mask. None when it does not open."""
    kept = bytes.fromhex(value.removeprefix("\\x"))
    if not whole:
        end = kept[INDEX : INDEX + TAIL].decode(errors="replace").strip()
        return f"{BEFORE_TAIL}{end}" if end else STARS
    try:
        return opened(purpose=purpose_of(model_field), kept=kept)
    except SealBroken:
        return None


def open_all(json: bytes) -> bytes:
    """JSON as PostgreSQL made it, with each sealed value opened. One that does not open is null."""
    return _TOKEN.sub(_opened, json) if b"\\u0001" in json else json


def _opened(found: re.Match[bytes]) -> bytes:
    try:
        return orjson.dumps(opened(purpose=found[1].decode(), kept=b64decode(found[2])))
    except (SealBroken, ValueError):
        return b"null"
