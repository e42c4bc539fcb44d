"""What an item tells of its record: the key facts, what in the drawing led here, and whether it changed since."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.occasions.dates import view_of
from chezhan.catalogue.records.facts import Facts, facts_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.engines.flows.definition.flow import FlowDefinition
from chezhan.engines.flows.definition.nodes import AskingNode, ConditionNode
from chezhan.engines.flows.models import FlowInstance, FlowItem
from chezhan.engines.flows.running.plans import plan_of
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.errors import AppError

# Steps that a drawing is followed back by to the choice that led here.
BACK = 4


@dataclass(frozen=True, slots=True)
class Record:
    """`changed_at`: when it was written last, for who may know that."""

    facts: Facts
    changed_at: dt.datetime | None


Records = dict[tuple[str, UUID], Record]


def records_in(actor: Actor, instances: Iterable[FlowInstance]) -> Records:
    """By kind and id, those that the actor sees."""
    by_entity: dict[str, set[UUID]] = defaultdict(set)
    for one in instances:
        by_entity[one.entity].add(one.record_id)
    found: Records = {}
    for entity, ids in by_entity.items():
        try:
            view = view_of(actor, entity)
        except AppError:
            continue
        moments = _changes(actor, view, ids)
        for record_id, facts in facts_of(view=view, record_ids=ids, person_id=actor.person_id).items():
            found[entity, record_id] = Record(facts, moments.get(record_id))
    return found


def told_of(actor: Actor, item: FlowItem, records: Records) -> dict[str, Any]:
    """Null where the record is not seen; without what the step hides."""
    one = item.instance
    record = records.get((one.entity, one.record_id))
    because = {"because": _because(actor, item)}
    if record is None:
        return {"facts": None, "version": None, "changed_at": None} | because
    hidden = _hidden(actor, item)
    stale = record.changed_at is not None and item.state == FlowItem.State.OPEN and record.changed_at > item.at
    return {
        "facts": {name: value for name, value in record.facts.items() if name not in hidden},
        "version": record.facts["version"],
        "changed_at": record.changed_at if stale else None,
    } | because


def _changes(actor: Actor, view: View, ids: set[UUID]) -> dict[UUID, dt.datetime]:
    try:
        known = view.sight("updated_at").read.always
    except UnknownField:
        known = False
    rows = view.seen().filter(id__in=ids).values_list("id", "updated_at")
    return dict(select_as(rows, person_id=actor.person_id)) if known else {}


def _definition(actor: Actor, item: FlowItem) -> FlowDefinition | None:
    one = item.instance
    try:
        return plan_of(store=actor.in_store, flow_id=one.flow_id, number=one.number).definition
    except AppError:
        return None


def _hidden(actor: Actor, item: FlowItem) -> set[str]:
    definition = _definition(actor, item)
    node = definition.by_id.get(item.node) if definition else None
    return {one.field for one in node.fields if one.right == "hidden"} if isinstance(node, AskingNode) else set()


def _because(actor: Actor, item: FlowItem) -> dict[str, Any] | None:
    """The choice of the drawing that leads to the step, what was met there and what was not; null where none does, or
    several ways lead here, and for who does not read what it looks at.
    """
    definition = _definition(actor, item)
    if definition is None:
        return None
    node = item.node
    for _ in range(BACK):
        ways = [edge for edge in definition.edges if edge.target == node]
        if len(ways) != 1:
            return None
        before = definition.by_id.get(ways[0].source)
        if isinstance(before, ConditionNode):
            if not all(_reads(actor, item.instance.entity, branch.condition) for branch in before.branches):
                return None
            names = {branch.id: branch.name for branch in before.branches}
            order = list(names)
            at = order.index(ways[0].port) if ways[0].port in names else len(order)
            return {
                "question": before.name,
                "missed": [names[one] for one in order[:at]],
                "met": names.get(ways[0].port),
            }
        node = ways[0].source
    return None


def _reads(actor: Actor, entity: str, condition: Mapping[str, Any]) -> bool:
    """Whether all that a condition looks at is the record's own, and read by the actor on every record."""
    try:
        view = view_of(actor, entity)
        return all(view.sight(name).read.always for name in _names(condition))
    except AppError:
        return False


def _names(condition: Mapping[str, Any]) -> Iterator[str]:
    for rule in condition.get("rules", ()):
        yield from _names(rule) if "rules" in rule else [str(rule.get("field"))]
