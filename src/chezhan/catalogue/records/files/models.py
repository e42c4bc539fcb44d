"""What is known of stored bytes."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class StoredFile(models.Model):
    """`entity`, `field`: where it was sent up for, perhaps a holder and its place (see holders); `record_id`: whose it
    has become, for good.

    PENDING until a record is written with it, DETACHED once one is written without it. Whether it may be read is never
    asked of the state but of the record's own value. `size` in bytes, `sha256` of the bytes as they are kept; `key`:
    where they lie in the storage, those of the small picture, if there is one, at `key` + THUMBNAIL.
    """

    class State(models.TextChoices):
        PENDING = "pending"
        ATTACHED = "attached"
        DETACHED = "detached"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    field = models.CharField(max_length=40)
    record_id = models.UUIDField(null=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=100)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    key = models.CharField(max_length=120)
    thumbnail = models.BooleanField(default=False)
    uploader = models.UUIDField()
    uploaded_at = models.DateTimeField(default=clock.now)
    state = models.CharField(max_length=8, choices=State, default=State.PENDING)
    state_since = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "stored_file"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="pending", record_id=None)
                | models.Q(state__in=["attached", "detached"], record_id__isnull=False),
                name="stored_file_state",
            ),
            models.UniqueConstraint(fields=["key"], name="stored_file_key"),
        ]
        indexes = [
            models.Index(fields=["record_id"], name="stored_file_of_record"),
            models.Index(
                fields=["state_since"], name="stored_file_loose", condition=models.Q(state__in=["pending", "detached"])
            ),
        ]

    def as_value(self) -> dict[str, object]:
        """As a field holds it."""
        return {"id": str(self.id), "name": self.name, "size": self.size, "kind": self.kind}
