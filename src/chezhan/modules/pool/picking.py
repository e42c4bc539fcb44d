"""Picks are counted by day and person, and stays in the pool end once; both in the database, whoever asks at once."""

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Max

from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.ids import new_id
from chezhan.modules.pool.models import PoolDay, PoolStay
from chezhan.modules.pool.refusals import LeadNotInPool, PoolCapReached, PoolCooling
from chezhan.modules.pool.settings import PoolRules, pool_rules

# One row a day and person: who picks at the same time in another window waits for it.
COUNT = """
INSERT INTO pool_day AS d (id, person, day, picked, cap) VALUES (%(id)s, %(person)s, %(day)s, %(n)s, %(cap)s)
ON CONFLICT (person, day) DO UPDATE SET picked = d.picked + excluded.picked, cap = excluded.cap
WHERE d.picked + excluded.picked <= excluded.cap
RETURNING picked
"""


def take_from_pool(*, person_id: UUID, lead_ids: Collection[UUID], now: dt.datetime) -> None:
    """All of them or none. Raises PoolCooling, LeadNotInPool, PoolCapReached."""
    rules = pool_rules()
    if until := cooling(person_id=person_id, lead_ids=lead_ids, now=now, rules=rules):
        ends = max(until.values()).astimezone(SHANGHAI).date()
        raise PoolCooling(params={"until": ends.isoformat(), "days": rules.cool_down_days})
    if end_stays(person_id=person_id, lead_ids=lead_ids, now=now) != len(lead_ids):
        raise LeadNotInPool
    _count(person_id, len(lead_ids), rules.daily_cap)


def end_stays(*, person_id: UUID, lead_ids: Collection[UUID], now: dt.datetime) -> int:
    """How many stood there until now."""
    return PoolStay.objects.filter(lead_id__in=lead_ids, left_at=None).update(left_at=now, left_to=person_id)


def cooling(
    *, person_id: UUID, lead_ids: Collection[UUID], now: dt.datetime, rules: PoolRules
) -> dict[UUID, dt.datetime]:
    """Those of the leads that were the person's not long ago, and until when they are left to others."""
    days = dt.timedelta(days=rules.cool_down_days)
    stays = PoolStay.objects.filter(put_from=person_id, put_at__gt=now - days, lead_id__in=lead_ids)
    return {lead_id: put_at + days for lead_id, put_at in stays.values_list("lead_id").annotate(at=Max("put_at"))}


def picked_today(*, person_id: UUID | None) -> int:
    if person_id is None:
        return 0
    found = PoolDay.objects.filter(person=person_id, day=clock.today()).first()
    return found.picked if found else 0


def _count(person_id: UUID, number: int, cap: int) -> None:
    with connection.cursor() as cursor:
        told: dict[str, Any] = {"id": new_id(), "person": person_id, "day": clock.today(), "n": number, "cap": cap}
        # A first row of the day that is beyond the cap already would be refused by its check, and not by name.
        cursor.execute(COUNT, told) if number <= cap else None
        if number > cap or cursor.fetchone() is None:
            raise PoolCapReached(params={"cap": cap, "picked": picked_today(person_id=person_id)})
