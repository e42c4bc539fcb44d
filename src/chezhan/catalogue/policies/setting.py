"""Set what roles may do: checked against the store's catalogue, written by the owner, at once in force."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connections
from django.db.models import QuerySet

from chezhan.access import Actor, require
from chezhan.access.book import book_of, understood
from chezhan.access.models import AccessCeiling, AccessPolicy
from chezhan.access.rights import Policy, Reach, Rows, policy_as_json, policy_of_json
from chezhan.access.roles import BY_KEY
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.policies.refusals import BadCondition, BadPolicy, HeadRole, PolicyChanged, UnknownRole
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.predicates import compile_predicate
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.whole import Catalogue
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError, NotFound
from tenants.acting import declare_on
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.owning import owner_context
from tenants.revision import bump_revision
from tenants.roles import OWNER


@dataclass(frozen=True, slots=True)
class Change:
    """`policy`: None puts back what ships. `mark`: of what the person saw (see mark_of), None to pass it over."""

    role: str
    entity: str
    policy: Policy | None
    mark: str | None = None


def mark_of(policy: Policy | None) -> str:
    """Tells one state of a role's own policy from another; empty for what ships."""
    if policy is None:
        return ""
    kept = orjson.dumps(policy_as_json(policy), option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(kept).hexdigest()[:16]


def checked_change(*, actor: Actor, role: str, entity: str, data: Any, mark: str | None = None) -> Change:
    """Call in the store's transaction.

    Raises UnknownEntity, UnknownRole, HeadRole, BadPolicy, and BadCondition for a field that the actor does not see.
    """
    store = actor.in_store
    catalogue = of_store(store)
    kind = catalogue.entity_named(entity)
    check_role(store=store, role=role)
    if data is None:
        return Change(role, kind.name, None, mark)
    policy = checked_policy(kind, data, catalogue=catalogue)
    if policy.rows != book_of(store).policy(role=role, entity=kind.name).rows:
        _require_seen(actor, kind, policy.rows)
    return Change(role, kind.name, policy, mark)


def check_role(*, store: StoreRef, role: str) -> None:
    """Raises UnknownRole, and HeadRole for what headquarters may do."""
    if role in BY_KEY:
        if BY_KEY[role].level == "group":
            raise HeadRole(params={"role": role})
    elif role not in book_of(store).roles:
        raise UnknownRole(params={"role": role[:40]})


def checked_policy(kind: Entity, data: Any, *, catalogue: Catalogue) -> Policy:
    """Raises BadPolicy for unknown fields, rights and actions; BadCondition, InvalidFilter and what else expressions
    refuse for a condition that can't be understood.
    """
    try:
        policy = policy_of_json(data)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise BadPolicy(params={"reason": str(error)[:100]}) from error
    if unknown := sorted(set(policy.fields) - set(kind.fields)):
        raise BadPolicy(f"There is no field {unknown[0][:40]!r} here.", params={"field": unknown[0][:40]})
    if policy.rows.reach is Reach.PREDICATE:
        with _naming_the_field():
            compile_predicate(text=policy.rows.predicate, entity=kind, catalogue=catalogue)
    return policy


def _require_seen(actor: Actor, kind: Entity, rows: Rows) -> None:
    """Who may not see a field can't ask what is in it by letting others through."""
    if rows.reach is Reach.PREDICATE:
        with _naming_the_field():
            compile_filter(text=rows.predicate, today=clock.today(), view=View(viewer_of(actor), kind))


@contextmanager
def _naming_the_field() -> Iterator[None]:
    try:
        yield
    except AppError as error:
        if "field" not in error.params:
            raise
        raise BadCondition(params={"field": error.params["field"]}) from error


def set_policies(*, actor: Actor, changes: Sequence[Change]) -> None:
    """All of the changes or none, in force with the next request.

    Raises Forbidden, and PolicyChanged (409) when a mark is no longer that of what is kept.
    """
    require(actor=actor, permission="policy.write")
    with changing(actor.in_store):
        for change in changes:
            _put(change)


def _put(change: Change) -> None:
    rows = AccessPolicy.objects.using(OWNER).filter(role=change.role, entity=change.entity)
    if change.mark is not None and change.mark != mark_of(_kept(rows)):
        raise PolicyChanged(params={"role": change.role, "entity": change.entity})
    if change.policy is None:
        rows.delete()
        return
    kept = policy_as_json(change.policy)
    if not rows.update(policy=kept):
        AccessPolicy.objects.using(OWNER).create(role=change.role, entity=change.entity, policy=kept)


def _kept(rows: QuerySet[AccessPolicy]) -> Policy | None:
    kept = rows.values_list("policy", flat=True).first()
    return None if kept is None else understood(kept)


def set_ceiling(*, actor: Actor, store: StoreRef, entity: str, data: Any) -> None:
    """The most that anybody in this store may do; None takes the ceiling away. Call with no scope open.

    Raises Forbidden, NotFound (not a store of the actor's group), UnknownEntity, BadPolicy.
    """
    require(actor=actor, permission="ceiling.write")
    if store.group.id != actor.in_group.id:
        raise NotFound
    with tenant_context(store):
        catalogue = of_store(store)
        kind = catalogue.entity_named(entity)
        policy = None if data is None else checked_policy(kind, data, catalogue=catalogue)
    with changing(store):
        rows = AccessCeiling.objects.using(OWNER)
        if policy is None:
            rows.filter(entity=kind.name).delete()
        else:
            # Not anew: the audit tells from what to what.
            rows.update_or_create(entity=kind.name, defaults={"policy": policy_as_json(policy)})


@contextmanager
def changing(store: StoreRef) -> Iterator[None]:
    """One change of policies at a time per store; with it the store's revision."""
    with owner_context(store):
        with connections[OWNER].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"policies {store.schema}"])
        declare_on(OWNER, store=store)
        yield
        bump_revision(store_id=store.id)
