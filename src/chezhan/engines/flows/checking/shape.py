"""What is wrong with the drawing itself."""

from collections.abc import Iterator

from chezhan.engines.flows.checking.found import FlowProblem
from chezhan.engines.flows.definition.flow import FlowDefinition
from chezhan.engines.flows.definition.nodes import (
    ConditionNode,
    EndNode,
    JoinNode,
    Node,
    ParallelNode,
    StartNode,
)
from chezhan.engines.flows.graph import endless, hasty_circles, unreachable


def problems_of_shape(definition: FlowDefinition) -> Iterator[FlowProblem]:
    if not definition.starts:
        yield FlowProblem("", "nodes", "flow_no_start")
    if not any(isinstance(node, EndNode) for node in definition.nodes):
        yield FlowProblem("", "nodes", "flow_no_end")
    yield from _of_ways(definition)
    for node in definition.nodes:
        yield from _of_ports(definition, node)
    lost = unreachable(definition)
    for name in lost:
        yield FlowProblem(name, "", "flow_unreachable")
    for name in endless(definition):
        if name not in lost:
            yield FlowProblem(name, "", "flow_no_way_to_the_end")
    for name in hasty_circles(definition):
        yield FlowProblem(name, "", "flow_circle_without_rest")


def _of_ways(definition: FlowDefinition) -> Iterator[FlowProblem]:
    for edge in definition.edges:
        source, target = definition.by_id.get(edge.source), definition.by_id.get(edge.target)
        if source is None or edge.port not in source.ports:
            yield FlowProblem(edge.source, "edges", "flow_way_from_nowhere", {"edge": edge.id, "port": edge.port})
        if target is None or isinstance(target, StartNode):
            yield FlowProblem(edge.source, "edges", "flow_way_to_nowhere", {"edge": edge.id, "port": edge.port})


def _of_ports(definition: FlowDefinition, node: Node) -> Iterator[FlowProblem]:
    for port in node.ports:
        ways = definition.out(node.id, port)
        if not ways and port not in node.spare_ports:
            yield FlowProblem(node.id, "port", "flow_port_open", {"port": port})
        if len(ways) > 1 and not isinstance(node, ParallelNode):
            yield FlowProblem(node.id, "port", "flow_two_ways", {"port": port})
    if isinstance(node, ParallelNode) and len(definition.out(node.id)) == 1:
        yield FlowProblem(node.id, "port", "flow_one_way_only")
    if isinstance(node, ConditionNode):
        if not node.branches:
            yield FlowProblem(node.id, "branches", "flow_no_branch")
        if len(set(node.ports)) < len(node.ports):
            yield FlowProblem(node.id, "branches", "flow_branch_twice")
    if isinstance(node, JoinNode):
        coming = sum(edge.target == node.id for edge in definition.edges)
        if node.need > coming:
            yield FlowProblem(node.id, "need", "flow_join_in_vain", {"need": node.need, "coming": coming})
