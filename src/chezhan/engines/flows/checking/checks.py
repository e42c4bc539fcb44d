"""All that is wrong with a flow."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.occasions.dates import view_of
from chezhan.engines.flows.checking.found import FlowProblem
from chezhan.engines.flows.checking.shape import problems_of_shape
from chezhan.engines.flows.checking.steps import problems_of_node
from chezhan.engines.flows.definition.flow import FlowDefinition


def problems_of(*, actor: Actor, flow_id: UUID, entity: str, definition: FlowDefinition) -> list[FlowProblem]:
    """Raises UnknownEntity, Forbidden for a kind of record that the actor does not see."""
    view = view_of(actor, entity)
    found = list(problems_of_shape(definition))
    for node in definition.nodes:
        found += problems_of_node(actor=actor, view=view, flow_id=flow_id, node=node)
    return found
