"""What a group has subscribed to (public schema)."""

from django.db import models
from django.db.models import F, Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from tenants.models import Group


class Subscription(models.Model):
    """One per group. `plan` is a key of billing.plans; the trial's last day is the day before `trial_ends_on`."""

    class Status(models.TextChoices):
        TRIAL = "trial", "试用"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="subscription")
    plan = models.CharField(max_length=32)
    status = models.CharField(max_length=12, choices=Status)
    trial_started_on = models.DateField()
    trial_ends_on = models.DateField()
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        db_table = "subscription"
        constraints = [
            models.CheckConstraint(
                condition=Q(trial_ends_on__gt=F("trial_started_on")), name="subscription_trial_has_days"
            ),
            models.CheckConstraint(condition=Q(status__in=["trial"]), name="subscription_status_known"),
        ]

    def __str__(self) -> str:
        return f"{self.plan} ({self.status})"
