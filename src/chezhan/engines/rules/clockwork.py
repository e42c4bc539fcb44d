"""Rules by the clock: what is due is put down in sets by the database, and done from there; once, and nothing is lost.

A row of StoreWork in `public` says when a rule is due next, so that nobody looks into a thousand stores. It is moved on
only when all that was due is done; killed before, the same day is gone through again, and finds its rows there.

Every try is told beforehand (tenants.work.trying). Where a batch ended its process, the next try goes record by record,
and one that ends it again and again is refused, so that the others are done; where the statement that puts down what is
due did, the rule is set aside.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.db import transaction

from chezhan.access import Actor
from chezhan.catalogue.occasions.dates import ByClock, due_days, due_on, view_of
from chezhan.catalogue.records.filters import within_reason
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import Statement, execute_as
from chezhan.engines.rules.acting import actor_of
from chezhan.engines.rules.models import RuleRun
from chezhan.engines.rules.published import Published, rules_of
from chezhan.engines.rules.resting import ACTED, NOT_RESTING, counted_since
from chezhan.engines.rules.running import AT_ONCE, Occasion, run_rule
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.work.trying import Try, go_on

KIND = "rule_clock"
DUE = """
INSERT INTO rule_run (id, rule_id, number, record_id, occurrence, at, outcome, code, effect)
SELECT gen_random_uuid(), %s, %s, s.id, %s, %s, 'waiting', '', '{{}}' FROM ({sql}) s
{awake}ON CONFLICT (rule_id, record_id, occurrence) DO NOTHING
"""


def strike(
    *, store: StoreRef, rule_id: UUID, since: dt.datetime, now: dt.datetime, attempt: Try | None = None
) -> Published | None:
    """Do all that the rule has due. Answers the rule; None when there is none to follow by the clock any more. Raises
    TakenOver.
    """
    with acting_as(None, reason="task:rules"), tenant_context(store):
        rule = next((one for one in rules_of(store) if one.rule_id == rule_id), None)
        if rule is None or not isinstance(rule.definition.trigger, ByClock):
            return None
        put_down(store=store, rule=rule, days=due_days(rule.definition.trigger, since=since, now=now))
    # So many go one by one, after a try that ended at some of them.
    alone = AT_ONCE if attempt is not None and attempt.part is not None else 0

    def told(part: UUID) -> None:
        if attempt is not None:
            go_on(attempt=attempt, part=part, number=attempt.number if alone > 0 else 1)

    while done := follow(store=store, rule=rule, limit=1 if alone > 0 else AT_ONCE, told=told):
        alone -= done
    return rule


def put_down(*, store: StoreRef, rule: Published, days: list[dt.date]) -> int:
    """In the store's transaction, one statement a day; answers how many are new."""
    try:
        actor = actor_of(rule, store=store)
        view = view_of(actor, rule.entity)
        return sum(_put_down(actor, view, rule, day) for day in days)
    except AppError:
        # Its publisher left, or what it names is gone: the list of rules says so.
        return 0


def _put_down(actor: Actor, view: View, rule: Published, day: dt.date) -> int:
    rows = (
        due_on(view=view, trigger=rule.definition.trigger, text=rule.definition.filter, day=day).order_by().values("id")
    )
    sql, params = rows.query.sql_with_params()
    head = (rule.rule_id, rule.number, day, clock.now())
    awake, more = "", tuple[Any, ...]()
    if rule.definition.again_after:
        awake, more = NOT_RESTING, (rule.rule_id, list(ACTED), counted_since(rule, day=day))
    with transaction.atomic(), within_reason(rule.definition.filter):
        statement = Statement(DUE.format(sql=sql, awake=awake), (*head, *params, *more))
        return execute_as(statement, person_id=actor.person_id)


def follow(
    *, store: StoreRef, rule: Published, limit: int = AT_ONCE, told: Callable[[UUID], None] | None = None
) -> int:
    """A batch of what waits, in a transaction of its own; `told` is told of its first before. Answers how many."""
    with acting_as(None, reason="task:rules"), tenant_context(store):
        waiting = RuleRun.objects.filter(rule_id=rule.rule_id, outcome=RuleRun.Outcome.WAITING).order_by("id")
        batch = list(waiting.select_for_update(skip_locked=True)[:limit])
        if batch and told is not None:
            told(batch[0].id)
        for part in _alone(batch):
            run_rule(store=store, rule=rule, occasions=part)
        return len(batch)


def give_up(*, store: StoreRef, run_id: UUID, code: str) -> None:
    """The record that ends every try, so that the others are done."""
    with acting_as(None, reason="task:rules"), tenant_context(store):
        RuleRun.objects.filter(id=run_id, outcome=RuleRun.Outcome.WAITING).update(
            outcome=RuleRun.Outcome.REFUSED, code=code, at=clock.now()
        )


def _alone(batch: list[RuleRun]) -> Iterator[list[Occasion]]:
    """Each record once in a part: one may have been due on several days that were missed."""
    left = [Occasion(record_id=one.record_id, run_id=one.id) for one in batch]
    while left:
        first: dict[UUID, Occasion] = {}
        for one in left:
            first.setdefault(one.record_id, one)
        yield list(first.values())
        left = [one for one in left if first[one.record_id] is not one]
