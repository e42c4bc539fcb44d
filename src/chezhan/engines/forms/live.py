"""A form as the browser shows it, and what it says of what is being entered: by the plan that writes are judged by."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import load_rows
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.steps import asked_step
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.engines.forms.enforcing import cleaned, defaults_of
from chezhan.engines.forms.layout import FieldPart, NotePart, RowsPart, Section, Tab, Words
from chezhan.engines.forms.plan import FieldPlan
from chezhan.engines.forms.rows import columns_seen
from chezhan.engines.forms.runtime import Record, Seen, seen_form, sees
from chezhan.engines.forms.stepping import seen_in_step


def read_form(*, actor: Actor, entity: str, purpose: str, step: UUID | None = None) -> dict[str, Any] | None:
    """None where no form is in force for the actor. `step`: what a flow asks them, shown by the form of that step.
    Raises UnknownEntity, Forbidden, and what asked_step does.
    """
    seen = _seen(actor, entity, purpose, step)
    return None if seen is None else form_as_json(seen)


def read_state(
    *,
    actor: Actor,
    entity: str,
    purpose: str,
    record_id: UUID | None,
    values: Mapping[str, Any],
    step: UUID | None = None,
) -> dict[str, Any] | None:
    """`values`: what was entered so far, as the API takes it. Raises as read_form, and UnknownRecord."""
    seen = _seen(actor, entity, purpose, step)
    if seen is None:
        return None
    row: Mapping[str, Any] = {}
    if record_id is not None:
        require_seen(actor=actor, entity=entity, record_id=record_id)
        row = load_rows(model=seen.view.entity.model, which=Q(id=record_id), lock=False)[record_id].current
    return state_as_json(seen, row=row, values=values, new=record_id is None)


def _seen(actor: Actor, entity: str, purpose: str, asked: UUID | None) -> Seen | None:
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    view = View(viewer, kind)
    if asked is not None:
        step = asked_step(actor=actor, asked=asked, entity=entity)
        if step.form is not None:
            return seen_in_step(actor=actor, view=view, step=step, form=step.form)
    return seen_form(actor=actor, view=view, purpose=purpose)


def form_as_json(seen: Seen) -> dict[str, Any]:
    """Without what the viewer does not see. `asks`: the fields of which a change may change an answer."""
    form = seen.form
    return {
        "id": form.form_id,
        "version": form.number,
        "name": form.name,
        "tabs": [_tab(tab, seen) for tab in form.layout.tabs if tab.id not in seen.hidden],
        "asks": sorted(name for name in seen.plan.names if sees(seen.view, name)),
    }


def state_as_json(seen: Seen, *, row: Mapping[str, Any], values: Mapping[str, Any], new: bool) -> dict[str, Any]:
    """`row`: the record as it is kept, by attribute; empty for a new one."""
    told = {name: value for name, value in values.items() if sees(seen.view, name)}
    defaults = defaults_of(seen, told) if new else {}
    after = seen.record({**row, **cleaned(seen.view, {**defaults, **told})})
    before = after if new else seen.record(row)
    return {
        "fields": {name: _field(plan, before, after) for name, plan in seen.plan.fields.items()},
        "hidden": sorted(part for part, condition in seen.plan.inner.items() if not condition.holds(after)),
        "defaults": defaults,
    }


def _field(plan: FieldPlan, before: Record, after: Record) -> dict[str, Any]:
    return {
        "shown": plan.is_shown(after),
        "required": plan.is_required(after),
        "read_only": plan.is_read_only(before),
        "refused": [_words(rule.message) for rule in plan.refused(after)],
    }


def _tab(tab: Tab, seen: Seen) -> dict[str, Any]:
    sections = [_section(section, seen) for section in tab.sections if section.id not in seen.hidden]
    return {"id": tab.id, "label": _words(tab.label), "sections": [one for one in sections if one["parts"]]}


def _section(section: Section, seen: Seen) -> dict[str, Any]:
    parts = [part for part in section.parts if _is_there(part, seen)]
    return {
        "id": section.id,
        "label": _words(section.label),
        "columns": section.columns,
        "parts": [_part(part, seen) for part in parts],
    }


def _is_there(part: FieldPart | NotePart | RowsPart, seen: Seen) -> bool:
    if isinstance(part, NotePart):
        return part.id not in seen.hidden
    if isinstance(part, RowsPart):
        return part.id not in seen.hidden and bool(columns_seen(part, seen.view))
    return part.field in seen.plan.fields and part.field not in seen.closed


def _part(part: FieldPart | NotePart | RowsPart, seen: Seen) -> dict[str, Any]:
    if isinstance(part, RowsPart):
        return {
            "kind": "rows",
            "id": part.id,
            "entity": part.entity,
            "via": part.via,
            "columns": columns_seen(part, seen.view),
            "label": _words(part.label) if part.label else None,
            "width": part.width,
            "read_only": part.read_only,
        }
    if isinstance(part, NotePart):
        return {"kind": "note", "id": part.id, "text": _words(part.text), "width": part.width}
    plan = seen.plan.fields[part.field]
    return {
        "kind": "field",
        "id": part.id,
        "field": part.field,
        "label": _words(part.label) if part.label else None,
        "help": _words(part.help) if part.help else None,
        "placeholder": _words(part.placeholder) if part.placeholder else None,
        "width": part.width,
        "required": plan.required,
        "read_only": plan.read_only,
    }


def _words(words: Words) -> dict[str, str]:
    return {"zh": words.zh or words.en, "en": words.en or words.zh}
