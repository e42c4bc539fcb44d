"""The order of a list, and where its next page begins (keyset: no page is ever counted through)."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

import orjson
from django.db.models import Expression, F, OrderBy, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.lookups import Exact, GreaterThan, GreaterThanOrEqual, IsNull, LessThan, LessThanOrEqual

from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import InvalidCursor, NotSortable
from chezhan.catalogue.types import PARSE_FAULTS
from chezhan.expressions.errors import UnknownField

KEY_LIMIT = 3


@dataclass(frozen=True)
class Key:
    """One sort key. Empty values come last, whichever way the list runs."""

    name: str
    expression: Combinable
    descending: bool
    nullable: bool
    parse: Any

    def order(self) -> OrderBy:
        # NULLS LAST is said only where it matters: a plain order can be read off an index backwards.
        return OrderBy(
            cast(Expression, self.expression), descending=self.descending, nulls_last=True if self.nullable else None
        )

    def beyond(self, value: Any) -> Q:
        """The rows after those that hold `value`."""
        if value is None:
            return Q(pk__in=[])
        compare = LessThan if self.descending else GreaterThan
        after = Q(compare(self.expression, Value(value)))
        return after | Q(IsNull(self.expression, True)) if self.nullable else after

    def at(self, value: Any) -> Q:
        return Q(IsNull(self.expression, True)) if value is None else Q(Exact(self.expression, Value(value)))

    def bound(self, value: Any) -> Q:
        """True of all rows from `value` on: says what `beyond or at` says, in a form that an index serves."""
        if self.nullable:
            return Q()
        compare = LessThanOrEqual if self.descending else GreaterThanOrEqual
        return Q(compare(self.expression, Value(value)))


def keys_of(*, view: View, sort: str) -> list[Key]:
    """`sort`: up to three field names parted by commas, each with a leading minus to run downwards; then the id.

    Without one, the entity's own order as far as the viewer may read it. Raises UnknownField or NotSortable.
    """
    keys: list[Key] = []
    for part in filter(None, (sort or _own_order(view)).split(",")):
        name = part.strip().removeprefix("-")
        sight = view.sight(name)
        if not sight.sortable or len(keys) == KEY_LIMIT or name in {key.name for key in keys}:
            raise NotSortable(params={"field": name, "limit": KEY_LIMIT})
        keys.append(
            Key(
                name=name,
                expression=sight.ordered(),
                descending=part.strip().startswith("-"),
                nullable=sight.nullable,
                parse=sight.field.type.key if not sight.field.target else str,
            )
        )
    # Ids grow with time: alone they put the newest first.
    return [*keys, Key("id", F("id"), keys[-1].descending if keys else True, nullable=False, parse=UUID)]


def _own_order(view: View) -> str:
    """What the entity says; nothing where that is hidden or masked."""
    try:
        return view.entity.sort if view.sight(view.entity.sort.removeprefix("-")).sortable else ""
    except UnknownField:
        return ""


def after(*, keys: Sequence[Key], values: Sequence[Any]) -> Q:
    """The rows that follow the one with these values."""
    beyond = keys[0].beyond(values[0])
    if len(keys) == 1:
        return beyond
    return keys[0].bound(values[0]) & (beyond | keys[0].at(values[0]) & after(keys=keys[1:], values=values[1:]))


def write_cursor(*, keys: Sequence[Key], texts: Sequence[str | None]) -> str:
    """Opaque to the reader: the order it belongs to and the last row's values, as text."""
    return base64.urlsafe_b64encode(orjson.dumps([_order(keys), *texts])).decode().rstrip("=")


def read_cursor(*, keys: Sequence[Key], cursor: str) -> list[Any]:
    """The values of the last row seen. Raises InvalidCursor unless it was written for this very order."""
    try:
        order, *texts = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if order != _order(keys):
            raise ValueError("another order")
        return [_value(key, text) for key, text in zip(keys, texts, strict=True)]
    except (binascii.Error, UnicodeError, *PARSE_FAULTS):
        raise InvalidCursor from None


def _order(keys: Sequence[Key]) -> str:
    return ",".join(f"-{key.name}" if key.descending else key.name for key in keys)


def _value(key: Key, text: Any) -> Any:
    if text is None and key.nullable:
        return None
    if not isinstance(text, str) or "\x00" in text:
        raise ValueError("text")
    return key.parse(text)
