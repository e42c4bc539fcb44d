"""A promise stays with the order that it was given with: moved to another it would stand in nobody's way."""

from collections.abc import Collection, Mapping
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import Step
from chezhan.catalogue.records.writes.watching import Watch, watched_by
from chezhan.kernel.errors import AppError
from chezhan.modules.deliveries.refusals import PromiseOfOrder

ORDER = "order"


class _Kept:
    def filled(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        return row

    def concerns(self, names: Collection[str]) -> bool:
        return ORDER in names

    def judge(self, draft: Draft, names: Collection[str]) -> dict[str, AppError]:
        moved = "order_id" in draft.changed and draft.current["order_id"] is not None
        return {ORDER: PromiseOfOrder()} if moved else {}


@watched_by
def kept_by_orders(actor: Actor, view: View, new: bool, step: Step | None) -> Watch | None:
    return _Kept() if view.entity.name == "promise" and not new else None
