"""The ledger of what went from one person to others."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class HandOver(models.Model):
    """Of what `person_id` was responsible for, `records` went to others, for `reason`. `counts`: by kind of record."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    reason = models.CharField(max_length=200)
    by = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    records = models.PositiveIntegerField()
    counts = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.UUIDField(null=True)

    class Meta:
        db_table = "hand_over"
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="hand_over_for_a_reason")]
        indexes = [models.Index(fields=["-at", "-id"], name="hand_over_latest")]


class HandedRecord(models.Model):
    """One record of it, and who has it since. The id is no UUID: the audit tells of the record itself."""

    id = models.BigAutoField(primary_key=True)
    hand_over = models.ForeignKey(HandOver, on_delete=models.CASCADE, related_name="handed")
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    to = models.UUIDField()

    class Meta:
        db_table = "handed_record"
        constraints = [models.UniqueConstraint(fields=["hand_over", "record_id"], name="handed_record_once")]
