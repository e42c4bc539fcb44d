"""All that roles may do in a store: as it ships, as the store set it, and as far as the ceiling lets."""

from typing import Any

from chezhan.access import Actor, require
from chezhan.access.book import Book, book_of
from chezhan.access.rights import ALL_ROWS, FieldRight, Policy, Reach, Right, policy_as_json
from chezhan.access.roles import ROLES
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.policies.people import Colleague, colleagues_of
from chezhan.catalogue.policies.setting import Change, mark_of
from tenants.directory import StoreRef


def read_matrix(*, actor: Actor) -> dict[str, Any]:
    """Call in the store's transaction. Raises Forbidden."""
    require(actor=actor, permission="policy.write")
    store = actor.in_store
    book, people = book_of(store), colleagues_of(store=store)
    roles = roles_here(store=store, book=book, people=people)
    return {
        "roles": roles,
        "people": [
            {"id": one.id, "name": one.name, "roles": sorted(one.roles), "from_head": one.from_head} for one in people
        ],
        "entities": [
            {
                **entity_card(kind),
                "ceiling": policy_of(book.ceilings.get(kind.name)),
                "policies": [cell(book, role=role["key"], kind=kind) for role in roles],
            }
            for kind in of_store(store).entities
        ],
    }


def roles_here(*, store: StoreRef, book: Book, people: list[Colleague]) -> list[dict[str, Any]]:
    """Those that ship for this kind of store, then the store's own. `locked`: headquarters', which no store changes."""
    shipped: list[dict[str, Any]] = [
        {"key": role.key, "label": None, "locked": role.level == "group"} for role in ROLES if store.pack in role.packs
    ]
    own = [{"key": key, "label": {"zh": zh, "en": en}, "locked": False} for key, (zh, en) in book.roles.items()]
    return [{**role, "people": sum(role["key"] in one.roles for one in people)} for role in (*shipped, *own)]


def cells_after(*, actor: Actor, changes: list[Change]) -> list[dict[str, Any]]:
    """What has just been set, as the matrix shows it. Call in the store's transaction."""
    book, catalogue = book_of(actor.in_store), of_store(actor.in_store)
    named: dict[tuple[str, str], Policy] = {
        (one.role, one.entity): one.policy for one in changes if one.policy is not None
    }
    now = Book(digest="?", named=named, ceilings=book.ceilings, roles=book.roles)
    return [cell(now, role=one.role, kind=catalogue.entity_named(one.entity)) for one in changes]


def cell(book: Book, *, role: str, kind: Entity) -> dict[str, Any]:
    """One role on one kind of record. `own`: set by the store, in place of what ships."""
    policy, own = book.policy(role=role, entity=kind.name), book.named.get((role, kind.name))
    return {
        "role": role,
        "entity": kind.name,
        "policy": policy_as_json(policy),
        "own": own is not None,
        "shipped": None if own is None else policy_as_json(Book().policy(role=role, entity=kind.name)),
        "mark": mark_of(own),
        "cut": _cut(policy, book.ceilings.get(kind.name), kind),
    }


def policy_of(policy: Policy | None) -> dict[str, Any] | None:
    return None if policy is None else policy_as_json(policy)


def entity_card(kind: Entity) -> dict[str, Any]:
    return {
        "name": kind.name,
        "label": kind.label_plural.as_json(),
        "fields": [_field(one, kind) for one in kind.fields.values() if not one.retired],
    }


def _field(field: Field, kind: Entity) -> dict[str, Any]:
    return {
        "name": field.name,
        "label": field.label.as_json(),
        "type": field.type.name,
        "sensitivity": field.sensitivity,
        "origin": field.origin,
        "fixed": field.fixed and field.name != kind.state,
        "section": field.section,
    }


def _cut(policy: Policy, ceiling: Policy | None, kind: Entity) -> dict[str, Any] | None:
    """What the ceiling takes from the policy; None when that is nothing."""
    if ceiling is None or policy.rows.reach is Reach.NONE:
        return None
    fields = [
        one.name
        for one in kind.fields.values()
        if not one.retired and _lower(_right(ceiling, one), _right(policy, one))
    ]
    actions = sorted(policy.actions - ceiling.actions)
    rows = ceiling.rows not in (ALL_ROWS, policy.rows)
    return {"rows": rows, "fields": fields, "actions": actions} if rows or fields or actions else None


def _right(policy: Policy, field: Field) -> FieldRight:
    return policy.right_on(field.name, personal=bool(field.sensitivity), added=field.origin != "product")


def _lower(most: FieldRight, said: FieldRight) -> bool:
    return most.right < said.right or _own(most) < _own(said)


def _own(right: FieldRight) -> Right:
    return right.right if right.own is None else right.own
