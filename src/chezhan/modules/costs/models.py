"""What was spent on a channel or a campaign, over some days."""

from django.db import models
from django.db.models import F, Q

from chezhan.catalogue.record import Record
from chezhan.modules.leads.models import CHANNELS, Lead


class ChannelCost(Record):
    """`amount`: yuan, for all days from `first_on` to `last_on`, both included. `campaign`: as leads name theirs."""

    name = models.CharField(max_length=120)
    channel = models.CharField(max_length=20, choices=Lead.Channel)
    campaign = models.CharField(max_length=120, blank=True, default="")
    first_on = models.DateField()
    last_on = models.DateField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    note = models.TextField(blank=True, default="")

    class Meta:
        db_table = "channel_cost"
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="channel_cost_named"),
            models.CheckConstraint(condition=Q(channel__in=CHANNELS), name="channel_cost_channel"),
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="channel_cost_days"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="channel_cost_amount"),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="channel_cost_by_creation"),
            models.Index(fields=["first_on", "last_on"], name="channel_cost_by_days"),
        ]

    def __str__(self) -> str:
        return self.name
