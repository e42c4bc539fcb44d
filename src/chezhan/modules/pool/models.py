"""What the pool keeps beside the leads in it."""

from django.db import models
from django.db.models import F, Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id

DAILY_CAP, COOL_DOWN_DAYS = 10, 7


class PoolSetting(models.Model):
    """One row at most; none means the trade's usual.

    `daily_cap`: how many somebody picks a day. `cool_down_days`: how long whoever had a lead last can't pick it again.
    `arriving`: the channels whose leads stand in the pool as they come, where nobody has them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    single = models.BooleanField(default=True, unique=True)
    daily_cap = models.PositiveIntegerField(default=DAILY_CAP)
    cool_down_days = models.PositiveIntegerField(default=COOL_DOWN_DAYS)
    arriving = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField(null=True)

    class Meta:
        db_table = "pool_setting"
        constraints = [
            models.CheckConstraint(condition=Q(single=True), name="pool_setting_single"),
            models.CheckConstraint(
                condition=Q(daily_cap__gte=1, daily_cap__lte=500, cool_down_days__lte=365), name="pool_setting_bounds"
            ),
        ]


class PoolStay(models.Model):
    """How long a lead stood in the pool; written by the triggers of leads. `put_from`: whose it was before, if
    anybody's. `left_to`: who had it then; null too where it ended there.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    lead_id = models.UUIDField()
    put_at = models.DateTimeField()
    put_from = models.UUIDField(null=True)
    left_at = models.DateTimeField(null=True)
    left_to = models.UUIDField(null=True)

    class Meta:
        db_table = "pool_stay"
        constraints = [
            models.UniqueConstraint(fields=["lead_id"], condition=Q(left_at=None), name="pool_stay_once_at_a_time"),
        ]
        indexes = [models.Index(fields=["put_from", "put_at"], name="pool_stay_of_releaser")]


class PoolDay(models.Model):
    """How many somebody picked on a day. `cap`: what held when they last did."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.UUIDField()
    day = models.DateField()
    picked = models.PositiveIntegerField()
    cap = models.PositiveIntegerField()

    class Meta:
        db_table = "pool_day"
        constraints = [
            models.UniqueConstraint(fields=["person", "day"], name="pool_day_once"),
            models.CheckConstraint(condition=Q(picked__lte=F("cap")), name="pool_day_within_cap"),
        ]
