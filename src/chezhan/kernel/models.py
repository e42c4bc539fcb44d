"""The outbox of events, and the development outbox of messages to people."""

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


class DevMessage(models.Model):
    """A mail or text message that stayed here instead of going out (CHEZHAN_DEV_OUTBOX)."""

    class Channel(models.TextChoices):
        EMAIL = "email"
        SMS = "sms"

    id = models.UUIDField(primary_key=True, default=new_id)
    channel = models.CharField(max_length=8, choices=Channel)
    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=255, blank=True)
    body = models.TextField()
    sent_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "dev_message"
        indexes = [models.Index(fields=["-sent_at"], name="dev_message_latest")]
