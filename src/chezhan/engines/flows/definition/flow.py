"""A flow as a whole: its nodes and the ways between them."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import orjson
from pydantic import Field, ValidationError

from chezhan.catalogue.part import Chosen, Part
from chezhan.engines.flows.definition.nodes import NEXT, Node, StartNode
from chezhan.engines.flows.definition.parts import Slug
from chezhan.engines.flows.refusals import BadFlow

NODES, EDGES = 150, 300
BYTES = 200_000


class Edge(Part):
    """A way from a port of a node to another node."""

    id: Slug
    source: Slug
    port: Chosen = NEXT
    target: Slug


class FlowDefinition(Part):
    nodes: tuple[Node, ...] = Field((), max_length=NODES)
    edges: tuple[Edge, ...] = Field((), max_length=EDGES)

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def starts(self) -> tuple[StartNode, ...]:
        return tuple(node for node in self.nodes if isinstance(node, StartNode))

    def out(self, node: str, port: str | None = None) -> list[Edge]:
        """The ways out of a node, or out of one of its ports."""
        return [edge for edge in self._out.get(node, ()) if port is None or edge.port == port]

    def leads_to(self, node: str, target: str) -> bool:
        """Whether whoever leaves the node may come to the target."""
        return target in self._beyond.get(node, frozenset())

    @cached_property
    def _beyond(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for node in self.by_id:
            there: set[str] = set()
            left = [edge.target for edge in self.out(node)]
            while left:
                one = left.pop()
                if one not in there:
                    there.add(one)
                    left += [edge.target for edge in self.out(one)]
            found[node] = frozenset(there)
        return found

    @cached_property
    def _out(self) -> Mapping[str, list[Edge]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(edge.source, []).append(edge)
        return found


def read_definition(data: Any) -> FlowDefinition:
    """Raises BadFlow."""
    try:
        if len(orjson.dumps(data)) > BYTES:
            raise BadFlow(params={"where": "size"})
        found = FlowDefinition.model_validate(data)
    except ValidationError as fault:
        where = ".".join(str(step) for step in fault.errors(include_url=False, include_input=False)[0]["loc"])
        raise BadFlow(params={"where": where[:120]}) from None
    except TypeError:
        raise BadFlow(params={"where": ""}) from None
    if len(found.by_id) < len(found.nodes) or len({edge.id for edge in found.edges}) < len(found.edges):
        raise BadFlow(params={"where": "id"})
    return found


def definition_as_json(definition: FlowDefinition) -> dict[str, Any]:
    return definition.model_dump(mode="json")


def filter_of(condition: Mapping[str, Any]) -> str:
    """As lists are asked; empty for every record."""
    return orjson.dumps(condition).decode() if condition.get("rules") else ""
