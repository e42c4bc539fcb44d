"""What waits for somebody, what they did, and what they started."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Literal
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from chezhan.access import Actor, allowed
from chezhan.catalogue.occasions.dates import view_of
from chezhan.catalogue.records.titles import titles_of
from chezhan.engines.flows.models import FlowInstance, FlowItem
from chezhan.engines.flows.people.facts import records_in, told_of
from chezhan.engines.flows.running.plans import plan_of
from chezhan.kernel.errors import AppError
from tenants.lookup import people_of_store

PAGE = 50
Box = Literal["open", "done"]


def list_items(*, actor: Actor, box: Box, before: UUID | None = None) -> dict[str, Any]:
    """The latest first. `before`: the last that was shown. `more`: there are older ones."""
    rows = FlowItem.objects.filter(_mine(actor), state=box).select_related("instance")
    if box == "open":
        rows = rows.filter(Q(instance__status="running") | Q(kind="copy"))
    page = _page(rows, before)
    shown = page[:PAGE]
    instances = [one.instance for one in shown]
    titles, records = titles_in(actor, instances), records_in(actor, instances)
    names = dict(people_of_store(store=actor.in_store))
    items = [item_head(actor, one, titles, names) | told_of(actor, one, records) for one in shown]
    return {"items": items, "more": len(page) > PAGE}


def list_started(*, actor: Actor, before: UUID | None = None) -> dict[str, Any]:
    rows = FlowInstance.objects.filter(starter=actor.person_id, parent=None)
    page = _page(rows, before)
    shown = page[:PAGE]
    return {"instances": instance_heads(actor, shown), "more": len(page) > PAGE}


def list_of_record(*, actor: Actor, entity: str, record_id: UUID) -> list[dict[str, Any]]:
    """The flows on a record, for who sees it. Raises UnknownEntity, Forbidden."""
    view = view_of(actor, entity)
    seen = titles_of(view=view, rows=view.seen().filter(id=record_id), person_id=actor.person_id)
    rows = FlowInstance.objects.filter(entity=entity, record_id__in=seen).order_by("-id")[:PAGE]
    return instance_heads(actor, list(rows))


def count_items(*, actor: Actor) -> dict[str, int]:
    rows = FlowItem.objects.filter(_mine(actor), state="open")
    copies = rows.filter(kind="copy").count()
    return {"open": rows.filter(instance__status="running").exclude(kind="copy").count(), "copies": copies}


def open_to(actor: Actor, rows: QuerySet[FlowInstance]) -> QuerySet[FlowInstance]:
    """Of these those that the actor may look into: started by them, or asked of them, or all for who designs."""
    if allowed(actor=actor, permission="catalogue.design"):
        return rows
    me = Q(person=actor.person_id) | Q(stands_for=actor.person_id)
    asked = FlowItem.objects.filter(me, instance=OuterRef("pk"))
    return rows.filter(Q(starter=actor.person_id) | Exists(asked))


def instance_heads(actor: Actor, rows: Sequence[FlowInstance]) -> list[dict[str, Any]]:
    titles = titles_in(actor, rows)
    mine = open_to(actor, FlowInstance.objects.filter(id__in=[one.id for one in rows]))
    opens = set(mine.values_list("id", flat=True))
    names = dict(people_of_store(store=actor.in_store))
    return [
        {
            "id": one.id,
            "flow_id": one.flow_id,
            "name": flow_name(actor, one),
            "number": one.number,
            "entity": one.entity,
            "record_id": one.record_id,
            "title": titles.get(one.record_id),
            "status": one.status,
            "outcome": one.outcome,
            "started_by": names.get(one.starter, "") if one.starter else "",
            "started_at": one.started_at,
            "ended_at": one.ended_at,
            "opens": one.id in opens,
        }
        for one in rows
    ]


def item_head(actor: Actor, item: FlowItem, titles: dict[UUID, str | None], names: dict[UUID, str]) -> dict[str, Any]:
    one = item.instance
    return {
        "id": item.id,
        "instance_id": one.id,
        "flow_id": one.flow_id,
        "flow": flow_name(actor, one),
        "node": item.node,
        "step": step_name(actor, item),
        "kind": item.kind,
        "state": item.state,
        "decision": item.decision,
        "how": item.how,
        "stands_for": names.get(item.stands_for, "") if item.stands_for else "",
        "entity": one.entity,
        "record_id": one.record_id,
        "title": titles.get(one.record_id),
        "started_by": names.get(one.starter, "") if one.starter else "",
        "at": item.at,
        "due_at": item.due_at,
        "reminded_at": item.reminded_at,
        "decided_at": item.decided_at,
    }


def titles_in(actor: Actor, instances: Iterable[FlowInstance]) -> dict[UUID, str | None]:
    """Of the records that the actor sees; the others are not there."""
    by_entity: dict[str, set[UUID]] = defaultdict(set)
    for one in instances:
        by_entity[one.entity].add(one.record_id)
    found: dict[UUID, str | None] = {}
    for entity, ids in by_entity.items():
        try:
            view = view_of(actor, entity)
        except AppError:
            continue
        found |= titles_of(view=view, rows=view.seen().filter(id__in=ids), person_id=actor.person_id)
    return found


def flow_name(actor: Actor, instance: FlowInstance) -> str:
    try:
        return plan_of(store=actor.in_store, flow_id=instance.flow_id, number=instance.number).name
    except AppError:
        return ""


def step_name(actor: Actor, item: FlowItem) -> str:
    try:
        plan = plan_of(store=actor.in_store, flow_id=item.instance.flow_id, number=item.instance.number)
    except AppError:
        return item.node
    node = plan.definition.by_id.get(item.node)
    return node.name if node and node.name else item.node


def _mine(actor: Actor) -> Q:
    return Q(person=actor.person_id)


def _page(rows: QuerySet, before: UUID | None) -> list[Any]:
    """Ids sort by when they were made."""
    return list((rows.filter(id__lt=before) if before else rows).order_by("-id")[: PAGE + 1])
