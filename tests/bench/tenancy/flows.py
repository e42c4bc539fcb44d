"""Flows of B, in words that no answer to A's people may hold; and how requests name them."""

from typing import Any
from uuid import UUID

from chezhan.engines.flows.models import Flow, FlowVersion
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tests.bench.tenancy.word import CANARY

SAID = {
    "nodes": [{"kind": "start", "id": "a", "name": CANARY}, {"kind": "end", "id": "b"}],
    "edges": [{"id": "e", "source": "a", "port": "next", "target": "b"}],
}


def make_flows(store: StoreRef, *, person_id: UUID, records: dict[str, list[UUID]]) -> dict[str, list[UUID]]:
    made = []
    with tenant_context(store):
        for entity in records:
            flow = Flow.objects.create(
                entity=entity, name=f"{CANARY} {entity}", definition=SAID, published=1, changed_by=person_id
            )
            FlowVersion.objects.create(
                flow=flow,
                number=1,
                name=flow.name,
                definition=SAID,
                note=CANARY,
                by=person_id,
                by_name=f"{CANARY} 甲",
            )
            made.append(flow.id)
    return {"flow_id": made}


def flows_cases(case: Any) -> dict[str, Any]:
    """By operation."""
    return {
        "list_flows": case(),
        "list_flow_templates": case(),
        "create_flow": case(body=lambda names: {"entity": names.entity, "name": "看"}),
        "get_flow": case(),
        "save_flow": case(body=lambda names: {"draft_version": 1, "name": "改名"}),
        "check_flow": case(body=lambda names: {"definition": SAID}),
        "discard_flow_draft": case(body=lambda names: {}),
        "copy_flow": case(body=lambda names: {"name": "抄来"}),
        "publish_flow": case(body=lambda names: {"draft_version": 1}),
        "switch_flow": case(body=lambda names: {"on": False}),
        "list_flow_versions": case(),
        "roll_back_flow": case(body=lambda names: {"number": 1}),
    }
