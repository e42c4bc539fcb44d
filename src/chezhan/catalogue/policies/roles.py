"""A store's own roles: added, named anew, retired. What they may do are policies like any other's."""

from collections.abc import Container
from dataclasses import dataclass, replace

from django.db import connection
from django.db.models import Q, QuerySet

from chezhan.access import Actor, require
from chezhan.access.book import book_of
from chezhan.access.models import AccessPolicy, AccessRole
from chezhan.access.rights import CLOSED, FieldRight, Policy, policy_as_json
from chezhan.access.roles import BY_KEY
from chezhan.catalogue.definitions.names import clean_label
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.labels import Label
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.catalogue.policies.refusals import LabelTaken, RoleHeld, ShippedRole, TooManyRoles, UnknownRole
from chezhan.catalogue.policies.setting import changing, check_role
from chezhan.kernel import clock
from chezhan.kernel.cache import key as cache_key
from chezhan.kernel.cache import recall, remember
from chezhan.kernel.searching.pinyin import words_of
from tenants.directory import StoreRef
from tenants.models import Invitation
from tenants.owning import owner_context
from tenants.roles import OWNER

# A membership takes 32 characters; three are left for a number.
LONGEST = 29
ROLE_LIMIT = 100


@dataclass(frozen=True, slots=True)
class OwnRole:
    key: str
    label: Label
    retired: bool = False


def own_roles(*, store: StoreRef) -> dict[str, OwnRole]:
    """The store's own roles by key, retired ones too: old memberships and records may still name them.

    Asked for once per revision, on the owner alias.
    """
    if not store.revision:
        return {}
    name = cache_key("own-roles", store.id, store.revision)
    if known := recall([name]):
        return known[name]
    with owner_context(store):
        rows = list(AccessRole.objects.using(OWNER).order_by("key"))
    roles = {row.key: _own(row) for row in rows}
    remember(name, roles)
    return roles


def add_role(*, actor: Actor, label: Label, copy_of: str = "") -> OwnRole:
    """A role that may do what `copy_of` may, or nothing yet; fields that come later are closed to it until opened.

    Call in the store's transaction. Raises Forbidden, BadLabel, LabelTaken, TooManyRoles, UnknownRole, HeadRole.
    """
    require(actor=actor, permission="policy.write")
    store, label = actor.in_store, clean_label(label)
    policies = _copied(store, copy_of) if copy_of else {}
    with changing(store):
        rows = AccessRole.objects.using(OWNER)
        _check_label(rows.all(), label)
        keys = set(rows.values_list("key", flat=True))
        if rows.filter(retired_at=None).count() >= ROLE_LIMIT:
            raise TooManyRoles(params={"limit": ROLE_LIMIT})
        role = rows.create(key=_key_for(label, taken=keys), label_zh=label.zh, label_en=label.en)
        AccessPolicy.objects.using(OWNER).bulk_create(
            AccessPolicy(role=role.key, entity=entity, policy=policy_as_json(policy))
            for entity, policy in policies.items()
        )
    return _own(role)


def relabel_role(*, actor: Actor, key: str, label: Label) -> OwnRole:
    """The key stays. Raises Forbidden, UnknownRole, ShippedRole, BadLabel, LabelTaken."""
    require(actor=actor, permission="policy.write")
    label = clean_label(label)
    with changing(actor.in_store):
        role = _open_role(key)
        _check_label(AccessRole.objects.using(OWNER).exclude(key=key), label)
        role.label_zh, role.label_en = label.zh, label.en
        role.save(using=OWNER, update_fields=["label_zh", "label_en"])
    return _own(role)


def retire_role(*, actor: Actor, key: str) -> None:
    """Nobody can be given it any more; its policies stay in the ledger of the audit alone.

    Raises Forbidden, UnknownRole, ShippedRole, and RoleHeld (409) with the names of those who hold it.
    """
    require(actor=actor, permission="policy.write")
    store = actor.in_store
    with changing(store):
        role = _open_role(key)
        holders = [one.name for one in colleagues_of(store=store) if key in one.roles]
        invited = Invitation.objects.using(OWNER).filter(
            store_id=store.id, role=key, accepted_at=None, revoked_at=None, expires_at__gt=clock.now()
        )
        if holders or invited.exists():
            raise RoleHeld(params={"people": len(holders), "invitations": invited.count()}, fields={"people": holders})
        AccessPolicy.objects.using(OWNER).filter(role=key).delete()
        role.retired_at = clock.now()
        role.save(using=OWNER, update_fields=["retired_at"])


def hold_role(*, store: StoreRef, key: str) -> bool:
    """Whether somebody may be given the role now: one of the store's own, and it can't be retired until the caller's
    public transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(hashtext(%s))", [f"policies {store.schema}"])
    with owner_context(store):
        return AccessRole.objects.using(OWNER).filter(key=key, retired_at=None).exists()


def _own(row: AccessRole) -> OwnRole:
    return OwnRole(key=row.key, label=Label(row.label_zh, row.label_en), retired=row.retired_at is not None)


def _open_role(key: str) -> AccessRole:
    if key in BY_KEY:
        raise ShippedRole(params={"role": key})
    role = AccessRole.objects.using(OWNER).filter(key=key, retired_at=None).first()
    if role is None:
        raise UnknownRole(params={"role": key[:40]})
    return role


def _check_label(others: QuerySet[AccessRole], label: Label) -> None:
    same = Q(label_zh__iexact=label.zh) | Q(label_en__iexact=label.en)
    if others.filter(same, retired_at=None).exists():
        raise LabelTaken(fields={"label": [LabelTaken.message]})


def _key_for(label: Label, *, taken: Container[str]) -> str:
    """主管 → x_zhu_guan, then x_zhu_guan_2."""
    words = words_of(label.zh)
    base = ("x_" + "_".join(words or ["role"]))[:LONGEST].rstrip("_")
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}_{number}"
    return key


def _copied(store: StoreRef, role: str) -> dict[str, Policy]:
    check_role(store=store, role=role)
    book = book_of(store)
    found = {
        kind.name: _closed_to_new(kind, book.policy(role=role, entity=kind.name)) for kind in of_store(store).entities
    }
    return {entity: policy for entity, policy in found.items() if policy != replace(CLOSED, opened=False)}


def _closed_to_new(kind: Entity, policy: Policy) -> Policy:
    """The same on all fields that there are, added ones by name."""
    there: dict[str, FieldRight] = {
        one.name: policy.right_on(one.name, personal=bool(one.sensitivity), added=True)
        for one in kind.fields.values()
        if one.origin != "product"
    }
    return replace(policy, fields={**there, **policy.fields}, opened=False)
