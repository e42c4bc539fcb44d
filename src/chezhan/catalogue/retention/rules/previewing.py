"""What a rule would do today, and switching it on once somebody has seen that."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from chezhan.access import Actor
from chezhan.catalogue.records.filters import within_reason
from chezhan.catalogue.records.statements import count_of, run, select_as, together
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.retention.rules.choosing import Met, choose
from chezhan.catalogue.retention.rules.drafts import get_rule
from chezhan.catalogue.retention.rules.judging import judge
from chezhan.catalogue.retention.rules.models import RetentionRule
from chezhan.catalogue.retention.rules.refusals import BadRetentionRule, CountChanged
from chezhan.catalogue.retention.rules.waking import wait_for_night, wake_at
from chezhan.kernel import clock

SAMPLE = 10
# So many are looked at one by one; of more the count alone is told.
LOOKED_AT, AT_ONCE = 2_000, 500
MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Foretold:
    """`met`: by date and condition, of `total` records of the kind. Of the first `looked_at` `goes` would go; `held`
    tells why the others stay. `begins_at`: when it would begin.
    """

    met: int
    total: int
    looked_at: int
    goes: int
    held: Mapping[str, int]
    sample: Sequence[tuple[UUID, str | None]]
    begins_at: dt.datetime


def foretell(*, actor: Actor, rule_id: UUID) -> Foretold:
    """Raises Forbidden, UnknownRetentionRule, and what `choose` raises."""
    rule, now = get_rule(actor=actor, rule_id=rule_id), clock.now()
    met = choose(actor=actor, rule=rule, now=now)
    count, total = count_met(actor=actor, rule=rule, met=met)
    with within_reason(rule.filter):
        rows = met.rows.order_by("id").values_list("id")[:LOOKED_AT]
        ids = [id for (id,) in select_as(rows, person_id=actor.person_id)]
    stays: dict[UUID, str] = {}
    for start in range(0, len(ids), AT_ONCE):
        stays |= judge(
            using=DEFAULT_DB_ALIAS,
            catalogue=met.catalogue,
            kind=met.kind,
            record_ids=ids[start : start + AT_ONCE],
            edge=None if rule.field else met.edge,
            now=now,
        )
    goes = [id for id in ids if id not in stays]
    shown = met.view.seen().filter(id__in=goes[:SAMPLE])
    titles = titles_of(view=met.view, rows=shown, person_id=actor.person_id)
    return Foretold(
        met=count,
        total=total,
        looked_at=len(ids),
        goes=len(goes),
        held=dict(Counter(stays.values())),
        sample=[(id, titles.get(id)) for id in goes[:SAMPLE]],
        begins_at=wake_at(now=now),
    )


def switch_on(*, actor: Actor, rule_id: UUID, name: str, met: int) -> RetentionRule:
    """`name`: the rule's, typed; `met`: how many it was told to meet. From now on it acts with the actor's rights.

    Raises as `foretell`, BadRetentionRule for another name, CountChanged.
    """
    rule, now = get_rule(actor=actor, rule_id=rule_id, lock=True), clock.now()
    if "".join(name.split()) != "".join(rule.name.split()):
        raise BadRetentionRule(params={"where": "confirm"}, fields={"name": [BadRetentionRule.message]})
    count, _ = count_met(actor=actor, rule=rule, met=choose(actor=actor, rule=rule, now=now))
    if count != met:
        raise CountChanged(params={"met": count})
    rule.state, rule.stop_code, rule.expected = RetentionRule.State.ON, "", count
    rule.confirmed_at, rule.confirmed_by = now, actor.person_id
    rule.save(update_fields=["state", "stop_code", "expected", "confirmed_at", "confirmed_by"])
    wait_for_night(store=actor.in_store, rule_id=rule.id, now=now)
    return rule


def count_met(*, actor: Actor, rule: RetentionRule, met: Met) -> tuple[int, int]:
    """How many it meets, and how many there are of the kind."""
    with within_reason(rule.filter):
        return _count(actor, met.rows), _count(actor, met.view.seen())


def _count(actor: Actor, rows: QuerySet) -> int:
    try:
        (count,) = run(together([count_of(rows=rows, limit=MOST)]), person_id=actor.person_id)
    except EmptyResultSet:
        return 0
    return int(count)
