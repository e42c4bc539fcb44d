"""Rules and flows end tasks about a record that need no doing any more."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from pydantic import Field

from chezhan.access import Actor
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.kernel.errors import AppError
from chezhan.modules.work.doing import link_of, there_of
from chezhan.modules.work.services import ENTITY, OPEN, cancel_task, finish_task


class DoEndTasks(Doing):
    """`what`: of those that say this; empty for all open ones of the record. `result`: what is put down of it."""

    kind: Literal["end_tasks"] = "end_tasks"
    what: str = Field("", max_length=200)
    how: Literal["done", "cancelled"] = "done"
    result: str = Field("", max_length=200)


class EndingTasks(ActionKind):
    kind = "end_tasks"
    part = DoEndTasks

    def problems(self, *, actor: Actor, view: View, action: DoEndTasks) -> list[AppError]:
        try:
            there = there_of(view)
            check_names(view=there, names=["result"])
            link_of(there, view)
        except AppError as error:
            return [error]
        return []

    def apply(self, *, actor: Actor, view: View, action: DoEndTasks, record_ids: Sequence[UUID], why: Why) -> Effects:
        """A record of which nothing is open is left as it is."""
        there = there_of(view)
        link = link_of(there, view)
        rows = there.seen().filter(**{"status": OPEN, f"{link}__in": list(record_ids)})
        if action.what.strip():
            rows = rows.filter(what=action.what.strip())
        end = finish_task if action.how == "done" else cancel_task
        ended: dict[UUID, list[list[str]]] = defaultdict(list)
        for task_id, record_id in select_as(rows.order_by("id").values_list("id", link), person_id=actor.person_id):
            end(actor=actor, task_id=task_id, result=action.result or None)
            ended[record_id].append([ENTITY, str(task_id)])
        return {record_id: {"ended": tasks} for record_id, tasks in ended.items()}


ENDING_TASKS = offers(EndingTasks())
