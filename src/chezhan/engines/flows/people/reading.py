"""One item as whoever is asked sees it, and one instance with all that happened in it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import orjson

from chezhan.access import Actor
from chezhan.catalogue.occasions.dates import view_of
from chezhan.catalogue.records.detail import read_record
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import StepFormGone
from chezhan.catalogue.records.steps import entered_in
from chezhan.catalogue.records.writes.rights import writable_on
from chezhan.engines.flows.definition.flow import definition_as_json
from chezhan.engines.flows.definition.nodes import ApprovalNode, AskingNode, StartNode
from chezhan.engines.flows.models import FlowEntry, FlowInstance, FlowItem, FlowToken
from chezhan.engines.flows.people.attaching import files_of
from chezhan.engines.flows.people.boxes import instance_heads, item_head, open_to, titles_in
from chezhan.engines.flows.people.facts import records_in, told_of
from chezhan.engines.flows.people.finding import own_item
from chezhan.engines.flows.people.returning import earlier_steps
from chezhan.engines.flows.refusals import UnknownInstance
from chezhan.engines.flows.running.plans import Plan, plan_of
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.lookup import people_of_store

ENTRIES = 500


def read_item(*, actor: Actor, item_id: UUID) -> dict[str, Any]:
    """With the record as the actor may see it, less what the step hides; null where they may not see it any more.
    A copy is read by being looked at. Raises UnknownItem.
    """
    item = own_item(actor=actor, item_id=item_id)
    if item.kind == "copy" and item.state == "open" and actor.viewed_by is None:
        FlowItem.objects.filter(id=item.id, state="open").update(state="done", decision="seen", decided_at=clock.now())
        item.refresh_from_db()
    instance = item.instance
    plan = plan_of(store=actor.in_store, flow_id=instance.flow_id, number=instance.number)
    node = plan.definition.by_id.get(item.node)
    names = dict(people_of_store(store=actor.in_store))
    head = item_head(actor, item, titles_in(actor, [instance]), names)
    head |= told_of(actor, item, records_in(actor, [instance]))
    return head | _asked(instance, plan, item) | _record(actor, instance, node)


def _asked(instance: FlowInstance, plan: Plan, item: FlowItem) -> dict[str, Any]:
    node = plan.definition.by_id.get(item.node)
    asks = isinstance(node, AskingNode)
    approval = node if isinstance(node, ApprovalNode) else None
    return {
        "text": node.text if isinstance(node, AskingNode) else "",
        "may": list(node.may) if isinstance(node, AskingNode) else [],
        "mode": node.mode if isinstance(node, AskingNode) else "any",
        "comment": approval.comment if approval else "optional",
        "signature": bool(approval and approval.signature),
        "form": node.form if isinstance(node, AskingNode) else None,
        "steps": [one for one in earlier_steps(instance, plan) if asks and one != item.node],
    }


def _record(actor: Actor, instance: FlowInstance, node: Any) -> dict[str, Any]:
    rights = {one.field: one.right for one in node.fields} if isinstance(node, AskingNode) else {}
    nothing: dict[str, Any] = {"record": None, "write": [], "required": []}
    try:
        view = view_of(actor, instance.entity)
        found = read_record(actor=actor, entity=instance.entity, record_id=instance.record_id)
    except AppError:
        return nothing
    record = orjson.loads(found.record)
    shown = {name: value for name, value in record.items() if rights.get(name) != "hidden"}
    wanted: Iterable[str] = ()
    if isinstance(node, StartNode):
        wanted = [sight.field.name for sight in view.sights() if not sight.field.fixed]
    elif isinstance(node, AskingNode):
        wanted = _entered(actor, view, node)
    write = writable_on(actor=actor, view=view, record_id=instance.record_id, names=wanted)
    return {"record": shown, "write": write, "required": [one for one in write if rights.get(one) == "required"]}


def _entered(actor: Actor, view: View, node: AskingNode) -> list[str]:
    """In the order of the kind of record. None of them where the form was lost."""
    try:
        entered = entered_in(actor=actor, view=view, step=node.step)
    except StepFormGone:
        return []
    return [name for name in view.entity.fields if name in entered]


def find_instance(*, actor: Actor, instance_id: UUID) -> FlowInstance:
    """For who started it, who was asked in it, and who designs. Raises UnknownInstance."""
    row = open_to(actor, FlowInstance.objects.filter(id=instance_id)).first()
    if row is None:
        raise UnknownInstance
    return row


def read_instance(*, actor: Actor, instance_id: UUID) -> dict[str, Any]:
    """Its drawing, where its tokens are, who is asked, and the full record, the latest ENTRIES of it. What the drawing
    says of conditions and actions is left out for who does not design. Raises UnknownInstance.
    """
    row = find_instance(actor=actor, instance_id=instance_id)
    plan = plan_of(store=actor.in_store, flow_id=row.flow_id, number=row.number)
    names = dict(people_of_store(store=actor.in_store))
    entries = list(FlowEntry.objects.filter(instance=row).order_by("-id")[: ENTRIES + 1])
    files = files_of(entries)
    (head,) = instance_heads(actor, [row])
    return head | {
        "nodes": [
            {name: told[name] for name in ("id", "kind", "name", "x", "y")}
            for told in definition_as_json(plan.definition)["nodes"]
        ],
        "edges": definition_as_json(plan.definition)["edges"],
        "tokens": _tokens(row),
        "items": _items(row, names),
        "entries": [_entry(one, names, files.get(one.id, [])) for one in reversed(entries[:ENTRIES])],
        "more": len(entries) > ENTRIES,
        "mine": row.starter == actor.person_id,
    }


def _tokens(row: FlowInstance) -> list[dict[str, Any]]:
    rows = FlowToken.objects.filter(instance=row).order_by("id")
    return [{"id": one.id, "node": one.node, "state": one.state, "code": one.code, "since": one.since} for one in rows]


def _items(row: FlowInstance, names: dict[UUID, str]) -> list[dict[str, Any]]:
    rows = FlowItem.objects.filter(instance=row).order_by("id")
    return [
        {
            "id": one.id,
            "node": one.node,
            "kind": one.kind,
            "person": names.get(one.person, ""),
            "stands_for": names.get(one.stands_for, "") if one.stands_for else "",
            "how": one.how,
            "state": one.state,
            "decision": one.decision,
            "at": one.at,
            "due_at": one.due_at,
            "decided_at": one.decided_at,
        }
        for one in rows
    ]


def _entry(one: FlowEntry, names: dict[UUID, str], files: list[dict[str, Any]]) -> dict[str, Any]:
    details = dict(one.details)
    attached = details.pop("files", [])
    if "people" in details:
        details["people"] = [_name(person, names) for person in details["people"]]
    if "for" in details:
        details["for"] = _name(details["for"], names)
    return {
        "id": one.id,
        "at": one.at,
        "node": one.node,
        "kind": one.kind,
        "by": names.get(one.by, "") if one.by else None,
        "text": one.text,
        "details": details,
        "signature": one.signature,
        "files": files,
        "files_gone": len(attached) - len(files),
    }


def _name(person: str, names: dict[UUID, str]) -> str:
    return names.get(UUID(person), "")
