"""Steps that somebody is asked to take, and the forms by which records are shown in them. What leads people from step
to step and what lays records out do not know each other: both sign on here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import FieldNotInStep, StepFormGone, UnknownStep

StepRight = Literal["hidden", "read", "write", "required"]
OPEN = ("write", "required")


@dataclass(frozen=True, slots=True)
class Step:
    """`form`: by which the record is shown; None for whichever is the person's own. `rights`: of the fields that the
    step names. With a form, those that are not named are as the form has them; without one, they are only looked at.
    """

    form: UUID | None
    rights: Mapping[str, StepRight]


@dataclass(frozen=True, slots=True)
class AskedStep:
    """A step that somebody is asked to take, on this record."""

    entity: str
    record_id: UUID
    step: Step


@dataclass(frozen=True, slots=True)
class StepForm:
    """A form in force before one viewer. `entered`: the fields that it has and does not keep read-only throughout."""

    name: str
    entered: frozenset[str]


FormSource = Callable[[Actor, View, UUID], StepForm | None]
# By what the step is asked by. `writing`: it must still be open. Raises AppError.
AskedSource = Callable[[Actor, UUID, bool], AskedStep]
# The names of what shows records by this form, read by this database alias.
UseSource = Callable[[UUID, str], Sequence[str]]
_forms: list[FormSource] = []
_asked: list[AskedSource] = []
_uses: list[UseSource] = []


def forms_by(source: FormSource) -> FormSource:
    """Sign on; once, when the app is ready. So do the next two."""
    _forms.append(source)
    return source


def asked_by(source: AskedSource) -> AskedSource:
    _asked.append(source)
    return source


def uses_by(source: UseSource) -> UseSource:
    _uses.append(source)
    return source


def find_step_form(*, actor: Actor, view: View, form: UUID) -> StepForm | None:
    """None for one that is not in force, or of another kind of record."""
    return next((found for source in _forms if (found := source(actor, view, form)) is not None), None)


def asked_step(*, actor: Actor, asked: UUID, entity: str, record_id: UUID | None = None, writing: bool = False) -> Step:
    """What the actor is asked by this id, on that record. Raises UnknownStep, and what the layer that asks does."""
    for source in _asked:
        found = source(actor, asked, writing)
        if found.entity == entity and record_id in (None, found.record_id):
            return found.step
    raise UnknownStep


def users_of_form(*, form: UUID, using: str) -> list[str]:
    return [name for source in _uses for name in source(form, using)]


def entered_in(*, actor: Actor, view: View, step: Step) -> frozenset[str]:
    """The fields that may be filled in there: the narrower of the form and the step. Raises StepFormGone."""
    opened = frozenset(name for name, right in step.rights.items() if right in OPEN)
    if step.form is None:
        return opened
    form = find_step_form(actor=actor, view=view, form=step.form)
    if form is None:
        raise StepFormGone
    return form.entered - (step.rights.keys() - opened)


def require_in_step(*, actor: Actor, view: View, step: Step, names: Sequence[str]) -> None:
    """Raises FieldNotInStep, StepFormGone."""
    entered = entered_in(actor=actor, view=view, step=step)
    for name in names:
        if name not in entered:
            raise FieldNotInStep(params={"field": name})
