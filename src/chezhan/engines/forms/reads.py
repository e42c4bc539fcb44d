"""Which fields a condition takes the values of, and of which it only asks whether they are empty."""

from typing import Any

from pydantic import BaseModel

from chezhan.engines.forms.refusals import ConditionUnfit
from chezhan.engines.forms.schema import EMPTINESS
from chezhan.expressions import ast


def names_in(tree: ast.Node) -> tuple[frozenset[str], frozenset[str]]:
    """Read, and looked at for emptiness alone. Raises ConditionUnfit for changes and aggregates."""
    reads: set[str] = set()
    peeks: set[str] = set()
    _walk(tree, reads, peeks)
    return frozenset(reads), frozenset(peeks - reads)


def _walk(node: Any, reads: set[str], peeks: set[str]) -> None:
    match node:
        case ast.Changed() | ast.Aggregate():
            raise ConditionUnfit
        case ast.Comparison(operator=operator, left=ast.Field(name=name)) if operator in EMPTINESS:
            peeks.add(name)
        case ast.Field(name=name):
            reads.add(name)
        case BaseModel():
            for member in type(node).model_fields:
                _walk(getattr(node, member), reads, peeks)
        case tuple():
            for one in node:
                _walk(one, reads, peeks)
