"""Who a customer is related to, said from their side, with the cars of each: read over the gate."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.records.listing import list_records
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.titles import title_in
from chezhan.expressions.errors import UnknownField
from chezhan.modules.relations.kinds import KINDS, from_the_other_side

# Nobody has more; a fleet's company might, and its list goes on.
MOST = 100
ORDER = {option.value: place for place, option in enumerate(KINDS)}


def relations_of(*, actor: Actor, customer_id: UUID) -> dict[str, Any]:
    """People whom the actor does not see are not there, and not counted.

    Raises UnknownRecord, Forbidden for who sees no customers or no relations.
    """
    view = require_seen(actor=actor, entity="customer", record_id=customer_id)
    relation = view.of("relation")
    view.viewer.open(relation.entity)
    rows, more = _rows(actor, relation, customer_id)
    people = [_said_from(customer_id, row) for row in rows]
    cars = _cars(actor, view.of("vehicle"), [one["person"]["id"] for one in people])
    return {
        "people": [one | {"cars": cars[one["person"]["id"]]} for one in sorted(people, key=_place)],
        "more": more,
        "may_add": Action.CREATE in relation.lens.actions,
        "may_remove": Action.DELETE in relation.lens.actions,
    }


def _rows(actor: Actor, view: View, customer_id: UUID) -> tuple[list[dict[str, Any]], bool]:
    rules = [{"field": name, "operator": "=", "value": str(customer_id)} for name in view.entity.joins]
    found = list_records(
        actor=actor, entity="relation", fields=",".join(_seen(view, ("customer", "other", "kind", "note"))),
        filter_json=_text({"combinator": "or", "rules": rules}), limit=MOST, count=False,
    )  # fmt: skip
    return orjson.loads(found.rows), found.next_cursor is not None


def _said_from(customer_id: UUID, row: dict[str, Any]) -> dict[str, Any]:
    first = row["customer"]["id"] == str(customer_id)
    kind = row.get("kind")
    return {
        "id": row["id"],
        "version": row["version"],
        "kind": kind if first or kind is None else from_the_other_side(kind),
        "note": row.get("note") or "",
        "person": row["other"] if first else row["customer"],
    }


def _cars(actor: Actor, view: View, people: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """By their owner, those that they still have; none where the actor does not see cars, or not whose they are."""
    cars: dict[str, list[dict[str, Any]]] = defaultdict(list)
    names = _seen(view, ("customer", "left_on", "plate", "brand", "series"))
    if not people or not view.lens.open or "customer" not in names:
        return cars
    rule = {"field": "customer", "operator": "in", "value": list(people)}
    found = list_records(
        actor=actor, entity="vehicle", fields=",".join(names), limit=MOST * 2, count=False,
        filter_json=_text({"combinator": "and", "rules": [rule]}),
    )  # fmt: skip
    for row in orjson.loads(found.rows):
        if not row.get("left_on"):
            what = " ".join(str(row[name]) for name in ("brand", "series") if row.get(name))
            cars[row["customer"]["id"]].append({"id": row["id"], "title": title_in(row, ["plate"]), "what": what})
    return cars


def _place(one: dict[str, Any]) -> tuple[int, str]:
    return ORDER.get(one["kind"], len(ORDER)), str(one["person"]["title"])


def _seen(view: View, names: Sequence[str]) -> list[str]:
    found = []
    for name in names:
        try:
            found.append(view.sight(name).field.name)
        except UnknownField:
            continue
    return found


def _text(group: dict[str, Any]) -> str:
    return orjson.dumps(group).decode()
