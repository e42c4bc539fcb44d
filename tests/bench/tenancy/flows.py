"""Flows of B, in words that no answer to A's people may hold; and how requests name them."""

from typing import Any
from uuid import UUID

from chezhan.engines.flows.models import (
    Flow,
    FlowDeputy,
    FlowEntry,
    FlowInstance,
    FlowItem,
    FlowToken,
    FlowVersion,
)
from chezhan.kernel import clock
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tests.bench.tenancy.word import CANARY

SAID = {
    "nodes": [
        {"kind": "start", "id": "a", "name": CANARY},
        {"kind": "task", "id": "t", "name": CANARY, "text": CANARY, "who": [{"kind": "starter"}]},
        {"kind": "end", "id": "b"},
    ],
    "edges": [
        {"id": "e", "source": "a", "port": "next", "target": "t"},
        {"id": "f", "source": "t", "port": "next", "target": "b"},
    ],
}


def make_flows(
    store: StoreRef, *, person_id: UUID, second_id: UUID, records: dict[str, list[UUID]]
) -> dict[str, list[UUID]]:
    """Each of the two has started every flow, is asked in it, and was asked."""
    made: dict[str, list[UUID]] = {"flow_id": [], "instance_id": [], "item_id": [], "deputy_id": []}
    with tenant_context(store):
        for entity, ids in records.items():
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
            made["flow_id"].append(flow.id)
            for starter, record_id in zip((person_id, second_id), ids, strict=False):
                _begin(flow, record_id, starter=starter, people=(person_id, second_id), made=made)
        today = clock.today()
        for person, deputy in ((person_id, second_id), (second_id, person_id)):
            row = FlowDeputy.objects.create(person=person, deputy=deputy, since=today, until=today, set_by=person)
            made["deputy_id"].append(row.id)
    return made


def _begin(flow: Flow, record_id: UUID, *, starter: UUID, people: tuple, made: dict[str, list[UUID]]) -> None:
    instance = FlowInstance.objects.create(
        flow=flow,
        number=1,
        entity=flow.entity,
        record_id=record_id,
        starter=starter,
        outcome="",
        key=f"{CANARY}{starter}",
    )
    token = FlowToken.objects.create(
        instance=instance, flow_id=flow.id, number=1, node="t", state="stuck", came=CANARY, code=CANARY
    )
    FlowEntry.objects.create(instance=instance, node="a", kind="started", by=starter, text=CANARY)
    for person in people:
        for state in ("open", "done"):
            item = FlowItem.objects.create(
                instance=instance, token_id=token.id, moves=0, node="t", kind="task", person=person, state=state
            )
            made["item_id"].append(item.id)
    made["instance_id"].append(instance.id)


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
        "list_startable_flows": case(query=_record),
        "start_flow": case(body=lambda names: {"flow_id": names["flow_id"], "record_id": names["customer"]}),
        "list_flow_items": case(),
        "count_flow_items": case(),
        "get_flow_item": case(),
        "complete_flow_item": case(body=lambda names: {"comment": "好"}),
        "approve_flow_item": case(body=lambda names: {"comment": "好"}),
        "reject_flow_item": case(body=lambda names: {"comment": "好"}),
        "delegate_flow_item": case(body=lambda names: {"to": names["person"]}),
        "transfer_flow_item": case(body=lambda names: {"to": names["person"]}),
        "add_flow_approver": case(body=lambda names: {"to": names["person"], "before": True}),
        "return_flow_item": case(body=lambda names: {"node": "a", "comment": "改"}),
        "list_started_flows": case(),
        "list_flows_of_record": case(query=_record),
        "get_flow_instance": case(),
        "withdraw_flow": case(body=lambda names: {"text": "不要了"}),
        "remind_flow": case(body=lambda names: {}),
        "comment_on_flow": case(body=lambda names: {"text": "看"}),
        "list_flow_deputies": case(),
        "set_flow_deputy": case(
            body=lambda names: {
                "person": names["person"],
                "deputy": names["person"],
                "since": "2026-11-23",
                "until": "2099-01-01",
            }
        ),
        "end_flow_deputy": case(),
        "list_running_flows": case(),
        "cancel_flow_instance": case(body=lambda names: {"text": "停"}),
        "move_flow_token": case(body=lambda names: {"token_id": names["instance_id"], "node": "b"}),
        "migrate_flow_instance": case(body=lambda names: {"number": 1}),
        "retry_flow_instance": case(body=lambda names: {}),
        "hand_over_flow_items": case(body=lambda names: {"person": names["person"], "to": names["person"]}),
        "count_flow_items_of_people": case(),
        "walk_flow": case(body=lambda names: {"record_id": names["record_id"]}),
    }


def _record(names: Any) -> dict[str, str]:
    return {"entity": names.entity, "record_id": names["record_id"]}
