"""How large an expression may be. What is larger is refused by name, before anything walks it."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel

from chezhan.expressions.errors import ExpressionTooLarge, InvalidExpression

Part = TypeVar("Part")
DEPTH = 20
PARTS = 600
LISTED = 500
TEXT = 1_000
FORMULA = 4_000
NAME = 200
COLLECTIONS = 10
RULE_DEPTH = 5
RULES = 100
# The JSON of an expression nests up to three levels for each of its own.
JSON_DEPTH = 3 * DEPTH + 5
JSON_PARTS = 20_000

DIGITS = 18
DECIMALS = 10
"""Numbers are below 10^DIGITS; products and quotients are rounded to DECIMALS."""


def too_large(what: str, limit: int) -> ExpressionTooLarge:
    return ExpressionTooLarge(
        f"This expression is too large: {what} up to {limit}.", params={"what": what, "limit": limit}
    )


def measure_json(data: Any) -> None:
    """Of parsed JSON. Raises ExpressionTooLarge."""
    _measure(data, into=_json_children, depth=JSON_DEPTH, parts=JSON_PARTS)


def _json_children(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list | tuple):
        yield from value


def measure(root: BaseModel) -> None:
    """Of a whole expression; the items of a list count as one part. Raises ExpressionTooLarge."""
    _measure(root, into=children, depth=DEPTH, parts=PARTS)


def _measure(root: Part, *, into: Callable[[Part], Iterator[Part]], depth: int, parts: int) -> None:
    """Level by level, without recursion. A refusal names the limits of expressions, whatever is measured."""
    level, found = [root], 0
    for _ in range(depth):
        found += len(level)
        if found > parts:
            raise too_large("parts", PARTS)
        level = [child for part in level for child in into(part)]
        if not level:
            return
    raise too_large("depth", DEPTH)


def children(node: BaseModel) -> Iterator[BaseModel]:
    for value in node.__dict__.values():
        if isinstance(value, BaseModel):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, BaseModel))


def plain_text(value: str) -> str:
    """Raises InvalidExpression for what PostgreSQL keeps no text of: NUL and halves of characters."""
    if "\x00" in value or any("\ud800" <= one <= "\udfff" for one in value):
        raise InvalidExpression("A text holds a character that can't be stored.")
    return value
