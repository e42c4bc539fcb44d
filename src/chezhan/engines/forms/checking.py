"""What stands in the way of publishing, beyond the form itself: who could not follow it. And whom it will reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.book import Book, book_of
from chezhan.access.rights import Action, Right
from chezhan.access.roles import BY_KEY
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import Viewer
from chezhan.engines.forms.compiler import Compiled, Problem, compile_form
from chezhan.engines.forms.layout import read_layout
from chezhan.engines.forms.models import Form
from chezhan.engines.forms.plan import Plan
from chezhan.engines.forms.published import CREATE, PURPOSES, Published, forms_of
from chezhan.engines.forms.rows import problems_of_rows
from chezhan.engines.forms.runtime import sees, unread
from chezhan.kernel import clock


@dataclass(frozen=True, slots=True)
class Reach:
    """People of one role: the form that they enter records of this kind by, before and after. Empty for none."""

    role: str
    people: int
    purpose: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Checked:
    problems: Sequence[Problem]
    reach: Sequence[Reach]


def check_form(*, actor: Actor, form: Form) -> Checked:
    """Of the draft. Raises UnknownEntity for a kind of record that is there no more."""
    catalogue, book = of_store(actor.in_store), book_of(actor.in_store)
    entity = catalogue.entity_named(form.entity)
    creating = not form.purposes or CREATE in form.purposes
    made = compiled_draft(form=form, entity=entity, creating=creating)
    roles = sorted(form.roles) or [role for role in _roles(book) if _writes(view_of_role(actor, entity, role))]
    rows = problems_of_rows(layout=read_layout(form.layout), entity=entity, catalogue=catalogue)
    problems = [*made.problems, *rows, *_unknown_roles(form, book)]
    for role in roles:
        problems += _hidden(view_of_role(actor, entity, role), made.plan, role, form)
    return Checked(problems, reach_of(actor=actor, form=form, book=book))


def compiled_draft(*, form: Form, entity: Entity, creating: bool = True) -> Compiled:
    return compile_form(
        layout=read_layout(form.layout), entity=entity, today=clock.today(), now=clock.now(), creating=creating
    )


def reach_of(*, actor: Actor, form: Form, book: Book) -> list[Reach]:
    """Only where this form comes, goes or stays in force."""
    before = [one for one in forms_of(actor.in_store) if one.entity == form.entity]
    after = _with(before, form)
    held: dict[str, set[UUID]] = {}
    for one in colleagues_of(store=actor.in_store):
        for role in one.roles:
            held.setdefault(role, set()).add(one.id)
    found = []
    for role in sorted(held, key=_roles(book).index):
        for purpose in PURPOSES:
            was, now = (_first(forms, role, purpose) for forms in (before, after))
            if form.id in (was[0], now[0]):
                found.append(Reach(role, len(held[role]), purpose, was[1], now[1]))
    return found


def _first(forms: Sequence[Published], role: str, purpose: str) -> tuple[UUID | None, str]:
    fitting = (one for one in forms if one.fits(roles=frozenset({role}), purpose=purpose))
    return next(((one.form_id, one.name) for one in fitting), (None, ""))


def _with(forms: Sequence[Published], form: Form) -> list[Published]:
    """The forms in force as they would be, in their order."""
    places = {one.id: (one.position, str(one.id)) for one in Form.objects.filter(entity=form.entity)}
    draft = Published(
        id=form.id,
        form_id=form.id,
        number=0,
        entity=form.entity,
        name=form.name,
        roles=frozenset(form.roles),
        purposes=frozenset(form.purposes),
        readable=read_layout(form.layout),
        tells_time=False,
    )
    kept = [one for one in forms if one.form_id != form.id and one.form_id in places]
    return sorted([*kept, draft], key=lambda one: places[one.form_id])


def _roles(book: Book) -> list[str]:
    return [*BY_KEY, *book.roles]


def view_of_role(actor: Actor, entity: Entity, role: str) -> View:
    catalogue = of_store(actor.in_store)
    book = book_of(actor.in_store)
    roles = frozenset({role})
    viewer = Viewer(
        roles=roles,
        policies=book.digest,
        definitions=catalogue.digest,
        minute=clock.now().replace(second=0, microsecond=0) if catalogue.tells_time else None,
        book=book,
        catalogue=catalogue,
    )
    return View(viewer, entity)


def _writes(view: View) -> bool:
    fields = view.entity.fields
    return view.lens.open and (
        Action.CREATE in view.lens.actions or any(view.lens.highest(name) >= Right.WRITE for name in fields)
    )


def _unknown_roles(form: Form, book: Book) -> list[Problem]:
    known = _roles(book)
    return [Problem("form_unknown_role", params={"role": role}) for role in form.roles if role not in known]


def _hidden(view: View, plan: Plan, role: str, form: Form) -> list[Problem]:
    """Conditions that rest on what this role may not read: by their answers it would learn it."""
    if not view.lens.open:
        return []
    parts = {part.field: part.id for _, _, part in read_layout(form.layout).fields()}
    asked = [(parts[name], one) for name, made in plan.fields.items() if sees(view, name) for one in made.conditions]
    asked += list(plan.inner.items())
    found: dict[tuple[str, str], Problem] = {}
    for part, condition in asked:
        if condition.typed is None:
            continue
        for name in unread(view, condition):
            label = view.entity.fields[name].label
            params = {"role": role, "field": name, "label": label.en, "label_zh": label.zh}
            found.setdefault((part, name), Problem("form_reads_hidden", part, "", params))
    return list(found.values())
