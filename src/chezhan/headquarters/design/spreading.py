"""Bring stores to what headquarters wants: a transaction each, and an answer each. Call with no scope open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.definitions.contracts import Definition, EntityDefinition, FieldDefinition
from chezhan.catalogue.definitions.designing import reading_design
from chezhan.catalogue.definitions.reading import read_definition
from chezhan.catalogue.definitions.refusals import FieldNameTaken
from chezhan.catalogue.definitions.services import entities
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.definitions.services.change_field import change_field
from chezhan.catalogue.definitions.services.retire import bring_back_field, retire_field
from chezhan.headquarters.design.comparing import entity_differs, field_differs
from chezhan.headquarters.design.models import GroupDesign
from chezhan.headquarters.design.wanted import draft_of, entity_draft_of, wanted_entity, wanted_field
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
class Agreed:
    """`accept_empty`: required of new records where others are empty. `accept_use`: formulas may be broken."""

    accept_empty: bool = False
    accept_use: bool = False


NOTHING = Agreed()


def spread(*, actor: Actor, wanted: GroupDesign, stores: Sequence[StoreRef], agreed: Agreed = NOTHING) -> list[Outcome]:
    """A refusal in one store leaves the others as they are; one that has it as it is wanted is left alone."""
    outcomes = []
    for store in stores:
        try:
            _bring(actor, wanted, store, agreed)
        except AppError as refusal:
            outcomes.append(Outcome(store.slug, store.name, refusal.code, refusal.message))
        else:
            outcomes.append(Outcome(store.slug, store.name))
    return outcomes


def _bring(actor: Actor, row: GroupDesign, store: StoreRef, agreed: Agreed) -> None:
    with reading_design(store=store):
        definition = read_definition(using=OWNER)
    if row.name:
        _bring_field(actor, wanted_field(row), store, definition, agreed)
    else:
        _bring_entity(actor, row, store, definition, agreed)


def _bring_field(
    actor: Actor, wanted: FieldDefinition, store: StoreRef, definition: Definition, agreed: Agreed
) -> None:
    found = next((o for o in definition.fields if (o.entity, o.name) == (wanted.entity, wanted.name)), None)
    if found is None and wanted.type:
        if not wanted.retired:
            add_field(actor=actor, store=store, entity=wanted.entity, draft=draft_of(wanted), origin=HQ)
        return
    if found is not None and found.origin != HQ and wanted.type:
        raise FieldNameTaken(params={"name": wanted.name})
    here: dict[str, Any] = {"actor": actor, "store": store, "entity": wanted.entity, "name": wanted.name}
    now = found or FieldDefinition(wanted.entity, wanted.name)
    if now.retired and not wanted.retired:
        bring_back_field(**here, origin=HQ)
    if not wanted.retired and (changes := field_differs(wanted=wanted, found=now)):
        change_field(**here, changes=changes, accept_empty=agreed.accept_empty, origin=HQ)
    if wanted.retired and not now.retired:
        retire_field(**here, accept_use=agreed.accept_use, origin=HQ)


def _bring_entity(actor: Actor, row: GroupDesign, store: StoreRef, definition: Definition, agreed: Agreed) -> None:
    wanted = wanted_entity(row)
    found = next((one for one in definition.entities if one.name == wanted.name), None)
    if found is None and wanted.added:
        if not wanted.retired:
            entities.add_entity(actor=actor, store=store, draft=entity_draft_of(row), origin=HQ)
        return
    if found is not None and found.origin != HQ and wanted.added:
        raise FieldNameTaken(params={"name": wanted.name})
    here: dict[str, Any] = {"actor": actor, "store": store, "name": wanted.name}
    now = found or EntityDefinition(wanted.name)
    if now.retired and not wanted.retired:
        entities.bring_back_entity(**here, origin=HQ)
    if not wanted.retired and (changes := entity_differs(wanted=wanted, found=now)):
        entities.change_entity(**here, changes=changes, origin=HQ)
    if wanted.retired and not now.retired:
        entities.retire_entity(**here, accept_use=agreed.accept_use, origin=HQ)
