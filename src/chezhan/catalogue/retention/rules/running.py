"""Follow a rule in one night: a few records at a time, in the order of their ids, each once.

A run is a row. How far it has come is written in the transaction in which a record goes, so a worker that is killed
loses nothing and does nothing twice; of two at one time the second finds that the first has been there.
"""

import datetime as dt
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS

from chezhan.access import Actor
from chezhan.catalogue.records.filters import within_reason
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.retention.rules.acting import actor_of, speaking
from chezhan.catalogue.retention.rules.choosing import Met, choose
from chezhan.catalogue.retention.rules.going import Night, move_to_bin, take_away
from chezhan.catalogue.retention.rules.models import RetentionRule, RetentionRun
from chezhan.catalogue.retention.rules.previewing import count_met
from chezhan.catalogue.retention.rules.refusals import SuddenlyMany
from chezhan.catalogue.retention.rules.waking import wake_at
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import AppError
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

Outcome, State = RetentionRun.Outcome, RetentionRule.State
AT_ONCE = 50
# More than these beyond what was expected, and more than that share of all there are: it asks again.
FEW, SHARE = 5, 0.2


def follow(*, store: StoreRef, rule_id: UUID, until: dt.datetime) -> dt.datetime | None:
    """As far as time allows. Answers when it is due again: at once, next night, or None. Call with no scope open."""
    now = clock.now()
    with acting_as(None, reason="task:retention"), tenant_context(store):
        rule = RetentionRule.objects.filter(id=rule_id, state=State.ON).first()
    if rule is None:
        return None
    with speaking(rule):
        while True:
            with tenant_context(store):
                going = _step(store=store, rule_id=rule_id, now=now)
            if going is None:
                return None
            if not going:
                return wake_at(now=now)
            if clock.now() >= until:
                return now


def _step(*, store: StoreRef, rule_id: UUID, now: dt.datetime) -> bool | None:
    """The next few. Answers whether there are more; None for a rule that is off by now or stops."""
    rule = RetentionRule.objects.filter(id=rule_id, state=State.ON).first()
    if rule is None:
        return None
    day = wake_at(now=now - dt.timedelta(days=1)).astimezone(SHANGHAI).date()
    run = RetentionRun.objects.filter(rule=rule, day=day).first()
    if run is not None and run.outcome != Outcome.GOING:
        return False
    try:
        actor = actor_of(rule, store=store)
        met = choose(actor=actor, rule=rule, now=now)
        if run is None:
            # Kept by itself: how far it comes is written in other transactions.
            _begin(actor, rule, met, day)
            return True
        return _go_on(actor, rule, run, met, now)
    except AppError as error:
        # Who agreed is gone or sees less, a field is gone, or it meets too many: it stops and asks.
        _stop(rule, day, error.code, now)
        return None


def _begin(actor: Actor, rule: RetentionRule, met: Met, day: dt.date) -> None:
    """Raises SuddenlyMany."""
    RetentionRun.objects.filter(rule=rule, outcome=Outcome.GOING).update(
        outcome=Outcome.BROKEN_OFF, ended_at=clock.now()
    )
    count, total = count_met(actor=actor, rule=rule, met=met)
    beyond = count - rule.expected
    if beyond > FEW and beyond > total * SHARE:
        raise SuddenlyMany(params={"met": count, "expected": rule.expected})
    RetentionRun.objects.get_or_create(rule=rule, day=day, defaults={"does": rule.does, "met": count})


def _go_on(actor: Actor, rule: RetentionRule, run: RetentionRun, met: Met, now: dt.datetime) -> bool:
    left = rule.per_night - run.gone
    rows = met.rows.filter(id__gt=run.reached) if run.reached else met.rows
    with within_reason(rule.filter):
        chosen = rows.order_by("id").values_list("id", "version")[:AT_ONCE]
        found = dict(select_as(chosen, person_id=actor.person_id))
    if not found or left <= 0:
        _finish(rule, run, met=met, actor=actor, capped=bool(found))
        return False
    night = Night(actor, rule, run.id, met, now)
    stays = night.judge(using=DEFAULT_DB_ALIAS, record_ids=list(found))
    act = take_away if rule.does == RetentionRule.Does.ERASE else move_to_bin
    act(night=night, found=found, stays=stays, left=left)
    return True


def _finish(rule: RetentionRule, run: RetentionRun, *, met: Met, actor: Actor, capped: bool) -> None:
    count, _ = count_met(actor=actor, rule=rule, met=met)
    RetentionRun.objects.filter(id=run.id, outcome=Outcome.GOING).update(
        outcome=Outcome.CAPPED if capped else Outcome.DONE, ended_at=clock.now()
    )
    # What it left is known: tomorrow it may meet that, and some more.
    RetentionRule.objects.filter(id=rule.id).update(expected=count)


def _stop(rule: RetentionRule, day: dt.date, code: str, now: dt.datetime) -> None:
    RetentionRule.objects.filter(id=rule.id, state=State.ON).update(state=State.STOPPED, stop_code=code)
    said = {"outcome": Outcome.STOPPED, "code": code, "ended_at": now, "does": rule.does}
    RetentionRun.objects.update_or_create(rule=rule, day=day, defaults=said)
