"""The store's own ledger of what was brought in. `job_id` names a job of the group, which lives in `public`."""

from django.db import models
from django.db.models import Q

from chezhan.kernel import clock


class IntakeChunk(models.Model):
    """One chunk of a job, written in the transaction that brought its rows in: a chunk that is here is done."""

    job_id = models.UUIDField()
    chunk_no = models.PositiveIntegerField()
    actor_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    rows = models.PositiveIntegerField()
    created = models.PositiveIntegerField()
    updated = models.PositiveIntegerField()
    unchanged = models.PositiveIntegerField()
    touched = models.PositiveIntegerField()

    class Meta:
        db_table = "intake_chunk"
        constraints = [
            models.UniqueConstraint(fields=["job_id", "chunk_no"], name="intake_chunk_once"),
            models.CheckConstraint(
                condition=Q(rows=models.F("created") + models.F("updated") + models.F("unchanged")),
                name="intake_chunk_adds_up",
            ),
        ]


class IntakeTouch(models.Model):
    """What a job did to one record, for as long as it may be taken back; see catalogue.bulk.touches.

    `kept` says why the undo left the record alone; until then, and where it did not, it is empty.
    """

    job_id = models.UUIDField()
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    kind = models.CharField(max_length=8)
    version = models.PositiveIntegerField()
    before = models.JSONField(default=dict)
    kept = models.CharField(max_length=12, blank=True, default="")

    class Meta:
        db_table = "intake_touch"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["created", "updated"]), name="intake_touch_kind"),
            models.CheckConstraint(condition=Q(kept__in=["", "changed", "referred"]), name="intake_touch_kept"),
        ]
        indexes = [
            models.Index(fields=["job_id", "entity", "record_id"], name="intake_touch_of_job"),
            models.Index(fields=["record_id"], name="intake_touch_of_record"),
        ]
