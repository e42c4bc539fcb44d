"""Records that a rule leaves alone for some days after it acted on them, by its log."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from chezhan.engines.rules.models import RuleRun
from chezhan.engines.rules.published import Published
from chezhan.expressions.days import midnight

# What was refused or looped is no acting; what waits will be.
ACTED = (RuleRun.Outcome.DONE, RuleRun.Outcome.UNCHANGED, RuleRun.Outcome.WAITING)
# Beside rows `s` with an id. Filled with the rule, the outcomes and the moment since which they count.
NOT_RESTING = """
WHERE NOT EXISTS (
    SELECT FROM rule_run r WHERE r.record_id = s.id AND r.rule_id = %s AND r.outcome = ANY(%s) AND r.at >= %s
)
"""


def counted_since(rule: Published, *, day: dt.date) -> dt.datetime:
    """A rule that rests for 30 days may act again on the thirtieth day after it acted."""
    return midnight(day - dt.timedelta(days=rule.definition.again_after - 1))


def resting(*, rule: Published, record_ids: Sequence[UUID], day: dt.date) -> set[UUID]:
    if not rule.definition.again_after:
        return set()
    runs = RuleRun.objects.filter(rule_id=rule.rule_id, record_id__in=record_ids, outcome__in=ACTED)
    return set(runs.filter(at__gte=counted_since(rule, day=day)).values_list("record_id", flat=True))
