"""Nodes at which time passes, or something is to happen to the record."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from chezhan.catalogue.occasions.meeting import met, settle
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.timers.setting import Moment, Wall
from chezhan.engines.flows.definition.flow import filter_of
from chezhan.engines.flows.definition.nodes import NEXT, WaitNode
from chezhan.engines.flows.definition.parts import WaitDate, WaitRecord, WaitTime
from chezhan.engines.flows.running.asking import set_for
from chezhan.engines.flows.running.moments import after
from chezhan.engines.flows.running.stepping import Fate, Here, steps
from chezhan.engines.flows.running.tokens import State, Token
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI

OVER, IN_VAIN, STILL = "over", "vain", "still"
# Who moves a limit may empty it first and say the new one a moment later: so long it is waited for.
GRACE = dt.timedelta(minutes=5)
NO_DATE = "flow_date_empty"


@steps(WaitNode)
def wait(here: Here) -> Fate:
    node = here.node
    assert isinstance(node, WaitNode)
    match node.until:
        case WaitTime() as until:
            moment = after(since=clock.now(), amount=until.after, unit=until.unit, working=until.working)
            return _until(here, [(one, moment) for one in here.tokens])
        case WaitDate() as until:
            return _for_day(here, until)
        case WaitRecord() as until:
            return _for_record(here, until)


def _until(here: Here, due: Sequence[tuple[Token, Moment]]) -> Fate:
    set_for(here, due, what=OVER)
    return Fate(resting=[(State.WAITING, [one for one, _ in due])])


def _for_day(here: Here, until: WaitDate) -> Fate:
    """What is past already is not waited for. A record without the date is stuck, and says so."""
    sight = here.view.sight(until.field)
    rows = here.view.seen().filter(sight.read.only(Q(id__in=here.record_ids)))
    found = dict(select_as(rows.values_list("id", sight.field.column), person_id=here.actor.person_id))
    hour, minute = (int(part) for part in until.at.split(":"))
    fate, due = Fate(), []
    none, past = [], []
    for token in here.tokens:
        value = found.get(token.record_id)
        if value is None:
            none.append(token)
            continue
        day = value.astimezone(SHANGHAI).date() if isinstance(value, dt.datetime) else value
        day += dt.timedelta(days=-until.days if until.side == "before" else until.days)
        wall = Wall(day, dt.time(hour, minute))
        if dt.datetime.combine(wall.day, wall.time, SHANGHAI) <= clock.now():
            past.append(token)
        else:
            due.append((token, wall))
    if due:
        fate.resting += _until(here, due).resting
    if none:
        fate.stuck.append((NO_DATE, none))
    if past:
        fate.leaving.append((NEXT, past))
    return fate


def _for_record(here: Here, until: WaitRecord) -> Fate:
    settle(view=here.view, record_ids=here.record_ids)
    holds: list[Token] = []
    text = filter_of(until.condition)
    if text and not until.fields:
        holds = here.on(met(actor=here.actor, view=here.view, text=text, record_ids=here.record_ids))
    left = [one for one in here.tokens if one not in holds]
    if until.after and left:
        moment = after(since=clock.now(), amount=until.after, unit=until.unit, working=until.working)
        set_for(here, [(one, moment) for one in left], what=IN_VAIN)
    return Fate(leaving=[(NEXT, holds)] if holds else [], resting=[(State.WAITING, left)] if left else [])


def put_off(here: Here, *, what: str) -> list[Token]:
    """Of those whose time is over (`what`): for whom the record says a later one by now, and who wait for that. Raises
    what Here.view does, and what the field is refused for.
    """
    until = here.node.until if isinstance(here.node, WaitNode) else None
    if not isinstance(until, WaitRecord) or not until.not_before:
        return []
    said, now = _moments(here, until.not_before), clock.now()
    later = [(one, said[one.record_id]) for one in here.tokens if (said.get(one.record_id) or now) > now]
    unsaid = [one for one in here.tokens if one.record_id in said and said[one.record_id] is None and what == IN_VAIN]
    set_for(here, later, what=IN_VAIN)
    set_for(here, [(one, now + GRACE) for one in unsaid], what=STILL)
    return [*(one for one, _ in later), *unsaid]


def _moments(here: Here, field: str) -> dict[UUID, dt.datetime | None]:
    sight = here.view.sight(field)
    rows = here.view.seen().filter(sight.read.only(Q(id__in=here.record_ids)))
    return dict(select_as(rows.values_list("id", sight.field.column), person_id=here.actor.person_id))
