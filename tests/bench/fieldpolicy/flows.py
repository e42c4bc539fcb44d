"""In both twins alike a flow on each record, that asks the asker about it and opens every field to them."""

import datetime as dt
from collections.abc import Sequence
from uuid import NAMESPACE_OID, UUID, uuid5

from chezhan.catalogue.entity import Entity
from chezhan.engines.flows.models import Flow, FlowInstance, FlowItem, FlowToken, FlowVersion
from tenants.context import tenant_context
from tenants.directory import StoreRef


def made_of(kind: str, entity: str, number: int = 0) -> UUID:
    return uuid5(NAMESPACE_OID, f"{kind} {entity} {number}")


def put_flows(
    store: StoreRef,
    entities: Sequence[Entity],
    *,
    asker: UUID,
    by: UUID,
    at: dt.datetime,
    records: dict[str, list[UUID]],
) -> None:
    with tenant_context(store):
        for entity in entities:
            names = [one.name for one in entity.fields.values() if not one.retired]
            asking = [{"field": name, "right": "required" if name == names[-1] else "write"} for name in names[:100]]
            definition = {
                "nodes": [
                    {"kind": "start", "id": "start"},
                    {"kind": "approval", "id": "ask", "who": [{"kind": "starter"}], "own": True, "fields": asking},
                    {"kind": "end", "id": "end"},
                ],
                "edges": [
                    {"id": "a", "source": "start", "target": "ask"},
                    {"id": "b", "source": "ask", "port": "approved", "target": "end"},
                    {"id": "c", "source": "ask", "port": "rejected", "target": "end"},
                ],
            }
            flow = Flow.objects.create(
                id=made_of("flow", entity.name), entity=entity.name, name="审批", definition=definition, published=1,
                changed_by=by,
            )  # fmt: skip
            FlowVersion.objects.create(
                id=made_of("version", entity.name), flow=flow, number=1, name=flow.name, definition=definition, by=by,
                by_name="店主",
            )  # fmt: skip
            for number, record_id in enumerate(records[entity.name]):
                _begin(flow, number, record_id, asker=asker, at=at)


def _begin(flow: Flow, number: int, record_id: UUID, *, asker: UUID, at: dt.datetime) -> None:
    instance = FlowInstance.objects.create(
        id=made_of("instance", flow.entity, number), flow=flow, number=1, entity=flow.entity, record_id=record_id,
        starter=asker, started_at=at,
    )  # fmt: skip
    token = FlowToken.objects.create(
        id=made_of("token", flow.entity, number), instance=instance, flow_id=flow.id, number=1, node="ask",
        state="asking", since=at,
    )  # fmt: skip
    FlowItem.objects.create(
        id=made_of("item", flow.entity, number), instance=instance, token_id=token.id, moves=0, node="ask",
        kind="approval", person=asker, at=at,
    )  # fmt: skip
