"""Give the record to somebody."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.doing.refusals import BadAction
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.writes.people import nameable_of
from chezhan.catalogue.records.writes.refusals import NoSuchPerson
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.catalogue.records.writes.saving import change_records
from chezhan.kernel.errors import AppError


class DoAssign(Doing):
    kind: Literal["assign"] = "assign"
    to: UUID | None = None


class Assigning(ActionKind):
    kind = "assign"
    part = DoAssign

    def problems(self, *, actor: Actor, view: View, action: DoAssign) -> list[AppError]:
        try:
            view.viewer.allow(view.entity, Action.ASSIGN)
            check_names(view=view, names=["owner"])
        except AppError as error:
            return [error]
        if action.to is None:
            return [BadAction(code="action_without_person")]
        if action.to not in nameable_of(actor, view, ["owner"]).people:
            return [NoSuchPerson(params={"field": "owner"})]
        return []

    def apply(self, *, actor: Actor, view: View, action: DoAssign, record_ids: Sequence[UUID], why: Why) -> Effects:
        view.viewer.allow(view.entity, Action.ASSIGN)
        values = {"owner": str(action.to)}
        touches = change_records(actor=actor, entity=view.entity.name, ids=list(record_ids), values=values)
        return {record_id: {"fields": ["owner"]} for record_id in touches}

    def written(self, action: DoAssign) -> set[str]:
        return {"owner"}


ASSIGNING = offers(Assigning())
