"""The sheet of points, as somebody there said it."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class ScoreSheet(models.Model):
    """One row at most; none means that nothing is scored. See `sheet.Sheet` for what `says` holds.

    It is worked out with the rights of `changed_by`, as rules act with their publisher's.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    single = models.BooleanField(default=True, unique=True)
    says = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "score_sheet"
        constraints = [models.CheckConstraint(condition=models.Q(single=True), name="score_sheet_single")]
