"""Where the ways of a flow lead: pure, of its definition alone."""

from collections.abc import Callable, Iterable

from chezhan.engines.flows.definition.flow import FlowDefinition
from chezhan.engines.flows.definition.nodes import EndNode


def reached(
    definition: FlowDefinition, begin: Iterable[str], *, through: Callable[[str], bool] | None = None
) -> set[str]:
    """The nodes that can be come to from these, which are among them; not beyond those where `through` is false."""
    found: set[str] = set()
    left = list(begin)
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            if through is None or through(one):
                left += [edge.target for edge in definition.out(one)]
    return found


def unreachable(definition: FlowDefinition) -> list[str]:
    there = reached(definition, (node.id for node in definition.starts))
    return [node.id for node in definition.nodes if node.id not in there]


def endless(definition: FlowDefinition) -> list[str]:
    """Nodes from which no end can be come to."""
    ends = {node.id for node in definition.nodes if isinstance(node, EndNode)}
    return [node.id for node in definition.nodes if not ends & reached(definition, [node.id])]


def hasty_circles(definition: FlowDefinition) -> list[str]:
    """Nodes of circles in which nobody is asked and nothing is waited for."""
    quick = {node.id for node in definition.nodes if not node.at_rest}
    found = []
    for node in sorted(quick):
        begin = [edge.target for edge in definition.out(node)]
        if node in reached(definition, begin, through=quick.__contains__):
            found.append(node)
    return found
