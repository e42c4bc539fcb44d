"""Referrals."""

from django.db import models
from django.db.models import Q

from chezhan.catalogue.record import Record

STATUSES = ["open", "won", "rewarded", "lapsed"]


class Referral(Record):
    """A customer brought a friend, who is a lead. Yuan: `friend_discount` what the friend gets off, `reward_amount`
    what the referrer gets, as money or as a package of that value. `payment_reference`: by which the payment is found.
    """

    class Status(models.TextChoices):
        OPEN = "open", "跟进中"
        WON = "won", "已成交"
        REWARDED = "rewarded", "已奖励"
        LAPSED = "lapsed", "未成交"

    class Reward(models.TextChoices):
        CASH = "cash", "现金"
        PACKAGE = "package", "套餐"

    referrer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, related_name="+")
    lead = models.OneToOneField("leads.Lead", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    friend_discount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    won_on = models.DateField(null=True, blank=True, editable=False)
    reward_kind = models.CharField(max_length=8, choices=Reward, blank=True, default="")
    reward_amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    package = models.CharField(max_length=120, blank=True, default="")
    rewarded_on = models.DateField(null=True, blank=True)
    payment_reference = models.CharField(max_length=80, blank=True, default="")
    note = models.TextField(blank=True, default="")

    class Meta:
        db_table = "referral"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="referral_status"),
            models.CheckConstraint(condition=Q(reward_kind__in=["", "cash", "package"]), name="referral_reward_kind"),
            models.CheckConstraint(
                condition=Q(reward_amount__isnull=True) | Q(reward_amount__gt=0), name="referral_reward"
            ),
            models.CheckConstraint(
                condition=Q(friend_discount__isnull=True) | Q(friend_discount__gte=0), name="referral_friend_discount"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["won", "rewarded"]) | Q(won_on__isnull=False), name="referral_won_on"
            ),
            models.CheckConstraint(
                condition=~Q(status="rewarded")
                | Q(rewarded_on__isnull=False, reward_amount__isnull=False)
                & ~Q(payment_reference="")
                & (Q(reward_kind="cash") | (Q(reward_kind="package") & ~Q(package=""))),
                name="referral_rewarded_on_record",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="referral_by_creation"),
            models.Index(fields=["referrer", "status"], name="referral_of_referrer"),
        ]

    def __str__(self) -> str:
        return f"{self.referrer_id} {self.status}"
