"""When the store works, as somebody there said it."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class WorkingTime(models.Model):
    """One row at most; none means the trade's usual. See WorkCalendar for what each says.

    `week`: seven lists of [from, to] in minutes. `days`: by ISO day, {"spans": [[from, to]], "note": text}.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    single = models.BooleanField(default=True, unique=True)
    week = models.JSONField()
    closed_on = models.JSONField(default=list)
    makes_up = models.BooleanField(default=False)
    days = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField(null=True)

    class Meta:
        db_table = "working_time"
        constraints = [models.CheckConstraint(condition=models.Q(single=True), name="working_time_single")]
