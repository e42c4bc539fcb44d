"""Layout to plan. Pure: the same layout over the same fields on the same day makes the same plan."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.types import FieldRefused
from chezhan.engines.forms.circles import circle_in, in_order
from chezhan.engines.forms.layout import Default, FieldPart, Layout, NotePart, RowsPart, Section, Tab, When
from chezhan.engines.forms.needed import needed_of
from chezhan.engines.forms.plan import Condition, FieldPlan, Plan, Rule
from chezhan.engines.forms.reads import names_in
from chezhan.engines.forms.schema import FormSchema
from chezhan.expressions import Kind, ast, read_formula, read_group, resolve
from chezhan.kernel.errors import AppError


@dataclass(frozen=True, slots=True)
class Problem:
    """`code`: of this module or of the refusal of an expression, `params` its words' placeholders. `part`: the id of
    the part that it is about; `place`: show_when, required_when, read_only_when, default, refusals or empty.
    """

    code: str
    part: str = ""
    place: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compiled:
    """`plan` is whole even with problems: what can't be made never holds, and its field is closed."""

    plan: Plan
    problems: tuple[Problem, ...]
    broken: frozenset[str]


def compile_form(
    *, layout: Layout, entity: Entity, today: dt.date, now: dt.datetime, creating: bool = True
) -> Compiled:
    """`creating`: whether the form is for new records too, so that required fields must be in it."""
    compiler = _Compiler(entity, today, now)
    fields = compiler.fields(layout)
    inner = compiler.inner(layout)
    compiler.circles(fields)
    if creating:
        compiler.unreachable(layout, fields)
    order = in_order({name: one.formula.names for name, one in fields.items() if one.formula})
    return Compiled(Plan(fields, inner, order), tuple(compiler.problems), frozenset(compiler.broken))


class _Compiler:
    def __init__(self, entity: Entity, today: dt.date, now: dt.datetime) -> None:
        self.entity, self.today, self.now = entity, today, now
        self.schema = FormSchema(entity)
        self.problems: list[Problem] = []
        self.broken: set[str] = set()

    def say(self, code: str, part: str = "", place: str = "", **params: Any) -> None:
        self.problems.append(Problem(code, part, place, params))

    def fields(self, layout: Layout) -> dict[str, FieldPlan]:
        """A condition around a field is made once for it, and its problem told once, by `inner`."""
        found: dict[str, FieldPlan] = {}
        around: dict[str, Condition | None] = {}
        for tab, section, part in layout.fields():
            known = self.entity.fields.get(part.field)
            if known is None or known.retired:
                self.say("form_unknown_field", part.id, field=part.field)
                continue
            if part.field in found:
                self.say("form_field_twice", part.id, **_named(known))
                continue
            shown = []
            for outer in (tab, section):
                if outer.id not in around:
                    around[outer.id] = self.quietly(outer.show_when)
                shown.append(around[outer.id])
            found[part.field] = self.field(part, known, [one for one in shown if one is not None])
        if not found:
            self.say("form_empty")
        return found

    def field(self, part: FieldPart, known: Field, around: list[Condition]) -> FieldPlan:
        own = self.condition(part.show_when, part.id, "show_when")
        rules = []
        for refusal in part.refusals:
            if not refusal.message:
                self.say("form_message_missing", part.id, "refusals", **_named(known))
            when = self.condition(refusal.when, part.id, "refusals")
            if when is not None:
                rules.append(Rule(when, refusal.message))
        fixed = known.fixed
        if fixed and (part.required or part.required_when or part.default):
            self.say("form_field_fixed", part.id, **_named(known))
        value, formula = self.default(part.default, part, known)
        made = FieldPlan(
            name=part.field,
            shown=tuple([*around, *([own] if own else [])]),
            required=part.required and not fixed,
            required_when=None if fixed else self.condition(part.required_when, part.id, "required_when"),
            read_only=part.read_only or fixed,
            read_only_when=self.condition(part.read_only_when, part.id, "read_only_when"),
            default=value,
            formula=formula,
            rules=tuple(rules),
        )
        if any(one.typed is None for one in made.conditions):
            self.broken.add(part.field)
        return made

    def inner(self, layout: Layout) -> dict[str, Condition]:
        found = {}
        for tab in layout.tabs:
            parts = (part for section in tab.sections for part in section.parts)
            others = [part for part in parts if not isinstance(part, FieldPart)]
            outer: list[Tab | Section | NotePart | RowsPart] = [tab, *tab.sections, *others]
            for one in outer:
                condition = self.condition(one.show_when, one.id, "show_when")
                if condition is not None:
                    found[one.id] = condition
        return found

    def quietly(self, when: When | None) -> Condition | None:
        told = len(self.problems)
        made = self.condition(when, "", "")
        del self.problems[told:]
        return made

    def condition(self, when: When | None, part: str, place: str) -> Condition | None:
        if when is None:
            return None
        try:
            tree = read_formula(when.formula).expression if when.formula.strip() else read_group(when.group)
            if isinstance(tree, ast.And | ast.Or) and not tree.conditions:
                self.say("form_condition_empty", part, place)
                return Condition(None)
            return self.made(tree, Kind.BOOLEAN)
        except AppError as refusal:
            self.say(refusal.code, part, place, **refusal.params)
            return Condition(None)

    def made(self, tree: Any, kind: Kind | None) -> Condition:
        """Raises what resolve raises, ConditionReach and ConditionUnfit."""
        reads, peeks = names_in(tree)
        return Condition(resolve(tree, self.schema, today=self.today, now=self.now, kind=kind), reads, peeks)

    def default(self, default: Default | None, part: FieldPart, known: Field) -> tuple[Any, Condition | None]:
        if default is None:
            return None, None
        try:
            if default.formula.strip():
                return None, self.made(read_formula(default.formula).expression, None)
            if default.value is not None and known.sensitivity != "sealed":
                known.type.clean(default.value, known)
                return default.value, None
            self.say("form_default_unfit", part.id, "default", **_named(known))
        except FieldRefused:
            self.say("form_default_unfit", part.id, "default", **_named(known))
        except AppError as refusal:
            self.say(refusal.code, part.id, "default", **refusal.params)
            return None, Condition(None)
        return None, None

    def circles(self, fields: Mapping[str, FieldPlan]) -> None:
        shown = {name: frozenset().union(*(when.names for when in one.shown)) for name, one in fields.items()}
        made = {name: one.formula.names for name, one in fields.items() if one.formula}
        for code, graph in (("form_show_circle", shown), ("form_default_circle", made)):
            way = circle_in(graph)
            if way:
                labels = [self.entity.fields[name].label for name in way]
                zh, en = (" → ".join(getattr(one, language) for one in labels) for language in ("zh", "en"))
                self.say(code, fields=en, fields_zh=zh, field=way[0])

    def unreachable(self, layout: Layout, fields: Mapping[str, FieldPlan]) -> None:
        """Fields that a new record can't be without must be asked for, whatever else was entered."""
        parts = {part.field: part.id for _, _, part in layout.fields()}
        for known in needed_of(self.entity):
            made = fields.get(known.name)
            if made is None:
                self.say("form_required_missing", **_named(known))
                continue
            given = made.default is not None or made.formula is not None
            if not given and (made.shown or made.read_only or made.read_only_when):
                self.say("form_required_hidden", parts[known.name], **_named(known))
        for name, made in fields.items():
            if made.required and made.read_only and made.default is None and made.formula is None:
                self.say("form_required_locked", parts[name], **_named(self.entity.fields[name]))


def _named(field: Field) -> dict[str, str]:
    return {"field": field.name, "label": field.label.en, "label_zh": field.label.zh}
