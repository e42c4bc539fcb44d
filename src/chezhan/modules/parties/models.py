"""Customers."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from chezhan.catalogue.record import Record
from chezhan.catalogue.records.sealed import index_in


class Customer(Record):
    """A person or a company. The same phone may belong to several of them.

    `sealed_phone` and `sealed_wechat` are the phone and the WeChat id as they were given, as catalogue.sealing keeps
    them.
    `annual_income` is yuan a year.
    """

    class Kind(models.TextChoices):
        PERSON = "person", "个人"
        COMPANY = "company", "企业"

    class Gender(models.TextChoices):
        MALE = "male", "男"
        FEMALE = "female", "女"

    class Channel(models.TextChoices):
        WALK_IN = "walk_in", "自然到店"
        WEB = "web", "官网"
        PORTAL = "portal", "垂直网站"
        SOCIAL = "social", "新媒体"
        CALL = "call", "来电"
        EVENT = "event", "活动"
        REFERRAL = "referral", "转介绍"
        REPURCHASE = "repurchase", "老客户"
        OTHER = "other", "其他"

    kind = models.CharField(max_length=12, choices=Kind, default=Kind.PERSON)
    name = models.CharField(max_length=120)
    gender = models.CharField(max_length=12, choices=Gender, blank=True, default="")
    sealed_phone = models.BinaryField(null=True, blank=True, editable=False)
    sealed_wechat = models.BinaryField(null=True, blank=True, editable=False)
    annual_income = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    source_channel = models.CharField(max_length=20, choices=Channel, blank=True, default="")
    region = models.CharField(max_length=60, blank=True, default="")
    city = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        db_table = "customer"
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="customer_named"),
            models.CheckConstraint(condition=Q(kind__in=["person", "company"]), name="customer_kind"),
            models.CheckConstraint(condition=Q(gender__in=["", "male", "female"]), name="customer_gender"),
            models.CheckConstraint(
                condition=Q(annual_income__isnull=True) | Q(annual_income__gte=0), name="customer_income"
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="customer_by_creation"),
            models.Index(fields=["name", "id"], name="customer_by_name"),
            models.Index(index_in("sealed_phone"), name="customer_by_phone_index"),
            # Most have none: these cost no write.
            models.Index(
                index_in("sealed_wechat"),
                condition=Q(sealed_wechat__isnull=False),
                name="customer_by_wechat_index",
            ),
            GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="customer_name_parts"),
        ]

    def __str__(self) -> str:
        return self.name
