"""The group's plan, for its owner alone. Call within public_context()."""

import datetime as dt

from billing.contracts import GroupPlan
from billing.queries import plan_of
from chezhan.access import Actor, require
from chezhan.headquarters.account.places import at_head


def read_plan(*, actor: Actor, group: str, now: dt.datetime, today: dt.date) -> GroupPlan:
    """Raises NotFound, Forbidden, NoSubscription."""
    head = at_head(actor=actor, group=group)
    require(actor=head, permission="plan.read")
    return plan_of(group_id=head.in_group.id, now=now, today=today)
