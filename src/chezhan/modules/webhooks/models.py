"""Addresses of other programs, and what was sent there. Secrets, bodies and answers are sealed with the store's key."""

from django.db import models
from django.db.models import Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class Webhook(models.Model):
    """`secret`: sealed, as "whsec_…" is. `old_secret`: the one before it, which signs as well until `old_until`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=60)
    url = models.TextField()
    secret = models.BinaryField()
    old_secret = models.BinaryField(null=True)
    old_until = models.DateTimeField(null=True)
    enabled = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "webhook"
        constraints = [models.UniqueConstraint(fields=["name"], name="webhook_name_once")]


class WebhookDelivery(models.Model):
    """One event for one address. Its id is the receiver's too, however often it is sent. `effect`: what it is for, so
    that it is made once. `body`, `answer`: sealed, gone when a person's data are erased. `paths`: the fields that the
    body holds; `linked`: records that it names beside its own. `claim`: of the worker that sends. `status`: of the last
    answer. `why_kind`: rule, flow, trial or contract.
    """

    class State(models.TextChoices):
        QUEUED = "queued"
        SENDING = "sending"
        DELIVERED = "delivered"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    type = models.CharField(max_length=80)
    entity = models.CharField(max_length=40, blank=True, default="")
    record_id = models.UUIDField(null=True)
    linked = models.JSONField(default=list)
    paths = models.JSONField(default=list)
    body = models.BinaryField(null=True)
    answer = models.BinaryField(null=True)
    effect = models.CharField(max_length=240)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    code = models.CharField(max_length=80, blank=True, default="")
    status = models.PositiveSmallIntegerField(null=True)
    why_kind = models.CharField(max_length=10)
    why_id = models.UUIDField(null=True)
    why_name = models.CharField(max_length=120, blank=True, default="")
    attempts = models.PositiveSmallIntegerField(default=0)
    claim = models.UUIDField(null=True)
    next_at = models.DateTimeField(default=clock.now)
    at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "webhook_delivery"
        constraints = [models.UniqueConstraint(fields=["effect"], name="webhook_delivery_once")]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state__in=["queued", "sending"]), name="webhook_delivery_due"),
            models.Index(fields=["webhook", "-at", "-id"], name="webhook_delivery_latest"),
            models.Index(fields=["record_id"], condition=~Q(record_id=None), name="webhook_delivery_of_record"),
        ]
