"""From names to meaning: an expression checked against a schema."""

from chezhan.expressions.resolving.resolver import resolve

__all__ = ["resolve"]
