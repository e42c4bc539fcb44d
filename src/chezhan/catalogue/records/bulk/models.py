"""The ledger of changes made to many records at one go."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class BulkOperation(models.Model):
    """`fields`: names of the fields that were written. What was deleted is in the recycle bin under this id."""

    class Kind(models.TextChoices):
        UPDATE = "update", "修改"
        ASSIGN = "assign", "分配"
        DELETE = "delete", "删除"
        TAG = "tag", "加标签"
        UNTAG = "untag", "去标签"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=Kind)
    person_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    records = models.PositiveIntegerField()
    fields = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "bulk_operation"
        indexes = [models.Index(fields=["person_id", "-at", "-id"], name="bulk_operation_latest")]


class BulkTouch(models.Model):
    """`version`: the record's after the change. `before`: old values of the changed columns, by attribute, as JSON;
    of tagging {"tags": [ids put on, or taken off]}, and no version.

    The id is no UUID, so that the audit, which is told of the record itself, does not watch this table too.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey(BulkOperation, on_delete=models.CASCADE, related_name="touches")
    record_id = models.UUIDField()
    version = models.PositiveIntegerField()
    before = models.JSONField()

    class Meta:
        db_table = "bulk_touch"
        constraints = [models.UniqueConstraint(fields=["operation", "record_id"], name="bulk_touch_once")]
