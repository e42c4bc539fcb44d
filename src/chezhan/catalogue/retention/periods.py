"""Read how long the store keeps what, and change it. In the store's transaction."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from chezhan.access import Actor, require
from chezhan.catalogue.retention.models import RetentionPeriod
from chezhan.catalogue.retention.months import earlier
from chezhan.catalogue.retention.refusals import PeriodChanged, PeriodOutOfBounds, UnknownPeriod
from chezhan.catalogue.retention.registry import Kept, every_kept, kept_named
from chezhan.kernel import clock

PERMISSION = "retention.write"


@dataclass(frozen=True, slots=True)
class Period:
    """`span`: units; None for ever. `version` 0: the store said nothing, and the usual holds."""

    kept: Kept
    span: int | None
    version: int
    changed_at: dt.datetime | None = None
    changed_by: UUID | None = None


def period_of(name: str) -> Period:
    """Raises UnknownPeriod."""
    kept = kept_named(name)
    if kept is None:
        raise UnknownPeriod
    return _told(kept, RetentionPeriod.objects.filter(name=name).first())


def edge_of(name: str, *, now: dt.datetime) -> dt.datetime | None:
    """What is older goes; None for nothing does. Raises UnknownPeriod."""
    period = period_of(name)
    return None if period.span is None else earlier(now, unit=period.kept.unit, span=period.span)


def list_periods(*, actor: Actor) -> Sequence[Period]:
    """Raises Forbidden."""
    require(actor=actor, permission=PERMISSION)
    said = {row.name: row for row in RetentionPeriod.objects.all()}
    return [_told(kept, said.get(kept.name)) for kept in every_kept()]


def change_period(*, actor: Actor, name: str, span: int | None, version: int) -> Period:
    """`version`: of what was looked at. Raises Forbidden, UnknownPeriod, PeriodOutOfBounds, PeriodChanged."""
    require(actor=actor, permission=PERMISSION)
    period = period_of(name)
    kept = period.kept
    fits = kept.usual is None if span is None else kept.least <= span <= kept.most
    if not fits:
        raise PeriodOutOfBounds(params={"least": kept.least, "most": kept.most, "unit": kept.unit})
    said = {"span": span, "changed_at": clock.now(), "changed_by": actor.person_id}
    if period.version:
        rows = RetentionPeriod.objects.filter(name=name, version=version)
        if not rows.update(**said, version=version + 1):
            raise PeriodChanged(params={"version": period_of(name).version})
        return period_of(name)
    if version:
        raise PeriodChanged(params={"version": 0})
    try:
        with transaction.atomic():
            RetentionPeriod.objects.create(name=name, **said)
    except IntegrityError as error:
        # Two said it first at one time.
        raise PeriodChanged(params={"version": 1}) from error
    return period_of(name)


def _told(kept: Kept, row: RetentionPeriod | None) -> Period:
    if row is None:
        return Period(kept, kept.usual, 0)
    # Bounds may have become narrower since.
    span = None if row.span is None else max(kept.least, min(kept.most, row.span))
    return Period(kept, kept.usual if span is None else span, row.version, row.changed_at, row.changed_by)
