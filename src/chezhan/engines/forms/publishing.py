"""Put forms into force, out of it, and back to what they were: on the owner alias, with the ledger of the design."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.design import Design
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.versioned import require_fresh
from chezhan.engines.forms.checking import check_form
from chezhan.engines.forms.drafts import get_form
from chezhan.engines.forms.models import Form, FormVersion
from chezhan.engines.forms.refusals import (
    DraftChanged,
    FormHasProblems,
    NothingToPublish,
    UnknownForm,
    UnknownVersion,
)
from chezhan.kernel import clock

CONTENT = ("name", "roles", "purposes", "layout")
NOTE = 200


def publish_form(*, actor: Actor, form_id: UUID, draft_version: int, note: str = "") -> int:
    """Answers the number of the new version. Raises Forbidden, UnknownForm, DraftChanged, FormHasProblems,
    NothingToPublish and what change_design raises.
    """
    form = get_form(actor=actor, form_id=form_id)
    checked = check_form(actor=actor, form=form)
    if checked.problems:
        raise FormHasProblems(params={"count": len(checked.problems)})

    def work(design: Design) -> int:
        row = _locked(design, form_id)
        require_fresh(draft=row, draft_version=draft_version, changed=DraftChanged)
        if row.published is not None and not differs(row, _version(design, row, row.published)):
            raise NothingToPublish
        return _put(design, row, note=note)

    return change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def roll_back_form(*, actor: Actor, form_id: UUID, number: int) -> int:
    """A new version that is as version `number` was; the draft becomes it too. Raises UnknownVersion, and as
    publish_form, but no DraftChanged."""
    form = get_form(actor=actor, form_id=form_id)
    old = FormVersion.objects.filter(form=form, number=number).first()
    if old is None:
        raise UnknownVersion
    _take(form, old)
    checked = check_form(actor=actor, form=form)
    if checked.problems:
        raise FormHasProblems(params={"count": len(checked.problems)})

    def work(design: Design) -> int:
        row = _locked(design, form_id)
        _take(row, _version(design, row, number))
        row.draft_version += 1
        row.changed_at, row.changed_by = clock.now(), actor.person_id
        return _put(design, row, back_to=number)

    return change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def withdraw_form(*, actor: Actor, form_id: UUID) -> None:
    """Out of force; its draft and its history stay. Raises Forbidden, UnknownForm."""
    get_form(actor=actor, form_id=form_id)

    def work(design: Design) -> None:
        row = _locked(design, form_id)
        if row.published is not None:
            before, row.published = row.published, None
            row.save(using=design.using, update_fields=["published"])
            design.enter("form_withdrawn", entity=row.entity, field="", before=_told(row, before), after=None)

    change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def order_forms(*, actor: Actor, entity: str, form_ids: Sequence[UUID]) -> None:
    """The forms of a kind of record in the order in which they are tried. Raises UnknownForm."""

    def work(design: Design) -> None:
        rows = {
            row.id: row for row in Form.objects.using(design.using).filter(entity=entity).order_by("position", "id")
        }
        if set(form_ids) - rows.keys():
            raise UnknownForm
        after = [*dict.fromkeys(form_ids), *(one for one in rows if one not in set(form_ids))]
        if after == list(rows):
            return
        before = [rows[one].name for one in rows]
        for position, form_id in enumerate(after, start=1):
            Form.objects.using(design.using).filter(id=form_id).update(position=position)
        design.enter("forms_reordered", entity=entity, field="", before=before, after=[rows[one].name for one in after])

    change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def differs(form: Form, version: FormVersion | None) -> bool:
    """Whether the draft says something else than the version."""
    return version is None or any(getattr(form, name) != getattr(version, name) for name in CONTENT)


def _locked(design: Design, form_id: UUID) -> Form:
    row = Form.objects.using(design.using).select_for_update().filter(id=form_id).first()
    if row is None:
        raise UnknownForm
    return row


def _version(design: Design, form: Form, number: int) -> FormVersion:
    found = FormVersion.objects.using(design.using).filter(form_id=form.id, number=number).first()
    if found is None:
        raise UnknownVersion
    return found


def _take(form: Form, version: FormVersion) -> None:
    for name in CONTENT:
        setattr(form, name, getattr(version, name))


def _put(design: Design, form: Form, *, note: str = "", back_to: int | None = None) -> int:
    last = FormVersion.objects.using(design.using).filter(form_id=form.id).order_by("-number").first()
    number = (last.number if last else 0) + 1
    FormVersion(
        form_id=form.id,
        number=number,
        note=note.strip()[:NOTE],
        back_to=back_to,
        by=design.actor.person_id,
        by_name=design.actor.person_name[:120],
        **{name: getattr(form, name) for name in CONTENT},
    ).save(using=design.using, force_insert=True)
    before, form.published = form.published, number
    form.save(using=design.using)
    kind = "form_published" if back_to is None else "form_rolled_back"
    told = None if before is None else _told(form, before)
    design.enter(kind, entity=form.entity, field="", before=told, after=_told(form, number))
    return number


def _told(form: Form, number: int) -> dict[str, Any]:
    return {"name": form.name, "number": number}
