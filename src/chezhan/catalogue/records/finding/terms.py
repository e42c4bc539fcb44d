"""What is searched for, word by word, and as SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from django.contrib.postgres.fields import ArrayField
from django.db.models import BinaryField, BooleanField, Expression, Field, Func, IntegerField, Q, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.lookups import Exact, GreaterThan

from chezhan.catalogue.phones import digits_of
from chezhan.catalogue.records.sealed import Blind, index_in, kept_tail_in
from chezhan.kernel.searching.parts import is_latin, normal, parts_of
from chezhan.kernel.searching.spelling import as_query, is_mixed, signs_in

TAIL = 4
PHONE_SIGNS = "+-()0123456789"
# Beyond this, all lengths are asked for alike.
LONG = TAIL + 1


@dataclass(frozen=True)
class Term:
    """One word of a search. `place`: of one that stands for any word of its shape, where it is among the others."""

    text: str
    place: int | None = None

    @cached_property
    def normal(self) -> str:
        """Empty for a word of dots and dashes alone: it says nothing."""
        return normal(self.text)

    @property
    def pinyin(self) -> str | None:
        return self.normal if is_latin(self.normal) and not self.normal.isdigit() else None

    @property
    def mixed(self) -> bool:
        """Signs and pinyin, or initials, in one word: 张wei."""
        return is_mixed(self.normal)

    @property
    def digits(self) -> str | None:
        """Of a phone, or the end of one."""
        digits = digits_of(self.text) if self.text.strip(PHONE_SIGNS) == "" else None
        return digits if digits and len(digits) >= TAIL else None

    @property
    def code(self) -> str | None:
        """Of a card, or the end of one."""
        return self.normal.upper() if len(self.normal) >= TAIL else None

    @property
    def shape(self) -> str:
        """A word that is asked for by the same SQL as this one."""
        length = min(len(self.normal), LONG)
        if self.normal.isdigit():
            return "1" * length
        if self.digits:
            return "+" + "1" * min(len(self.digits), LONG)
        if self.mixed:
            return "字" + "a" * (length - 1)
        return ("a" if self.pinyin else "字") * length

    def number(self, type_name: str) -> str | None:
        return self.digits if type_name == "phone" else self.code


What = Literal["normal", "parts", "signs", "pinyin", "index", "tail"]
CASTS: dict[What, str] = {
    "normal": "text", "parts": "text[]", "signs": "text[]", "pinyin": "tsquery", "index": "bytea", "tail": "bytea",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """Stands in a compiled statement where something of the word at `place` goes."""

    place: int
    what: What
    type_name: str = ""

    def of(self, terms: Sequence[Term]) -> Any:
        return _said(terms[self.place], self.what, self.type_name)


def filled(params: Sequence[Any], terms: Sequence[Term]) -> tuple[Any, ...]:
    return tuple(value.of(terms) if isinstance(value, Slot) else value for value in params)


def _said(term: Term, what: What, type_name: str) -> Any:
    match what:
        case "normal":
            return term.normal
        case "parts":
            return parts_of(term.normal)
        case "signs":
            return sorted({part for signs in signs_in(term.normal) for part in parts_of(signs)})
        case "pinyin":
            return as_query(term.normal)
        case "index":
            return Blind(type_name, term.number(type_name) or "")
        case "tail":
            return (term.number(type_name) or "").encode()


class _Vector(Field):
    def db_type(self, connection: Any) -> str:
        return "tsvector"


class Said(Expression):
    """Something of a word, as a value in SQL."""

    def __init__(self, term: Term, what: What, type_name: str = "") -> None:
        super().__init__(output_field=BinaryField() if CASTS[what] == "bytea" else TextField())
        self.said = (term, what, type_name)

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        term, what, type_name = self.said
        value = _said(term, what, type_name) if term.place is None else Slot(term.place, what, type_name)
        return f"%s::{CASTS[what]}", [value]


def has_parts(column: Combinable, term: Term, *, loosely: bool = False) -> Q:
    """The column holds the word, anywhere. Of three signs and more, having all its parts is not enough, unless it is
    asked `loosely`.
    """
    found = Q(_holds(_parts(column), Said(term, "parts"), " @> "))
    return found if loosely or len(term.normal) <= 2 else found & Q(GreaterThan(_position(column, term), Value(0)))


def is_all(column: Combinable, term: Term) -> Q:
    """The column holds the word and nothing else; an index serves it."""
    return Q(_holds(_parts(column), Said(term, "parts"), " @> ")) & Q(is_whole(column, term))


def has_pinyin(column: Combinable, term: Term) -> Q:
    """Pinyin, or its initials, from any Chinese sign on; with the signs that are among them. For a word that may be
    such.
    """
    kept = Func(column, function="public.search_pinyin", output_field=_Vector())
    found = Q(_holds(kept, Said(term, "pinyin"), " @@ "))
    return found & Q(_holds(_parts(column), Said(term, "signs"), " @> ")) if term.mixed else found


def is_sealed(column: Combinable, term: Term, type_name: str) -> Q:
    """The whole value, by its index."""
    return Q(Exact(index_in(column), Said(term, "index", type_name)))


def has_tail(column: Combinable, term: Term, type_name: str) -> Q:
    """A sealed value's last signs. For a word as long as they are."""
    return Q(Exact(kept_tail_in(column), Said(term, "tail", type_name)))


def is_whole(column: Combinable, term: Term) -> Q:
    return Q(Exact(_normal_of(column), Said(term, "normal")))


def begins(column: Combinable, term: Term) -> Q:
    return Q(Exact(_position(column, term), Value(1)))


def _parts(column: Combinable) -> Func:
    return Func(column, function="public.search_parts", output_field=ArrayField(TextField()))


def _normal_of(column: Combinable) -> Func:
    return Func(column, function="public.search_normal", output_field=TextField())


def _position(column: Combinable, term: Term) -> Func:
    return Func(_normal_of(column), Said(term, "normal"), function="strpos", output_field=IntegerField())


def _holds(kept: Combinable, asked: Combinable, operator: str) -> Func:
    return Func(kept, asked, template="(%(expressions)s)", arg_joiner=operator, output_field=BooleanField())
