"""A form before one viewer: what the viewer may not see is not in it, nor is what hangs on that."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import Viewer
from chezhan.catalogue.records.writes.cleaning import column_of
from chezhan.engines.forms.compiler import Compiled
from chezhan.engines.forms.plan import Condition, FieldPlan, Plan
from chezhan.engines.forms.published import Published, compiled, form_for, lasting
from chezhan.engines.forms.schema import attribute_of, reader
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.latest import Latest

Record = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """`closed`: fields whose conditions rest on what the viewer may not read, or can't be made any more: nobody of
    these roles enters them, whatever the records hold. `hidden`: tabs, sections and notes of which the same is true.
    """

    form: Published
    view: View
    plan: Plan
    closed: frozenset[str]
    hidden: frozenset[str]

    def record(self, values: Mapping[str, Any]) -> Record:
        """By field, of a row by attribute; what it does not say is as the table would have it."""
        found: Record = {}
        for name in self.plan.names | self.plan.fields.keys():
            field = self.view.entity.fields[name]
            if field.fixed and ("__" in field.column or field.formula):
                continue
            attribute = attribute_of(self.view.entity, field)
            column = column_of(self.view, field)
            value = values[attribute] if attribute in values else column.get_default()
            found[name] = reader(self.view.entity, field)(value)
        return found


_seen: Latest[Seen] = Latest(500)


def seen_form(*, actor: Actor, view: View, purpose: str) -> Seen | None:
    form = form_for(actor=actor, entity=view.entity.name, purpose=purpose)
    return None if form is None else seen_by(form=form, view=view)


def seen_by(*, form: Published, view: View) -> Seen:
    key: tuple[Viewer, UUID, Any] = (view.viewer, form.id, lasting(form))
    known = _seen.find(key)
    if known is not None:
        return known
    made = compiled(form, entity=view.entity, digest=view.viewer.catalogue.digest)
    return _seen.keep(key, seen_in(form=form, view=view, made=made))


def seen_in(*, form: Published, view: View, made: Compiled) -> Seen:
    """What is left of a compiled form before this viewer."""
    fields, closed = {}, set(made.broken)
    for name, plan in made.plan.fields.items():
        if sees(view, name):
            fields[name] = plan
            if not all(may_ask(view, one) for one in plan.conditions):
                closed.add(name)
    inner = {part: one for part, one in made.plan.inner.items() if may_ask(view, one)}
    hidden = frozenset(made.plan.inner) - inner.keys()
    kept = Plan(
        {name: _without(plan) if name in closed else plan for name, plan in fields.items()},
        inner,
        tuple(name for name in made.plan.order if name in fields and name not in closed),
    )
    return Seen(form, view, kept, frozenset(closed & fields.keys()), hidden)


def _without(plan: FieldPlan) -> FieldPlan:
    """A closed field's conditions are never asked."""
    return FieldPlan(name=plan.name, read_only=True)


def sees(view: View, name: str) -> bool:
    try:
        view.sight(name)
    except UnknownField:
        return False
    return True


def may_ask(view: View, condition: Condition) -> bool:
    """Whether the viewer reads all that the condition takes, on every record that the viewer sees."""
    return condition.typed is not None and not unread(view, condition)


def unread(view: View, condition: Condition) -> list[str]:
    """The fields of which the viewer would learn something. A mask tells whether a field is empty, and no more."""
    asked = [*((name, Right.READ) for name in condition.reads), *((name, Right.MASKED) for name in condition.peeks)]
    return sorted(name for name, right in asked if not (sees(view, name) and view.granted(name, right).always))
