"""Which events of the store a consumer has taken, and which it is at."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from chezhan.kernel import clock


class TakenEvent(models.Model):
    """Written with what the consumer makes of the event: an event that comes again is passed over. Kept as long as one
    could come again.
    """

    consumer = models.CharField(max_length=40)
    event_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "event_taken"
        constraints = [models.UniqueConstraint(fields=["event_id", "consumer"], name="event_taken_once")]
        indexes = [models.Index(fields=["at"], name="event_taken_at")]


class EventAttempt(models.Model):
    """The events that a consumer is at, or at which its process ended; see attempting."""

    consumer = models.CharField(max_length=40)
    events = ArrayField(models.UUIDField())
    at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "event_attempt"
