"""What can be said before any row is seen is said once: a condition on `dateadd(today(), …)` then serves an index."""

from chezhan.expressions.typed import Apply, Constant, Typed


def folded(node: Typed) -> Typed:
    """A constant instead of an operation on constants."""
    if not isinstance(node, Apply) or not all(isinstance(one, Constant) for one in node.arguments):
        return node
    values = [one.value for one in node.arguments if isinstance(one, Constant)]
    if node.operation.strict and None in values:
        return Constant(None, node.kind)
    return Constant(node.operation.run(*values), node.kind)
