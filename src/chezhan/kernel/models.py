"""The outbox: what happened, written in the transaction in which it happened."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class OutboxEvent(models.Model):
    """One event: entity, record, kind and the names of what changed; never personal data.

    Store roles may only INSERT here: the id is made by the writer and nothing is returned.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    store_id = models.UUIDField(null=True)
    entity = models.CharField(max_length=64)
    record_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=64)
    changed = models.JSONField(default=list)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "outbox_event"
        indexes = [models.Index(fields=["at"], name="outbox_at")]
