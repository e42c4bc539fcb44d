"""Forms in steps of flows: the one that a step names, less what the step does not let be done."""

from dataclasses import replace
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import StepFormGone
from chezhan.catalogue.records.steps import Step, StepForm, forms_by
from chezhan.engines.forms.plan import FieldPlan, Plan
from chezhan.engines.forms.published import form_in_force
from chezhan.engines.forms.runtime import Seen, seen_by


@forms_by
def find_form(actor: Actor, view: View, form: UUID) -> StepForm | None:
    """Without fields that nobody of the viewer's roles enters by it."""
    found = form_in_force(actor=actor, entity=view.entity.name, form_id=form)
    if found is None:
        return None
    seen = seen_by(form=found, view=view)
    entered = {name for name, plan in seen.plan.fields.items() if not plan.read_only}
    return StepForm(found.name, frozenset(entered - seen.closed))


def seen_in_step(*, actor: Actor, view: View, step: Step, form: UUID) -> Seen:
    """Raises StepFormGone, FormUnreadable."""
    found = form_in_force(actor=actor, entity=view.entity.name, form_id=form)
    if found is None:
        raise StepFormGone
    seen = seen_by(form=found, view=view)
    fields = {name: _narrowed(plan, step.rights.get(name, "write")) for name, plan in seen.plan.fields.items()}
    kept = {name: plan for name, plan in fields.items() if plan is not None}
    return replace(seen, plan=Plan(kept, seen.plan.inner, ()))


def _narrowed(plan: FieldPlan, right: str) -> FieldPlan | None:
    """What the step does not let be filled in is not asked for either."""
    if right == "hidden":
        return None
    if right == "read":
        return replace(plan, read_only=True, required=False, required_when=None)
    return replace(plan, required=True) if right == "required" else plan
