"""How many may be picked, and how soon again: what the store says, and whoever may say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from chezhan.access import Actor, require
from chezhan.kernel import clock
from chezhan.modules.pool.models import COOL_DOWN_DAYS, DAILY_CAP, PoolSetting
from chezhan.modules.pool.refusals import PoolChanged

PERMISSION = "lead_pool.write"


@dataclass(frozen=True, slots=True)
class PoolRules:
    """`version` 0: nobody said anything yet, and the trade's usual holds."""

    daily_cap: int = DAILY_CAP
    cool_down_days: int = COOL_DOWN_DAYS
    arriving: tuple[str, ...] = ()
    version: int = 0


def pool_rules() -> PoolRules:
    """The store's, in whose transaction this is called."""
    row = PoolSetting.objects.first()
    if row is None:
        return PoolRules()
    return PoolRules(row.daily_cap, row.cool_down_days, tuple(row.arriving), row.version)


def change_pool_rules(
    *, actor: Actor, version: int, daily_cap: int, cool_down_days: int, arriving: Sequence[str]
) -> PoolRules:
    """`version`: of what was looked at. Raises Forbidden, PoolChanged."""
    require(actor=actor, permission=PERMISSION)
    _write(
        {
            "daily_cap": daily_cap,
            "cool_down_days": cool_down_days,
            "arriving": sorted(set(arriving)),
            "changed_at": clock.now(),
            "changed_by": actor.person_id,
        },
        version=version,
    )
    return pool_rules()


def _write(said: Mapping[str, object], *, version: int) -> None:
    row = PoolSetting.objects.select_for_update().first()
    if (row.version if row else 0) != version:
        raise PoolChanged(params={"version": row.version if row else 0})
    if row is not None:
        PoolSetting.objects.filter(id=row.id).update(**said, version=version + 1)
        return
    try:
        with transaction.atomic():
            PoolSetting.objects.create(**said)
    except IntegrityError as error:
        # Two said it first at one time.
        raise PoolChanged(params={"version": 1}) from error
