"""How long the store keeps a kind of data, where it said so itself."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class RetentionPeriod(models.Model):
    """`name`: of a Kept. `span`: so many of its units; None for ever."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=40, unique=True)
    span = models.PositiveIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "retention_period"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(span=None) | models.Q(span__gt=0), name="retention_period_some_time"
            )
        ]
