"""Rules and flows give somebody something to do about a record."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.doing.refusals import BadAction
from chezhan.catalogue.doing.registry import ActionKind, Doing, Effects, Why, offers
from chezhan.catalogue.part import Chosen
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.people import nameable_of
from chezhan.catalogue.records.writes.refusals import NoSuchPerson
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.catalogue.records.writes.saving import change_records, create_records
from chezhan.catalogue.types import DATETIME, LINK
from chezhan.catalogue.worktime.services import present_calendar
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.modules.work.refusals import TaskLeadsNowhere
from chezhan.modules.work.services import ENTITY

Unit = Literal["minutes", "hours", "workdays", "days"]


class DoTask(Doing):
    """`within` units: minutes and hours of working time, working days up to their end, or plain days; 0 for no time.
    It is for whoever owns the record, or, where nobody does or it is so chosen, for `to`. `into`: the field of the
    record that says by when, too; empty for none.
    """

    kind: Literal["task"] = "task"
    what: str = Field("", max_length=200)
    to: UUID | None = None
    to_owner: bool = True
    within: int = Field(0, ge=0, le=10_000)
    unit: Unit = "hours"
    priority: Literal["high", "normal", "low"] = "normal"
    into: Chosen = ""


class GivingTasks(ActionKind):
    kind = "task"
    part = DoTask

    def problems(self, *, actor: Actor, view: View, action: DoTask) -> list[AppError]:
        found: list[AppError] = []
        if not action.what.strip():
            found.append(BadAction(params={"where": "what"}))
        if action.to is None and not action.to_owner:
            found.append(BadAction(code="action_without_person"))
        try:
            if action.into:
                _require_moment(view, action)
            there = there_of(view)
            check_names(view=there, names=["what", "due_at", "priority", "owner", link_of(there, view)])
        except AppError as error:
            return [*found, error]
        if action.to is not None and action.to not in nameable_of(actor, there, ["owner"]).people:
            found.append(NoSuchPerson(params={"field": "owner"}))
        return found

    def apply(self, *, actor: Actor, view: View, action: DoTask, record_ids: Sequence[UUID], why: Why) -> Effects:
        there = there_of(view)
        link = link_of(there, view)
        owners: dict[Any, Any] = {}
        if action.to_owner:
            rows = view.seen().filter(id__in=list(record_ids)).values_list("id", "owner")
            owners = dict(select_as(rows, person_id=actor.person_id))
        due_at = due_within(within=action.within, unit=action.unit, now=clock.now())
        values = {
            "what": action.what.strip(),
            "priority": action.priority,
            "due_at": None if due_at is None else due_at.isoformat(),
        }
        rows_made = [{**values, link: str(one), "owner": _text(owners.get(one) or action.to)} for one in record_ids]
        made = create_records(actor=actor, entity=ENTITY, rows=rows_made)
        if action.into:
            _require_moment(view, action)
            told = {action.into: values["due_at"]}
            change_records(actor=actor, entity=view.entity.name, ids=list(record_ids), values=told)
        return {one: {"made": [[ENTITY, str(new)]]} for one, new in zip(record_ids, made, strict=True)}

    def written(self, action: DoTask) -> set[str]:
        return {action.into} if action.into else set()


def due_within(*, within: int, unit: Unit, now: dt.datetime) -> dt.datetime | None:
    """In the store's transaction, by its working time. Raises NoWorkingTime."""
    if not within:
        return None
    if unit == "days":
        return now + dt.timedelta(days=within)
    calendar = present_calendar()
    if unit == "workdays":
        return calendar.end_of_workday(calendar.add_workdays(now.astimezone(calendar.zone).date(), within))
    return calendar.add_working(now, within * (60 if unit == "hours" else 1))


def _require_moment(view: View, action: DoTask) -> None:
    """Raises BadAction, NotWritable, UnknownField."""
    check_names(view=view, names=[action.into])
    if not action.within or view.sight(action.into).field.type is not DATETIME:
        raise BadAction(params={"where": "into"})


def there_of(view: View) -> View:
    """Raises UnknownEntity, Forbidden."""
    kind = view.viewer.entity(ENTITY)
    view.viewer.allow(kind, Action.CREATE)
    return View(view.viewer, kind)


def link_of(there: View, view: View) -> str:
    """The first field of tasks that leads to this kind of record. Raises TaskLeadsNowhere."""
    for sight in there.sights():
        if sight.field.type is LINK and sight.field.target == view.entity.name and not sight.field.fixed:
            return sight.field.name
    raise TaskLeadsNowhere(params={"entity": view.entity.name})


def _text(person: UUID | None) -> str | None:
    return None if person is None else str(person)


GIVING_TASKS = offers(GivingTasks())
