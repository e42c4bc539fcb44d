"""What was deleted."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class RecycledRecord(models.Model):
    """`row` is the table's row as JSON, sealed values still sealed. `operation_id`: what was deleted at one go."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    row = models.JSONField()
    deleted_at = models.DateTimeField(default=clock.now)
    deleted_by = models.UUIDField()
    operation_id = models.UUIDField()

    class Meta:
        db_table = "recycled_record"
        constraints = [models.UniqueConstraint(fields=["entity", "record_id"], name="recycled_record_once")]
        indexes = [
            models.Index(fields=["entity", "-deleted_at", "-id"], name="recycled_record_latest"),
            models.Index(fields=["operation_id"], name="recycled_record_operation"),
        ]
