"""Relations between customers."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from chezhan.catalogue.record import Record

KINDS = [
    "spouse", "parent", "child", "sibling", "relative", "friend", "driver", "driven", "company", "contact", "colleague",
    "referrer", "referred", "other",
]  # fmt: skip


class Relation(Record):
    """`other` is `kind` to `customer`: their spouse, their driver. One for two customers, whichever stands first."""

    class Kind(models.TextChoices):
        SPOUSE = "spouse", "配偶"
        PARENT = "parent", "父母"
        CHILD = "child", "子女"
        SIBLING = "sibling", "兄弟姐妹"
        RELATIVE = "relative", "其他亲属"
        FRIEND = "friend", "朋友"
        DRIVER = "driver", "司机"
        DRIVEN = "driven", "用车人"
        COMPANY = "company", "所在企业"
        CONTACT = "contact", "企业联系人"
        COLLEAGUE = "colleague", "同事"
        REFERRER = "referrer", "介绍人"
        REFERRED = "referred", "被介绍的人"
        OTHER = "other", "其他"

    customer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    note = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "relation"
        constraints = [
            models.CheckConstraint(condition=~Q(customer=F("other")), name="relation_of_two"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="relation_kind"),
            models.UniqueConstraint(Least("customer", "other"), Greatest("customer", "other"), name="relation_once"),
        ]
        indexes = [models.Index(fields=["created_at", "id"], name="relation_by_creation")]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.kind} {self.other_id}"
