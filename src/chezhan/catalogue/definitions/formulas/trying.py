"""A formula while it is written: whether it could be kept, what it answers, and a few of its values."""

from dataclasses import dataclass, replace
from typing import Any

import orjson

from chezhan.access import Actor
from chezhan.catalogue.definitions.contracts import Definition, FieldDefinition
from chezhan.catalogue.definitions.designing import reading_design, require_design
from chezhan.catalogue.definitions.formulas.checking import checker_of
from chezhan.catalogue.definitions.reading import read_definition
from chezhan.catalogue.definitions.refusals import UnknownDefinition
from chezhan.catalogue.entity import Field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.computing import compute
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.ordering import keys_of
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import list_of, run, select_fields, together
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.where import EVERY
from chezhan.catalogue.types import FORMULA
from chezhan.expressions import Kind, within_time
from tenants.directory import StoreRef
from tenants.roles import OWNER

TRIAL, SAMPLES = "x_trial", 3


@dataclass(frozen=True, slots=True)
class Tried:
    """`samples`: of the latest records that the actor sees, {id, title…, x_trial}; none of what they may not read."""

    kind: Kind
    titles: tuple[str, ...]
    samples: list[dict[str, Any]]


def try_formula(*, actor: Actor, store: StoreRef, entity: str, name: str, formula: str) -> Tried:
    """Nothing is kept. `name`: of the field whose formula it would be; empty for a new one. Call in the store's
    transaction. Raises Forbidden, NotFound, UnknownDefinition, ExpressionTooSlow and what check_formulas raises of a
    formula that is written.
    """
    require_design(actor=actor, store=store, origin="store")
    with reading_design(store=store):
        definition = read_definition(using=OWNER)
    field = Field(name or TRIAL, Label(name or "…", name or "…"), FORMULA, formula=formula, read_only=True)
    checker = checker_of(_with(definition, entity, field))
    kind = checker.catalogue.by_name.get(entity)
    if kind is None:
        raise UnknownDefinition(params={"entity": entity[:40]})
    if field.name not in kind.fields:
        # No name that a field can have.
        raise UnknownDefinition(params={"entity": entity[:40], "field": field.name[:40]})
    made = checker.check(kind, kind.fields[field.name])
    titles, samples = _samples(actor, entity, field)
    return Tried(made.kind, titles, samples)


def _with(definition: Definition, entity: str, field: Field) -> Definition:
    """Its label and all else as it is, with this formula and no wish for a kind of answer."""
    row = next((one for one in definition.fields if (one.entity, one.name) == (entity, field.name)), None)
    trial = FieldDefinition(
        entity, field.name, field.label.zh, field.label.en, type=FORMULA.name, formula=field.formula
    )
    if row is not None:
        trial = replace(row, formula=field.formula, settings={}, type=FORMULA.name, column_name="", retired=False)
    return replace(definition, fields=(*(one for one in definition.fields if one is not row), trial))


def _samples(actor: Actor, entity: str, field: Field) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """As the actor would see them."""
    viewer = viewer_of(actor)
    kind = viewer.catalogue.by_name.get(entity)
    if kind is None or not viewer.lens(kind).open:
        return (), []
    view = View(viewer, kind)
    computed = compute(field, replace(view, computing=frozenset({f"{view.entity.name}.{field.name}"})))
    if computed is None:
        return (), []
    titles = view.titles()
    shown = replace(computed.field, name=TRIAL)
    fields = [*titles, Sight(shown, kind.model, "", EVERY, EVERY, source=computed.expression)]
    rows = select_fields(view.seen(), fields, keys=keys_of(view=view, sort=""))[:SAMPLES]
    with within_time():
        (found,) = run(together([list_of(rows=rows, fields=fields)]), person_id=actor.person_id)
    return tuple(one.field.name for one in titles), orjson.loads(found)
