"""One change of design in many stores: a transaction each, and an answer each. Call with no scope open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chezhan.access import Actor, require
from chezhan.catalogue.definitions.designing import reading_design
from chezhan.catalogue.definitions.drafts import EntityDraft, FieldDraft
from chezhan.catalogue.definitions.models import CatalogueEntity, CatalogueField
from chezhan.catalogue.definitions.names import clean_label, name_for
from chezhan.catalogue.definitions.services import entities
from chezhan.catalogue.definitions.services.add_field import add_field, names_in_use
from chezhan.catalogue.definitions.services.change_field import change_field
from chezhan.catalogue.definitions.services.retire import bring_back_field, retire_field
from chezhan.headquarters.comparison.visits import chosen_stores
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef
from tenants.roles import OWNER

HQ = "hq"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`code`: empty where it was done, else why it was refused there."""

    store: str
    name: str
    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """`name`: what was made is called so in every store."""

    name: str
    stores: list[Outcome]


def add_field_in(*, actor: Actor, stores: Sequence[str] | None, entity: str, draft: FieldDraft) -> Made:
    """`stores`: slugs; None for all that are open. One name in all of them, free in each when none is asked for.

    Raises Forbidden, NotFound (a slug that is not the group's), BadLabel.
    """
    chosen = _stores(actor, stores)
    name = draft.name or _free_name(chosen, clean_label(draft.label), entity=entity)
    named = replace(draft, name=name)
    outcomes = _each(chosen, lambda one: add_field(actor=actor, store=one, entity=entity, draft=named, origin=HQ))
    return Made(name, outcomes)


def add_entity_in(*, actor: Actor, stores: Sequence[str] | None, draft: EntityDraft) -> Made:
    """As add_field_in."""
    chosen = _stores(actor, stores)
    named = replace(draft, name=draft.name or _free_name(chosen, clean_label(draft.label)))
    outcomes = _each(chosen, lambda one: entities.add_entity(actor=actor, store=one, draft=named, origin=HQ))
    return Made(named.name, outcomes)


def change_field_in(
    *,
    actor: Actor,
    stores: Sequence[str] | None,
    entity: str,
    name: str,
    changes: Mapping[str, Any],
    accept_empty: bool = False,
) -> list[Outcome]:
    """See change_field. Raises as add_field_in."""
    return _each(
        _stores(actor, stores),
        lambda one: change_field(
            actor=actor,
            store=one,
            entity=entity,
            name=name,
            changes=changes,
            accept_empty=accept_empty,
            origin=HQ,
        ),
    )


def retire_field_in(*, actor: Actor, stores: Sequence[str] | None, entity: str, name: str) -> list[Outcome]:
    """See retire_field. Raises as add_field_in."""
    return _each(
        _stores(actor, stores),
        lambda one: retire_field(actor=actor, store=one, entity=entity, name=name, origin=HQ),
    )


def bring_back_field_in(*, actor: Actor, stores: Sequence[str] | None, entity: str, name: str) -> list[Outcome]:
    """See bring_back_field. Raises as add_field_in."""
    return _each(
        _stores(actor, stores),
        lambda one: bring_back_field(actor=actor, store=one, entity=entity, name=name, origin=HQ),
    )


def _stores(actor: Actor, slugs: Sequence[str] | None) -> list[StoreRef]:
    require(actor=actor, permission="catalogue.design")
    return chosen_stores(actor=actor, slugs=tuple(slugs or ()))


def _each(stores: Sequence[StoreRef], work: Callable[[StoreRef], object]) -> list[Outcome]:
    """A refusal in one store leaves the others as they are."""
    outcomes = []
    for store in stores:
        try:
            work(store)
        except AppError as refusal:
            outcomes.append(Outcome(store.slug, store.name, refusal.code, refusal.message))
        else:
            outcomes.append(Outcome(store.slug, store.name))
    return outcomes


def _free_name(stores: Sequence[StoreRef], label: Any, *, entity: str = "") -> str:
    """Of a field of `entity`, or of a kind of record: free in every one of the stores."""
    taken: set[str] = set()
    for store in stores:
        with reading_design(store=store):
            if entity:
                taken |= names_in_use(CatalogueField.objects.using(OWNER).filter(entity=entity))
            else:
                taken |= set(CatalogueEntity.objects.using(OWNER).values_list("name", flat=True))
    return name_for(label, taken=taken)
