"""Why somebody sees a field, or not: each role's answer, the ceiling's, and what is left of them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from chezhan.access import Actor, require
from chezhan.access.book import Book, book_of
from chezhan.access.rights import FieldRight, Policy, Reach, Right, policy_as_json
from chezhan.access.roles import BY_KEY
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.policies.comparing import reached, rows_as_json
from chezhan.catalogue.policies.people import colleague
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import Viewer
from chezhan.expressions.errors import UnknownField


def explain_field(
    *, actor: Actor, entity: str, field: str, person_id: UUID | None = None, roles: Iterable[str] = ()
) -> dict[str, Any]:
    """For a person of the store, or for whoever held these roles. Call in the store's transaction.

    Raises Forbidden, NotFound (no such person here), UnknownEntity, UnknownField.
    """
    require(actor=actor, permission="policy.write")
    store = actor.in_store
    catalogue, book = of_store(store), book_of(store)
    kind = catalogue.entity_named(entity)
    one = kind.fields.get(field)
    if one is None:
        raise UnknownField(params={"field": field[:40], "entity": kind.name})
    person = colleague(store=store, person_id=person_id) if person_id else None
    held = person.roles if person else frozenset(roles)
    viewer = Viewer(roles=held, policies=book.digest, definitions=catalogue.digest, book=book, catalogue=catalogue)
    lens, ceiling = viewer.lens(kind), book.ceilings.get(kind.name)
    return {
        "entity": kind.name,
        "field": field,
        "person": person and {"id": str(person.id), "name": person.name},
        "roles": [_of_role(book, role, kind, one, ceiling) for role in sorted(held)],
        "ceiling": ceiling and _answer(ceiling, one),
        "effective": [
            {"right": grant.right.name.lower(), "rows": rows_as_json((grant.rows,))[0]}
            for grant in lens.fields.get(field, ())
        ],
        **reached(lens, field).as_json(),
        "shown": _shown(View(viewer, kind), one),
        "notes": _notes(View(viewer, kind), one),
    }


def _of_role(book: Book, role: str, kind: Entity, field: Field, ceiling: Policy | None) -> dict[str, Any]:
    policy = book.policy(role=role, entity=kind.name)
    source = "own" if (role, kind.name) in book.named else "shipped" if role in BY_KEY else "none"
    return {"role": role, "source": source, **_answer(policy, field), **_cut(policy, ceiling, field)}


def _answer(policy: Policy, field: Field) -> dict[str, Any]:
    """What one policy says of the field and by which of its rules."""
    personal, added = bool(field.sensitivity), field.origin != "product"
    right = policy.right_on(field.name, personal=personal, added=added)
    if policy.rows.reach is Reach.NONE:
        rule, right = "no_records", FieldRight(Right.HIDDEN)
    elif field.name in policy.fields:
        rule = "named"
    elif added and not policy.opened:
        rule = "closed_to_new"
    else:
        rule = "personal" if personal else "usual"
    return {
        "rows": policy_as_json(policy)["rows"],
        "rule": rule,
        "right": right.right.name.lower(),
        "own": right.own.name.lower() if right.own is not None else None,
    }


def _cut(policy: Policy, ceiling: Policy | None, field: Field) -> dict[str, Any]:
    """What the ceiling leaves of the answer; None where it takes nothing."""
    if ceiling is None or policy.rows.reach is Reach.NONE:
        return {"cut": None}
    said, most = (
        one.right_on(field.name, personal=bool(field.sensitivity), added=field.origin != "product")
        for one in (policy, ceiling)
    )
    if ceiling.rows.reach is Reach.NONE:
        left = FieldRight(Right.HIDDEN)
    else:
        own = min(_own(said), _own(most))
        left = FieldRight(min(said.right, most.right), own if said.own is not None or most.own is not None else None)
    same = left.right == said.right and _own(left) == _own(said)
    return {"cut": None if same else {"right": left.right.name.lower(), "own": left.own and left.own.name.lower()}}


def _own(right: FieldRight) -> Right:
    return right.own if right.own is not None else right.right


def _shown(view: View, field: Field) -> str:
    """What the lists and records of the product make of it, related kinds counted in."""
    try:
        sight = view.sight(field.name)
    except UnknownField:
        return "hidden"
    return "masked" if sight.read.never else "read"


def _notes(view: View, field: Field) -> list[dict[str, Any]]:
    """What else bears on it, as codes."""
    notes: list[dict[str, Any]] = []
    lens = view.lens
    if not lens.open:
        notes.append({"code": "no_records", "params": {}})
    if field.retired:
        notes.append({"code": "retired", "params": {}})
    elif lens.highest(field.name) > Right.HIDDEN and _shown(view, field) == "hidden":
        notes.append({"code": "hidden_beyond", "params": {"target": _beyond(view.entity, field)}})
    if field.fixed and field.name != view.entity.state and lens.highest(field.name) is Right.WRITE:
        notes.append({"code": "fixed", "params": {}})
    if field.sensitivity:
        notes.append({"code": field.sensitivity, "params": {}})
    return notes


def _beyond(kind: Entity, field: Field) -> str:
    """The kind of record that a link, or a path through one, leads to."""
    if field.target:
        return field.target
    step = field.column.partition("__")[0]
    return next((one.target for one in kind.fields.values() if one.target and one.column == step), "")
