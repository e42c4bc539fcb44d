"""Every formula of a design resolved: its names, the kinds of its parts, what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chezhan.catalogue.definitions.composing import compose
from chezhan.catalogue.definitions.contracts import Definition
from chezhan.catalogue.definitions.formulas.refusals import FieldInUse, FormulaCycle, UsesBroken
from chezhan.catalogue.definitions.formulas.schema import DesignSchema, Tally
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.computing import RESULTS, TYPE_OF, read_kept
from chezhan.catalogue.whole import Catalogue
from chezhan.expressions import Kind, resolve
from chezhan.expressions.fitting import mismatch
from chezhan.expressions.limits import too_large
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

# Of a formula with those of all computed fields that it names: they all become one statement.
PARTS = 3_000
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    kind: Kind
    parts: int


@dataclass
class Checker:
    """`retired`: (entity, field) of what is there no more."""

    catalogue: Catalogue
    retired: frozenset[Key] = frozenset()
    _known: dict[Key, Made | AppError] = field(default_factory=dict)
    _making: list[tuple[Key, str]] = field(default_factory=list)

    def check(self, entity: Entity, field: Field) -> Made:
        """Raises what read_formula and resolve raise, and the refusals of formulas."""
        key = (entity.name, field.name)
        if key in (keys := [one for one, _ in self._making]):
            way = [label for _, label in self._making[keys.index(key) :]] + [field.label.zh]
            raise FormulaCycle(params={"fields": " → ".join(way)})
        if key not in self._known:
            self._making.append((key, field.label.zh))
            try:
                self._known[key] = self._made(entity, field)
            except AppError as refusal:
                self._known[key] = refusal
            finally:
                self._making.pop()
        found = self._known[key]
        if isinstance(found, AppError):
            raise found
        return found

    def named(self, entity: Entity, field: Field) -> Made:
        """As `check`, for a formula that names this field: its refusal has no place there."""
        try:
            return self.check(entity, field)
        except FormulaCycle as cycle:
            raise FormulaCycle(params={"fields": cycle.params["fields"]}) from None
        except AppError:
            raise UsesBroken(params={"name": field.name, "label": field.label.en, "label_zh": field.label.zh}) from None

    def _made(self, entity: Entity, field: Field) -> Made:
        formula, tally = read_kept(field.formula), Tally()
        result = field.settings.result
        typed = resolve(
            formula.expression,
            DesignSchema(self, entity, tally),
            today=clock.today(),
            now=clock.now(),
            kind=RESULTS[result] if result else None,
            positions=formula.positions,
        )
        if typed.kind not in TYPE_OF:
            raise mismatch("result", list(TYPE_OF), typed.kind)
        parts = len(formula.positions) + tally.parts
        if parts > PARTS:
            raise too_large("parts", PARTS)
        return Made(typed.kind, parts)


def checker_of(definition: Definition) -> Checker:
    retired = frozenset((one.entity, one.name) for one in definition.fields if one.retired)
    return Checker(compose(definition), retired)


def broken_in(definition: Definition) -> Mapping[Key, AppError]:
    """The computed fields that can't be made, each with why."""
    checker, found = checker_of(definition), {}
    for entity in checker.catalogue.entities:
        for one in entity.own_fields:
            if not one.formula:
                continue
            try:
                checker.check(entity, one)
            except AppError as refusal:
                found[entity.name, one.name] = refusal
    return found


def check_formulas(*, before: Definition, after: Definition, accept_use: bool = False) -> None:
    """What was written must be made; what was made before must be made still, unless that is accepted.

    Raises the refusals of the written formula, with its field; FieldInUse (409) with the labels of the others.
    """
    if not any(one.formula and not one.retired for one in after.fields):
        return
    broken = broken_in(after)
    if not broken:
        return
    said = _written(before)
    for key, refusal in broken.items():
        if said.get(key) != _written(after)[key]:
            raise _of_the_field(refusal)
    lost = broken.keys() - broken_in(before).keys()
    if lost and not accept_use:
        raise FieldInUse(params=_names(after, lost))


def _written(definition: Definition) -> dict[Key, tuple[str, str]]:
    """What is said of each computed field that is not retired."""
    fields = [one for one in definition.fields if one.formula and not one.retired]
    return {(one.entity, one.name): (one.formula, one.settings.get("result", "")) for one in fields}


def _of_the_field(refusal: AppError) -> AppError:
    refusal.fields = refusal.fields or {"formula": [refusal.message]}
    return refusal


def _names(definition: Definition, keys: set[Key]) -> dict[str, object]:
    labels = [(one.label_zh, one.label_en) for one in definition.fields if (one.entity, one.name) in keys]
    return {
        "count": len(labels),
        "formulas": ", ".join(en for _, en in labels)[:400],
        "formulas_zh": "、".join(zh for zh, _ in labels)[:400],
    }
