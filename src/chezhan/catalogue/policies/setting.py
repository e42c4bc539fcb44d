"""Set what roles may do: checked against the store's catalogue, written by the owner, at once in force."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connections

from chezhan.access import Actor, require
from chezhan.access.book import book_of
from chezhan.access.models import AccessCeiling, AccessPolicy
from chezhan.access.rights import Policy, Reach, Rows, policy_as_json, policy_of_json
from chezhan.access.roles import BY_KEY
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.policies.refusals import BadPolicy, HeadRole, UnknownRole
from chezhan.catalogue.records.looking import predicate_of
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef
from tenants.owning import owner_context
from tenants.revision import bump_revision
from tenants.roles import OWNER


@dataclass(frozen=True, slots=True)
class Change:
    """`policy`: None puts back what ships."""

    role: str
    entity: str
    policy: Policy | None


def checked_change(*, store: StoreRef, role: str, entity: str, data: Any) -> Change:
    """Call in the store's transaction. Raises UnknownEntity, UnknownRole, HeadRole, BadPolicy."""
    kind = of_store(store).entity_named(entity)
    check_role(store=store, role=role)
    return Change(role, kind.name, None if data is None else checked_policy(kind, data))


def check_role(*, store: StoreRef, role: str) -> None:
    """Raises UnknownRole, and HeadRole for what headquarters may do."""
    if role in BY_KEY:
        if BY_KEY[role].level == "group":
            raise HeadRole(params={"role": role})
    elif role not in book_of(store).roles:
        raise UnknownRole(params={"role": role[:40]})


def checked_policy(kind: Entity, data: Any) -> Policy:
    """Raises BadPolicy for unknown fields, rights, actions and for a condition that can't be understood."""
    try:
        policy = policy_of_json(data)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise BadPolicy(params={"reason": str(error)[:100]}) from error
    if unknown := sorted(set(policy.fields) - set(kind.fields)):
        raise BadPolicy(f"There is no field {unknown[0][:40]!r} here.", params={"field": unknown[0][:40]})
    if policy.rows.reach is Reach.PREDICATE:
        _check_predicate(kind, policy.rows)
    return policy


def _check_predicate(kind: Entity, rows: Rows) -> None:
    try:
        orjson.loads(rows.predicate)
        predicate_of(kind, rows, prefix="")
    except (orjson.JSONDecodeError, AppError) as error:
        raise BadPolicy(
            f"The condition on records is not right: {error}", params={"reason": str(error)[:100]}
        ) from error


def set_policies(*, actor: Actor, changes: Sequence[Change]) -> None:
    """All of the changes or none, in force with the next request. Raises Forbidden."""
    require(actor=actor, permission="policy.write")
    with changing(actor.in_store):
        for change in changes:
            rows = AccessPolicy.objects.using(OWNER).filter(role=change.role, entity=change.entity)
            if change.policy is None:
                rows.delete()
                continue
            kept = policy_as_json(change.policy)
            if not rows.update(policy=kept):
                AccessPolicy.objects.using(OWNER).create(role=change.role, entity=change.entity, policy=kept)


def set_ceiling(*, actor: Actor, stores: Iterable[StoreRef], entity: str, policy: Policy | None) -> None:
    """The most that anybody in these stores may do, one store at a time; None takes the ceiling away.

    Call with no scope open. Raises Forbidden.
    """
    require(actor=actor, permission="ceiling.write")
    for store in stores:
        with changing(store):
            rows = AccessCeiling.objects.using(OWNER).filter(entity=entity)
            rows.delete()
            if policy is not None:
                AccessCeiling.objects.using(OWNER).create(entity=entity, policy=policy_as_json(policy))


@contextmanager
def changing(store: StoreRef) -> Iterator[None]:
    """One change of policies at a time per store; with it the store's revision."""
    with owner_context(store):
        with connections[OWNER].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"policies {store.schema}"])
        yield
        bump_revision(store_id=store.id)
