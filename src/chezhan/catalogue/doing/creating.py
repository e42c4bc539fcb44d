"""Make a record of another kind, linked to the one at hand."""

from collections.abc import Sequence
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.doing.refusals import BadAction
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.doing.values import FIELDS, GivenValue, refused_values, values_for
from chezhan.catalogue.part import Chosen
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.catalogue.records.writes.saving import create_records
from chezhan.catalogue.types import LINK
from chezhan.kernel.errors import AppError


class DoCreate(Doing):
    """A record of another kind; `link`: its field that leads to this record, empty for none. Formulas are calculated of
    this record. It is owned by whoever owns this one.
    """

    kind: Literal["create"] = "create"
    entity: Chosen = ""
    link: Chosen = ""
    fields: tuple[GivenValue, ...] = Field((), max_length=FIELDS)


class Creating(ActionKind):
    kind = "create"
    part = DoCreate

    def problems(self, *, actor: Actor, view: View, action: DoCreate) -> list[AppError]:
        if not action.entity:
            return [BadAction(code="action_without_kind")]
        try:
            there = _there(view, action)
        except AppError as error:
            return [error]
        try:
            check_names(
                view=there,
                names=[*(one.field for one in action.fields), *([action.link] if action.link else [])],
                new=True,
            )
        except AppError as error:
            return [error]
        given = {action.link, *(one.field for one in action.fields)}
        missing = [
            BadAction(
                code="action_lacks_required",
                params={"field": field.name, "label": field.label.en, "label_zh": field.label.zh},
            )
            for field in there.entity.fields.values()
            if field.required
            and not field.fixed
            and not field.retired
            and field.default is None
            and field.name not in given
        ]
        return [*missing, *refused_values(actor=actor, view=view, there=there, fields=action.fields)]

    def fits_deleted(self, action: DoCreate) -> bool:
        return not action.link

    def apply(self, *, actor: Actor, view: View, action: DoCreate, record_ids: Sequence[UUID], why: Why) -> Effects:
        there = _there(view, action)
        owners = dict(
            select_as(view.seen().filter(id__in=list(record_ids)).values_list("id", "owner"), person_id=actor.person_id)
        )
        effects: Effects = {}
        for values, ids in values_for(actor=actor, view=view, fields=action.fields, record_ids=record_ids):
            rows = [_row(action, values, record_id, owners.get(record_id)) for record_id in ids]
            made = create_records(actor=actor, entity=there.entity.name, rows=rows)
            for record_id, new in zip(ids, made, strict=True):
                effects[record_id] = {"made": [[there.entity.name, str(new)]]}
        return effects


def _there(view: View, action: DoCreate) -> View:
    """Raises UnknownEntity, Forbidden, BadAction for a link that leads elsewhere."""
    kind = view.viewer.entity(action.entity)
    view.viewer.allow(kind, Action.CREATE)
    there = View(view.viewer, kind)
    if action.link:
        field = there.sight(action.link).field
        if field.type is not LINK or field.target != view.entity.name or field.fixed:
            raise BadAction(params={"where": "link"})
    return there


def _row(action: DoCreate, values: dict[str, Any], record_id: UUID, owner: UUID | None) -> dict[str, Any]:
    row = {"owner": None if owner is None else str(owner), **values}
    return {**row, action.link: str(record_id)} if action.link else row


CREATING = offers(Creating())
