"""Make, change, copy and drop drafts of flows. In the request's own transaction; nothing is done by a draft."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.definitions.versioned import require_designer, require_fresh, save_versioned
from chezhan.engines.flows.definition.flow import definition_as_json, read_definition
from chezhan.engines.flows.models import Flow, FlowVersion
from chezhan.engines.flows.refusals import BadFlow, FlowChanged, FlowNameTaken, TooManyFlows, UnknownFlow
from chezhan.engines.flows.templates import template_of

FLOWS, NAME = 50, 60


def get_flow(*, actor: Actor, flow_id: UUID, lock: bool = False) -> Flow:
    """`lock`: to be changed. Raises Forbidden, UnknownFlow."""
    require_designer(actor=actor, writes=lock)
    rows = Flow.objects.select_for_update() if lock else Flow.objects.all()
    found = rows.filter(id=flow_id).first()
    if found is None:
        raise UnknownFlow
    return found


def create_flow(*, actor: Actor, entity: str, name: str, template: str = "", definition: Any = None) -> Flow:
    """As `definition` says, else as the template. Raises Forbidden, UnknownEntity, FlowNameTaken, TooManyFlows, BadFlow
    (of a template that there is not, too).
    """
    require_designer(actor=actor, writes=True)
    kind = of_store(actor.in_store).entity_named(entity)
    draft = Flow(entity=kind.name)
    if definition is None:
        definition = template_of(template or "blank", entity=kind, language=actor.language)
    _give(draft, {"name": name, "definition": definition})
    return _add(actor, draft)


def copy_flow(*, actor: Actor, flow_id: UUID, name: str) -> Flow:
    """A draft of its own. Raises as create_flow, and UnknownFlow."""
    model = get_flow(actor=actor, flow_id=flow_id, lock=True)
    draft = Flow(entity=model.entity)
    _give(draft, {"name": name, "definition": model.definition})
    return _add(actor, draft)


def save_draft(*, actor: Actor, flow_id: UUID, draft_version: int, values: Mapping[str, Any]) -> Flow:
    """`values`: name and definition, as far as they change. Raises FlowChanged, BadFlow, FlowNameTaken."""
    draft = get_flow(actor=actor, flow_id=flow_id, lock=True)
    require_fresh(draft=draft, draft_version=draft_version, changed=FlowChanged)
    _give(draft, values)
    return _save(actor, draft)


def discard_draft(*, actor: Actor, flow_id: UUID) -> Flow | None:
    """Back to what is in force; one that was never published is deleted, and None answered."""
    draft = get_flow(actor=actor, flow_id=flow_id, lock=True)
    last = FlowVersion.objects.filter(flow=draft).order_by("-number").first()
    if last is None:
        draft.delete()
        return None
    _give(draft, {"name": last.name, "definition": last.definition})
    return _save(actor, draft)


def _give(draft: Flow, values: Mapping[str, Any]) -> None:
    if "definition" in values:
        draft.definition = definition_as_json(read_definition(values["definition"]))
    if "name" in values:
        draft.name = values["name"].strip()
        if not 0 < len(draft.name) <= NAME or not draft.name.isprintable():
            raise BadFlow(params={"where": "name"}, fields={"name": [BadFlow.message]})


def _add(actor: Actor, draft: Flow) -> Flow:
    if Flow.objects.filter(entity=draft.entity).count() >= FLOWS:
        raise TooManyFlows(params={"limit": FLOWS})
    return _save(actor, draft, first=True)


def _save(actor: Actor, draft: Flow, *, first: bool = False) -> Flow:
    save_versioned(actor=actor, draft=draft, first=first, once="flow_name_once", taken=FlowNameTaken)
    return draft
