"""Make, change, keep, copy and retire templates. By who designs the store; in the request's own transaction."""

from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer, require_fresh, save_versioned
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.engines.printing.checking import problems_of
from chezhan.engines.printing.layout import layout_as_json, read_layout
from chezhan.engines.printing.models import PrintTemplate
from chezhan.engines.printing.refusals import (
    BadPrintLayout,
    TemplateChanged,
    TemplateHasProblems,
    TemplateNameTaken,
    TooManyTemplates,
    UnknownTemplate,
)
from chezhan.engines.printing.starting import Start, starting_layout
from chezhan.kernel import clock

TEMPLATES, NAME = 50, 60


def view_of(*, actor: Actor, entity: str) -> View:
    """Raises UnknownEntity, Forbidden."""
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    return View(viewer, kind)


def get_template(*, actor: Actor, template_id: UUID, lock: bool = False) -> PrintTemplate:
    """`lock`: to be changed. Raises Forbidden, UnknownTemplate."""
    require_designer(actor=actor, writes=lock)
    rows = PrintTemplate.objects.select_for_update() if lock else PrintTemplate.objects.all()
    found = rows.filter(id=template_id).first()
    if found is None:
        raise UnknownTemplate
    return found


def create_template(*, actor: Actor, entity: str, name: str, start: Start) -> PrintTemplate:
    """A draft that nobody prints with yet. Raises Forbidden, UnknownEntity, TemplateNameTaken, TooManyTemplates,
    BadPrintLayout."""
    require_designer(actor=actor, writes=True)
    view = view_of(actor=actor, entity=entity)
    language = "en" if actor.language == "en" else "zh"
    layout = layout_as_json(starting_layout(view=view, start=start, language=language))
    return _add(actor, PrintTemplate(entity=view.entity.name, name=_name(name), layout=layout))


def copy_template(*, actor: Actor, template_id: UUID, name: str) -> PrintTemplate:
    """A draft of its own. Raises as create_template, and UnknownTemplate."""
    model = get_template(actor=actor, template_id=template_id, lock=True)
    return _add(actor, PrintTemplate(entity=model.entity, name=_name(name), layout=model.layout))


def save_template(
    *, actor: Actor, template_id: UUID, draft_version: int, name: str | None, layout: Any
) -> PrintTemplate:
    """The draft; None stays as it was. The name holds at once. Raises TemplateChanged, BadPrintLayout,
    TemplateNameTaken, and as get_template."""
    draft = _fresh(actor, template_id, draft_version)
    if name is not None:
        draft.name = _name(name)
    if layout is not None:
        draft.layout = layout_as_json(read_layout(layout))
    return _save(actor, draft)


def keep_template(*, actor: Actor, template_id: UUID, draft_version: int) -> PrintTemplate:
    """From now on the draft is what is printed. Raises TemplateHasProblems, and as save_template."""
    draft = _fresh(actor, template_id, draft_version)
    view = view_of(actor=actor, entity=draft.entity)
    problems = problems_of(view=view, layout=read_layout(draft.layout))
    if problems:
        raise TemplateHasProblems(params={"count": len(problems)})
    draft.kept, draft.kept_at, draft.retired = draft.layout, clock.now(), False
    return _save(actor, draft)


def discard_draft(*, actor: Actor, template_id: UUID) -> bool:
    """Back to what is kept. One that never was is deleted: answers whether."""
    draft = get_template(actor=actor, template_id=template_id, lock=True)
    if draft.kept is None:
        draft.delete()
        return True
    draft.layout = draft.kept
    _save(actor, draft)
    return False


def retire_template(*, actor: Actor, template_id: UUID, retired: bool) -> PrintTemplate:
    """No longer offered for print, or offered again."""
    draft = get_template(actor=actor, template_id=template_id, lock=True)
    draft.retired = retired
    return _save(actor, draft)


def _fresh(actor: Actor, template_id: UUID, draft_version: int) -> PrintTemplate:
    draft = get_template(actor=actor, template_id=template_id, lock=True)
    require_fresh(draft=draft, draft_version=draft_version, changed=TemplateChanged)
    return draft


def _name(name: str) -> str:
    name = name.strip()
    if not 0 < len(name) <= NAME or not name.isprintable():
        raise BadPrintLayout(params={"where": "name"}, fields={"name": [BadPrintLayout.message]})
    return name


def _add(actor: Actor, draft: PrintTemplate) -> PrintTemplate:
    if PrintTemplate.objects.filter(entity=draft.entity).count() >= TEMPLATES:
        raise TooManyTemplates(params={"limit": TEMPLATES})
    return _save(actor, draft, first=True)


def _save(actor: Actor, draft: PrintTemplate, *, first: bool = False) -> PrintTemplate:
    save_versioned(actor=actor, draft=draft, first=first, once="print_template_name_once", taken=TemplateNameTaken)
    return draft
