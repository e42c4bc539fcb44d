"""What designers see of flows."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.engines.flows.checking.checks import problems_of
from chezhan.engines.flows.definition.flow import definition_as_json, read_definition
from chezhan.engines.flows.drafts import get_flow
from chezhan.engines.flows.models import Flow, FlowInstance, FlowVersion
from chezhan.engines.flows.operating.finding import stands
from chezhan.engines.flows.publishing import VERSIONS
from chezhan.engines.flows.templates import TEMPLATES
from tenants.lookup import members_of, people_of_store


def list_templates(*, actor: Actor) -> list[dict[str, Any]]:
    require_designer(actor=actor)
    return [{"key": one.key, "label": one.label.as_json(), "text": one.text.as_json()} for one in TEMPLATES]


def list_flows(*, actor: Actor) -> list[dict[str, Any]]:
    """Of all kinds of records, by name."""
    require_designer(actor=actor)
    rows = list(Flow.objects.order_by("entity", "name", "id"))
    versions = _in_force(rows)
    names = dict(people_of_store(store=actor.in_store))
    under_way = FlowInstance.objects.filter(status="running")
    running = _counted(under_way)
    stuck = _counted(under_way.filter(stands(members_of(store=actor.in_store))))
    heads = [_head(row, versions.get(row.id), names) for row in rows]
    return [head | {"running": running.get(head["id"], 0), "stuck": stuck.get(head["id"], 0)} for head in heads]


def count_stuck(*, actor: Actor) -> int:
    """Instances under way, of all flows."""
    require_designer(actor=actor)
    under_way = FlowInstance.objects.filter(status="running")
    return under_way.filter(stands(members_of(store=actor.in_store))).count()


def _counted(rows: "QuerySet[FlowInstance]") -> dict[UUID, int]:
    """By flow."""
    return dict(rows.order_by().values("flow_id").annotate(count=Count("id")).values_list("flow_id", "count"))


def read_flow(*, actor: Actor, flow_id: UUID) -> dict[str, Any]:
    row = get_flow(actor=actor, flow_id=flow_id)
    definition = read_definition(row.definition)
    problems = problems_of(actor=actor, flow_id=row.id, entity=row.entity, definition=definition)
    head = _head(row, _in_force([row]).get(row.id), dict(people_of_store(store=actor.in_store)))
    return head | {"definition": definition_as_json(definition), "problems": [asdict(one) for one in problems]}


def check_flow(*, actor: Actor, flow_id: UUID, definition: Any) -> list[dict[str, Any]]:
    """The problems of what is drawn and not saved. Raises BadFlow."""
    row = get_flow(actor=actor, flow_id=flow_id)
    drawn = read_definition(definition)
    return [asdict(one) for one in problems_of(actor=actor, flow_id=row.id, entity=row.entity, definition=drawn)]


def list_versions(*, actor: Actor, flow_id: UUID) -> list[dict[str, Any]]:
    """The latest first."""
    flow = get_flow(actor=actor, flow_id=flow_id)
    rows = FlowVersion.objects.filter(flow=flow).order_by("-number")
    names = ("number", "name", "definition", "note", "back_to", "at", "by_name")
    return [{name: getattr(row, name) for name in names} for row in rows]


def _in_force(rows: Sequence[Flow]) -> dict[UUID, FlowVersion]:
    wanted = {row.id: row.published for row in rows if row.published is not None}
    found = FlowVersion.objects.filter(flow_id__in=wanted)
    return {one.flow_id: one for one in found if one.number == wanted[one.flow_id]}


def _head(row: Flow, version: FlowVersion | None, names: dict[UUID, str]) -> dict[str, Any]:
    return {
        "id": row.id,
        "entity": row.entity,
        "name": row.name,
        "enabled": row.enabled,
        "draft_version": row.draft_version,
        "published": row.published,
        "published_by": version.by_name if version else "",
        "acts": version is None or version.by in names,
        "changed": VERSIONS.differs(row, version),
        "changed_at": row.changed_at,
        "changed_by": names.get(row.changed_by, ""),
    }
