"""Flows that begin by the clock: a timer for each start, set anew in the transaction in which it rang."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS

from chezhan.catalogue.occasions.dates import ByClock, due_days, due_on, next_time
from chezhan.catalogue.records.filters import within_reason
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.timers.ringing import Ring, rings
from chezhan.catalogue.timers.setting import set_timer
from chezhan.engines.flows.definition.flow import filter_of
from chezhan.engines.flows.definition.nodes import StartNode
from chezhan.engines.flows.running.plans import Plan, plan_in_force
from chezhan.engines.flows.running.starting import Occasion, begin
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef

STARTS = "flow_start"


@rings(STARTS)
def heed(store: StoreRef, rung: Sequence[Ring]) -> None:
    """Of a flow that is off, or of which another version is in force, the timer is the last."""
    now = clock.now()
    for one in rung:
        number, _, name = one.what.partition(":")
        plan = plan_in_force(store=store, flow_id=one.key)
        node = plan.definition.by_id.get(name) if plan else None
        if plan is None or str(plan.number) != number or not isinstance(node, StartNode):
            continue
        trigger = node.trigger
        if isinstance(trigger, ByClock):
            for day in due_days(trigger, since=one.due_at, now=now):
                _begin(store, plan, node, day)
            set_start(store_id=store.id, flow_id=plan.flow_id, number=plan.number, node=node, now=now)


def set_start(
    *, store_id: UUID, flow_id: UUID, number: int, node: StartNode, now: dt.datetime, using: str = DEFAULT_DB_ALIAS
) -> None:
    """When it is due next; nothing for a start that does not go by the clock."""
    if isinstance(node.trigger, ByClock):
        due_at = next_time(node.trigger, after=now)
        set_timer(store_id=store_id, kind=STARTS, key=flow_id, due_at=due_at, what=f"{number}:{node.id}", using=using)


def _begin(store: StoreRef, plan: Plan, node: StartNode, day: dt.date) -> None:
    trigger = node.trigger
    assert isinstance(trigger, ByClock)
    text = filter_of(node.condition)
    try:
        actor, view = plan.actor(store=store), plan.view(store=store)
        rows = due_on(view=view, trigger=trigger, text=text, day=day).order_by("id").values_list("id")
        with within_reason(text):
            ids = [record_id for (record_id,) in select_as(rows, person_id=actor.person_id)]
    except AppError:
        # Its publisher left, or what it names is gone: the list of flows says so.
        return
    occasions = [Occasion(record_id, f"{node.id}:{day.isoformat()}:{record_id}") for record_id in ids]
    begin(store=store, plan=plan, node=node, occasions=occasions)
