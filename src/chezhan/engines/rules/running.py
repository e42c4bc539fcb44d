"""Run one rule on records, in the store's open transaction: condition, actions, log."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from chezhan.access import Actor
from chezhan.catalogue.doing.registry import Why, apply_actions
from chezhan.catalogue.occasions.meeting import met
from chezhan.catalogue.occasions.triggers import WhenDeleted
from chezhan.catalogue.records.bin.looking_back import as_they_were
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.engines.rules.acting import actor_of, speaking
from chezhan.engines.rules.models import RuleRun
from chezhan.engines.rules.published import Published
from chezhan.engines.rules.resting import resting
from chezhan.kernel import clock, outbox
from chezhan.kernel.errors import AppError
from chezhan.kernel.ids import new_id
from tenants.directory import StoreRef

# How many rules act in a row, each on what the one before it did.
LONGEST_CHAIN = 8
AT_ONCE = 1_000
Outcome = RuleRun.Outcome


@dataclass(frozen=True, slots=True)
class Occasion:
    """`cause`: the ids of the rules that it came of, first to last. `run_id`: the line of the log where it waits."""

    record_id: UUID
    run_id: UUID | None = None
    event_id: UUID | None = None
    cause: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    outcome: Outcome
    code: str = ""
    effect: Any = None


def run_rule(*, store: StoreRef, rule: Published, occasions: Sequence[Occasion]) -> set[UUID]:
    """Each record once. Answers those on which the rules after it do nothing any more."""
    results: dict[UUID, Result] = {}
    try:
        actor = actor_of(rule, store=store)
        with speaking(rule, store=store):
            results = _run(actor, rule, occasions)
    except AppError as error:
        # Not this record's doing, but the rule's: its publisher left, its kind of record or a field is gone.
        results = {one.record_id: Result(Outcome.REFUSED, error.code) for one in occasions}
    _write_down(rule, occasions, results)
    if not rule.definition.stop:
        return set()
    return {record_id for record_id, one in results.items() if one.outcome in (Outcome.DONE, Outcome.UNCHANGED)}


def _run(actor: Actor, rule: Published, occasions: Sequence[Occasion]) -> dict[UUID, Result]:
    """Raises AppError when the rule as a whole can't be followed."""
    viewer = viewer_of(actor)
    kind = viewer.entity(rule.entity)
    viewer.open(kind)
    view = View(viewer, kind)
    for name in rule.definition.watched:
        # What its publisher may not see any more, the rule does not act upon.
        view.sight(name)
    with _as_it_sees(view, rule, [one.record_id for one in occasions]):
        return _run_seen(actor, view, rule, occasions)


def _as_it_sees(view: View, rule: Published, record_ids: Sequence[UUID]) -> AbstractContextManager[None]:
    """A rule that waits for records to be deleted looks at them as they were."""
    if isinstance(rule.definition.trigger, WhenDeleted):
        return as_they_were(kind=view.entity, record_ids=record_ids)
    return nullcontext()


def _run_seen(actor: Actor, view: View, rule: Published, occasions: Sequence[Occasion]) -> dict[UUID, Result]:
    found = met(actor=actor, view=view, text=rule.definition.filter, record_ids=[one.record_id for one in occasions])
    # Of those by the clock it was asked when they were put down.
    told = [one.record_id for one in occasions if one.run_id is None]
    found -= resting(rule=rule, record_ids=told, day=clock.today())
    by_cause: dict[tuple[str, ...], list[UUID]] = defaultdict(list)
    for one in occasions:
        if one.record_id in found:
            by_cause[one.cause].append(one.record_id)
    why = Why("rule", rule.rule_id, rule.name, {one.record_id: str(one.event_id or one.run_id) for one in occasions})
    results: dict[UUID, Result] = {}
    for cause, ids in by_cause.items():
        if str(rule.rule_id) in cause:
            results |= dict.fromkeys(ids, Result(Outcome.LOOPED, "rule_loop", {"chain": list(cause)}))
        elif len(cause) >= LONGEST_CHAIN:
            results |= dict.fromkeys(ids, Result(Outcome.LOOPED, "rule_chain_too_long", {"chain": list(cause)}))
        else:
            with outbox.caused_by((*cause, str(rule.rule_id))):
                for first in range(0, len(ids), AT_ONCE):
                    results |= _act(actor, view, rule, ids[first : first + AT_ONCE], why)
    return results


def _act(actor: Actor, view: View, rule: Published, ids: Sequence[UUID], why: Why) -> dict[UUID, Result]:
    """On all at once, else on each half: what one is refused for does not touch the others."""
    try:
        with transaction.atomic():
            effects = apply_actions(actor=actor, view=view, actions=rule.definition.actions, record_ids=ids, why=why)
    except AppError as error:
        if len(ids) == 1:
            return {ids[0]: Result(Outcome.REFUSED, error.code, _told(error))}
        half = len(ids) // 2
        return _act(actor, view, rule, ids[:half], why) | _act(actor, view, rule, ids[half:], why)
    return {
        one: Result(Outcome.DONE, effect=effects[one]) if effects.get(one) else Result(Outcome.UNCHANGED) for one in ids
    }


def _told(error: AppError) -> dict[str, Any]:
    """Names of fields, never what is in them."""
    rows = error.params.get("rows")
    if isinstance(rows, list):
        return {"refused": [[row.get("field", ""), row.get("code", "")] for row in rows[:10]]}
    field = error.params.get("field")
    return {"refused": [[field, error.code]]} if isinstance(field, str) else {}


def _write_down(rule: Published, occasions: Sequence[Occasion], results: dict[UUID, Result]) -> None:
    """What waited and does not meet the condition any more was nothing."""
    rows = [_line(rule, one, results[one.record_id]) for one in occasions if one.record_id in results]
    waited = {one.run_id for one in occasions if one.run_id is not None}
    done = {row.id for row in rows}
    RuleRun.objects.filter(id__in=waited - done).delete()
    RuleRun.objects.bulk_update(
        [row for row in rows if row.id in waited], ["number", "at", "outcome", "code", "effect"], batch_size=500
    )
    RuleRun.objects.bulk_create((row for row in rows if row.id not in waited), batch_size=2_000)


def _line(rule: Published, one: Occasion, result: Result) -> RuleRun:
    return RuleRun(
        id=one.run_id or new_id(),
        rule_id=rule.rule_id,
        number=rule.number,
        record_id=one.record_id,
        event_id=one.event_id,
        at=clock.now(),
        outcome=result.outcome,
        code=result.code,
        effect=result.effect or {},
    )
