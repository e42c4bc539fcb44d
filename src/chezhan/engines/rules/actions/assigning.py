"""Give the record to somebody."""

from collections.abc import Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.writes.people import nameable_of
from chezhan.catalogue.records.writes.refusals import NoSuchPerson
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.catalogue.records.writes.saving import change_records
from chezhan.engines.rules.actions.registry import Effects, offers
from chezhan.engines.rules.definition import DoAssign
from chezhan.engines.rules.refusals import BadRule
from chezhan.kernel.errors import AppError


class Assigning:
    kind = "assign"

    def problems(self, *, actor: Actor, view: View, action: DoAssign) -> list[AppError]:
        try:
            view.viewer.allow(view.entity, Action.ASSIGN)
            check_names(view=view, names=["owner"])
        except AppError as error:
            return [error]
        if action.to is None:
            return [BadRule(code="rule_without_person")]
        if action.to not in nameable_of(actor, view, ["owner"]).people:
            return [NoSuchPerson(params={"field": "owner"})]
        return []

    def apply(self, *, actor: Actor, view: View, action: DoAssign, record_ids: Sequence[UUID]) -> Effects:
        view.viewer.allow(view.entity, Action.ASSIGN)
        values = {"owner": str(action.to)}
        touches = change_records(actor=actor, entity=view.entity.name, ids=list(record_ids), values=values)
        return {record_id: {"fields": ["owner"]} for record_id in touches}


ASSIGNING = offers(Assigning())
