"""Do with the record what people do with it, by a verb of its kind."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from pydantic import Field

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.doing.refusals import BadAction
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.doing.values import FIELDS, GivenValue, refused_values, values_for
from chezhan.catalogue.part import Chosen
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.verbs.doing import asked, do, verb_of
from chezhan.catalogue.records.writes.refusals import NotWritable
from chezhan.catalogue.records.writes.saving import BATCH_LIMIT
from chezhan.catalogue.verb import Verb
from chezhan.kernel.errors import AppError


class DoVerb(Doing):
    """`fields`: of those that the verb asks for."""

    kind: Literal["do"] = "do"
    verb: Chosen = ""
    fields: tuple[GivenValue, ...] = Field((), max_length=FIELDS)


class Moving(ActionKind):
    kind = "do"
    part = DoVerb

    def problems(self, *, actor: Actor, view: View, action: DoVerb) -> list[AppError]:
        if not action.verb:
            return [BadAction(code="action_without_verb")]
        try:
            verb = verb_of(view.entity, action.verb, by=actor)
            asked(view=view, verb=verb, names=[one.field for one in action.fields])
            if view.lens.highest(view.entity.state) < Right.WRITE:
                raise NotWritable(params={"field": view.entity.state})
        except AppError as error:
            return [error]
        return refused_values(actor=actor, view=view, there=view, fields=action.fields)

    def apply(self, *, actor: Actor, view: View, action: DoVerb, record_ids: Sequence[UUID], why: Why) -> Effects:
        effects: Effects = {}
        left = _not_there_yet(view, verb_of(view.entity, action.verb, by=actor), record_ids)
        for values, ids in values_for(actor=actor, view=view, fields=action.fields, record_ids=left):
            for first in range(0, len(ids), BATCH_LIMIT):
                part = ids[first : first + BATCH_LIMIT]
                touches = do(actor=actor, entity=view.entity.name, verb=action.verb, ids=part, values=values)
                effects |= {record_id: {"fields": sorted(touch.before)} for record_id, touch in touches.items()}
        return effects

    def written(self, action: DoVerb) -> set[str]:
        return {one.field for one in action.fields}


def _not_there_yet(view: View, verb: Verb, record_ids: Sequence[UUID]) -> Sequence[UUID]:
    """What somebody did by hand just before is done, and no fault of who would have done it now."""
    if not verb.to or verb.to in verb.of:
        return record_ids
    state = view.entity.fields[view.entity.state].column
    rows = view.entity.model._default_manager.filter(id__in=list(record_ids), **{state: verb.to})
    there = set(rows.values_list("id", flat=True))
    return [one for one in record_ids if one not in there]


MOVING = offers(Moving())
