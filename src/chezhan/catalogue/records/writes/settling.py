"""What was agreed is changed by hand no more: a kind of record says what, and in which states it is still open."""

from collections.abc import Collection, Mapping
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import Step
from chezhan.catalogue.records.writes.cleaning import column_of
from chezhan.catalogue.records.writes.refusals import Settled
from chezhan.catalogue.records.writes.watching import Watch, watched_by
from chezhan.kernel.errors import AppError


class _Settled:
    def __init__(self, view: View) -> None:
        self.view = view

    def filled(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        return row

    def concerns(self, names: Collection[str]) -> bool:
        """A verb says what it asks for, and names the state."""
        return self.view.entity.state not in names and not self.view.entity.settled.isdisjoint(names)

    def judge(self, draft: Draft, names: Collection[str]) -> dict[str, AppError]:
        entity = self.view.entity
        if draft.is_new or draft.current[entity.state] in entity.open_in:
            return {}
        state = _label(entity, draft.current[entity.state])
        changed = draft.changed
        return {
            name: Settled(params={"field": name, **state})
            for name in names
            if name in entity.settled and column_of(self.view, entity.fields[name]).attname in changed
        }


def _label(entity: Entity, state: str) -> dict[str, str]:
    label = next(option.label for option in entity.fields[entity.state].options if option.value == state)
    return {"state": label.en, "state_zh": label.zh}


@watched_by
def settled(actor: Actor, view: View, new: bool, step: Step | None) -> Watch | None:
    return _Settled(view) if view.entity.settled and not new else None
