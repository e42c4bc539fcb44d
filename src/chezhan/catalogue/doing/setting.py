"""Write fields of the record itself."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from pydantic import Field

from chezhan.access import Actor
from chezhan.catalogue.doing.refusals import BadAction
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.doing.values import FIELDS, GivenValue, refused_values, values_for
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.catalogue.records.writes.saving import BATCH_LIMIT, change_records
from chezhan.kernel.errors import AppError


class DoSet(Doing):
    kind: Literal["set"] = "set"
    fields: tuple[GivenValue, ...] = Field((), max_length=FIELDS)


class Setting(ActionKind):
    kind = "set"
    part = DoSet

    def problems(self, *, actor: Actor, view: View, action: DoSet) -> list[AppError]:
        if not action.fields:
            return [BadAction(params={"where": "fields"})]
        try:
            check_names(view=view, names=[one.field for one in action.fields])
        except AppError as error:
            return [error]
        return refused_values(actor=actor, view=view, there=view, fields=action.fields)

    def apply(self, *, actor: Actor, view: View, action: DoSet, record_ids: Sequence[UUID], why: Why) -> Effects:
        effects: Effects = {}
        for values, ids in values_for(actor=actor, view=view, fields=action.fields, record_ids=record_ids):
            for first in range(0, len(ids), BATCH_LIMIT):
                part = ids[first : first + BATCH_LIMIT]
                touches = change_records(actor=actor, entity=view.entity.name, ids=part, values=values)
                effects |= {record_id: {"fields": sorted(touch.before)} for record_id, touch in touches.items()}
        return effects

    def written(self, action: DoSet) -> set[str]:
        return {one.field for one in action.fields}


SETTING = offers(Setting())
