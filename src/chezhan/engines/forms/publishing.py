"""Put forms into force, out of it, and back to what they were: on the owner alias, with the ledger of the design."""

from collections.abc import Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.design import Design
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.versioned import require_fresh
from chezhan.catalogue.definitions.versions import Versions, told_of
from chezhan.catalogue.records.steps import users_of_form
from chezhan.engines.forms.checking import check_form
from chezhan.engines.forms.drafts import get_form
from chezhan.engines.forms.models import Form, FormVersion
from chezhan.engines.forms.refusals import (
    DraftChanged,
    FormHasProblems,
    FormInUse,
    NothingToPublish,
    UnknownForm,
    UnknownVersion,
)

VERSIONS = Versions("form", Form, FormVersion, ("name", "roles", "purposes", "layout"), UnknownForm, UnknownVersion)


def publish_form(*, actor: Actor, form_id: UUID, draft_version: int, note: str = "") -> int:
    """Answers the number of the new version. Raises Forbidden, UnknownForm, DraftChanged, FormHasProblems,
    NothingToPublish and what change_design raises.
    """
    form = get_form(actor=actor, form_id=form_id)
    checked = check_form(actor=actor, form=form)
    if checked.problems:
        raise FormHasProblems(params={"count": len(checked.problems)})

    def work(design: Design) -> int:
        row = VERSIONS.locked(design=design, draft_id=form_id)
        require_fresh(draft=row, draft_version=draft_version, changed=DraftChanged)
        last = None if row.published is None else VERSIONS.numbered(design=design, draft=row, number=row.published)
        if last is not None and not VERSIONS.differs(row, last):
            raise NothingToPublish
        return VERSIONS.put(design=design, draft=row, note=note)

    return change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def roll_back_form(*, actor: Actor, form_id: UUID, number: int) -> int:
    """A new version that is as version `number` was; the draft becomes it too. Raises UnknownVersion, and as
    publish_form, but no DraftChanged."""
    form = get_form(actor=actor, form_id=form_id)
    old = FormVersion.objects.filter(form=form, number=number).first()
    if old is None:
        raise UnknownVersion
    VERSIONS.take(draft=form, version=old)
    checked = check_form(actor=actor, form=form)
    if checked.problems:
        raise FormHasProblems(params={"count": len(checked.problems)})

    def work(design: Design) -> int:
        return VERSIONS.put_back(design=design, draft_id=form_id, number=number)

    return change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def withdraw_form(*, actor: Actor, form_id: UUID) -> None:
    """Out of force; its draft and its history stay. Raises Forbidden, UnknownForm, FormInUse."""
    get_form(actor=actor, form_id=form_id)

    def work(design: Design) -> None:
        row = VERSIONS.locked(design=design, draft_id=form_id)
        if row.published is not None:
            if names := users_of_form(form=form_id, using=design.using):
                raise FormInUse(params={"names": ", ".join(names), "names_zh": "、".join(names)})
            before, row.published = row.published, None
            row.save(using=design.using, update_fields=["published"])
            design.enter("form_withdrawn", entity=row.entity, field="", before=told_of(row, before), after=None)

    change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def order_forms(*, actor: Actor, entity: str, form_ids: Sequence[UUID]) -> None:
    """The forms of a kind of record in the order in which they are tried. Raises UnknownForm."""

    def work(design: Design) -> None:
        VERSIONS.order(design=design, entity=entity, ids=form_ids)

    change_design(actor=actor, store=actor.in_store, origin="store", work=work)
