"""The outbox of events, and the development outbox of messages to people."""

from django.db import models
from django.db.models import Value

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class OutboxEvent(models.Model):
    """One event: entity, record, kind and the names of what changed; never personal data.

    Store roles may only INSERT here: the id is made by the writer and nothing is returned.
    `changed`: attributes of the record. `version`: the record's after the change; None where none is told. `cause`:
    what acted by itself that it came to this, first to last; see outbox.caused_by. `position`: PostgreSQL's own count;
    the events of one record are in its order, since whoever changes a record holds its row until the end.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    store_id = models.UUIDField(null=True)
    entity = models.CharField(max_length=64)
    record_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=64)
    changed = models.JSONField(default=list)
    actor_id = models.UUIDField(null=True)
    version = models.IntegerField(null=True)
    cause = models.JSONField(default=list, db_default=Value("[]"))
    at = models.DateTimeField(default=clock.now)
    # GENERATED ALWAYS AS IDENTITY: Django says DEFAULT, which is all that PostgreSQL takes.
    position = models.BigIntegerField(db_default=0, editable=False)

    class Meta:
        db_table = "outbox_event"
        indexes = [models.Index(fields=["store_id", "position"], name="outbox_in_order")]


class OutboxInterest(models.Model):
    """Of which kinds of records of a store a consumer takes the events; those that nobody takes are dropped in sets."""

    id = models.UUIDField(primary_key=True, default=new_id)
    store_id = models.UUIDField()
    consumer = models.CharField(max_length=40)
    entity = models.CharField(max_length=64)

    class Meta:
        db_table = "outbox_interest"
        constraints = [models.UniqueConstraint(fields=["store_id", "entity", "consumer"], name="outbox_interest_once")]


class OutboxWaiting(models.Model):
    """An event that one consumer could not take yet, or that waits behind such a one of the same record. `id`: this
    row's; `event_id`: the event's. `error`: a code or the name of an error, never its words. `dead_at`: given up; those
    behind it go on, and somebody may have it tried again.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    consumer = models.CharField(max_length=40)
    event_id = models.UUIDField()
    store_id = models.UUIDField()
    entity = models.CharField(max_length=64)
    record_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=64)
    changed = models.JSONField(default=list)
    actor_id = models.UUIDField(null=True)
    version = models.IntegerField(null=True)
    cause = models.JSONField(default=list)
    at = models.DateTimeField()
    position = models.BigIntegerField()
    attempts = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField()
    error = models.CharField(max_length=80, blank=True)
    dead_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "outbox_waiting"
        constraints = [models.UniqueConstraint(fields=["event_id", "consumer"], name="outbox_waiting_once")]
        indexes = [
            models.Index(fields=["store_id", "consumer", "record_id", "position"], name="outbox_waiting_of_record"),
            models.Index(fields=["next_at"], condition=models.Q(dead_at=None), name="outbox_waiting_due"),
        ]


class Timer(models.Model):
    """Something that is to happen to `key` at `due_at`. Store roles may only INSERT here, as in the outbox.

    `kind`: who is called; `what`: for what. `wall`: what the clock in `zone` is to show then, as ISO text; empty for a
    plain instant. `cause`: as of events. `held`: due, of a store that is not open.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    store_id = models.UUIDField()
    kind = models.CharField(max_length=24)
    key = models.UUIDField()
    what = models.CharField(max_length=64, blank=True)
    due_at = models.DateTimeField()
    wall = models.CharField(max_length=32, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    cause = models.JSONField(default=list)
    held = models.BooleanField(default=False)

    class Meta:
        db_table = "timer"
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(held=False), name="timer_due"),
            models.Index(fields=["store_id", "kind", "key"], name="timer_of_key"),
            models.Index(fields=["store_id"], condition=models.Q(held=True), name="timer_held"),
        ]


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
