"""Fields that a store adds, by the product's own services."""

from collections.abc import Sequence

from django.core.cache import cache

from chezhan.access import Actor
from chezhan.access.rights import ALL_ROWS, FieldRight, Policy, Right
from chezhan.catalogue.definitions.drafts import FieldDraft
from chezhan.catalogue.labels import Label
from chezhan.catalogue.policies.setting import Change, set_policies
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store

OPTIONS = [{"value": value, "label": {"zh": value, "en": ""}} for value in ("甲", "乙", "丙", "丁")]
# What a store adds in practice, by turns.
TYPES = ("text", "money", "date", "choice", "integer", "boolean", "text", "datetime")


def drafts(count: int, *, prefix: str = "x_f") -> list[FieldDraft]:
    """x_f000, x_f001 …, their types by turns."""
    return [draft(f"{prefix}{number:03}", TYPES[number % len(TYPES)]) for number in range(count)]


def draft(name: str, type: str) -> FieldDraft:
    return FieldDraft(label=Label(name, ""), type=type, name=name, options=OPTIONS if type == "choice" else ())


def hide_fields(*, actor: Actor, role: str, entity: str, names: Sequence[str]) -> None:
    """The role reads every field of every record but these."""
    read, hidden = FieldRight(Right.READ), FieldRight(Right.HIDDEN)
    policy = Policy(ALL_ROWS, usual=read, personal=read, fields=dict.fromkeys(names, hidden))
    with tenant_context(actor.in_store):
        set_policies(actor=actor, changes=[Change(role, entity, policy)])


def as_it_is(store: StoreRef) -> StoreRef:
    """The store with its present revision, as the next request has it; sessions are gone.

    What was just changed is asked for anew for some seconds, which is not what a warm request is like.
    """
    cache.clear()
    with public_context():
        return StoreRef.of(Store.objects.select_related("group").get(id=store.id))
