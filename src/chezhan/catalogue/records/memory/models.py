"""A person's recently viewed records, and favourites. They hold ids; what those are called is asked when it is read.

The ids of rows are no UUIDs, so that the audit does not watch these tables: where somebody looked is theirs.
"""

from django.db import models
from django.db.models import Q

from chezhan.kernel import clock


class SeenRecord(models.Model):
    id = models.BigAutoField(primary_key=True)
    person_id = models.UUIDField()
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "seen_record"
        constraints = [
            models.UniqueConstraint(fields=["person_id", "entity", "record_id"], name="seen_record_once"),
        ]
        indexes = [
            models.Index(fields=["person_id", "-at"], name="seen_record_latest"),
            models.Index(fields=["record_id"], name="seen_record_record"),
        ]


class Favourite(models.Model):
    """Of a record, or of a saved view (`entity` empty)."""

    id = models.BigAutoField(primary_key=True)
    person_id = models.UUIDField()
    entity = models.CharField(max_length=40, blank=True, default="")
    record_id = models.UUIDField(null=True)
    view = models.ForeignKey("saved.SavedView", on_delete=models.CASCADE, null=True, related_name="stars")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "favourite"
        constraints = [
            models.UniqueConstraint(fields=["person_id", "entity", "record_id"], name="favourite_record_once"),
            models.UniqueConstraint(fields=["person_id", "view"], name="favourite_view_once"),
            models.CheckConstraint(
                condition=Q(record_id__isnull=False, view__isnull=True) & ~Q(entity="")
                | Q(record_id__isnull=True, view__isnull=False, entity=""),
                name="favourite_of_one",
            ),
        ]
        indexes = [models.Index(fields=["record_id"], name="favourite_record")]
