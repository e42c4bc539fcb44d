"""Deliveries and promises."""

from django.db import models
from django.db.models import Q

from chezhan.catalogue.record import Record

STREAMS = ["pdi", "finance", "insurance", "plates", "accessories", "gifts"]
STATUSES = ["preparing", "ready", "handed_over", "cancelled"]
PROGRESS = ["open", "doing", "done", "not_needed"]


class Progress(models.TextChoices):
    OPEN = "open", "未开始"
    DOING = "doing", "进行中"
    DONE = "done", "已完成"
    NOT_NEEDED = "not_needed", "不需要"


def stream() -> models.CharField:
    return models.CharField(max_length=10, choices=Progress, default=Progress.OPEN)


class Delivery(Record):
    """The way of one order's car to its customer. Each stream is a department's work, and all go on at the same time.

    `token`: ends the link by which the customer sees how far it is. `photos`, `signature`: of the hand-over.
    """

    class Status(models.TextChoices):
        PREPARING = "preparing", "准备中"
        READY = "ready", "可交车"
        HANDED_OVER = "handed_over", "已交车"
        CANCELLED = "cancelled", "已取消"

    order = models.OneToOneField("sales.SalesOrder", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Status, default=Status.PREPARING)
    planned_at = models.DateTimeField(null=True, blank=True)
    pdi = stream()
    finance = stream()
    insurance = stream()
    plates = stream()
    accessories = stream()
    gifts = stream()
    photos = models.JSONField(null=True, blank=True)
    signature = models.JSONField(null=True, blank=True)
    note = models.TextField(blank=True, default="")
    handed_over_at = models.DateTimeField(null=True, blank=True, editable=False)
    token = models.CharField(max_length=60, null=True, blank=True, editable=False)

    class Meta:
        db_table = "delivery"
        constraints = [
            models.UniqueConstraint(fields=["token"], name="delivery_token_once"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="delivery_status"),
            *(
                models.CheckConstraint(condition=Q(**{f"{name}__in": PROGRESS}), name=f"delivery_{name}")
                for name in STREAMS
            ),
            models.CheckConstraint(
                condition=~Q(status="handed_over")
                | Q(handed_over_at__isnull=False, **{f"{name}__in": ["done", "not_needed"] for name in STREAMS}),
                name="delivery_handed_over_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="delivery_by_creation"),
            models.Index(fields=["status", "planned_at"], name="delivery_by_plan"),
        ]

    def __str__(self) -> str:
        return str(self.order_id)


class Promise(Record):
    """What somebody promised a customer: a gift, a price, a day. It follows the customer until it is kept or waived.

    `owner`: who keeps it; `made_by`: who gave their word. Open ones of an order stand in the way of its hand-over.
    """

    class Kind(models.TextChoices):
        GIFT = "gift", "赠品"
        PRICE = "price", "价格"
        DATE = "date", "时间"
        SERVICE = "service", "服务"
        OTHER = "other", "其他"

    class Status(models.TextChoices):
        OPEN = "open", "待兑现"
        KEPT = "kept", "已兑现"
        BROKEN = "broken", "未兑现"
        WAIVED = "waived", "客户免除"

    what = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OTHER)
    customer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, related_name="+")
    order = models.ForeignKey("sales.SalesOrder", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    vehicle = models.ForeignKey("vehicles.Vehicle", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    blocks = models.BooleanField(default=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)
    outcome = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "promise"
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="promise_what"),
            models.CheckConstraint(condition=Q(status__in=["open", "kept", "broken", "waived"]), name="promise_status"),
            models.CheckConstraint(
                condition=Q(kind__in=["gift", "price", "date", "service", "other"]), name="promise_kind"
            ),
            models.CheckConstraint(
                condition=Q(status="open", settled_at=None) | (~Q(status="open") & Q(settled_at__isnull=False)),
                name="promise_settled_at",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="promise_by_creation"),
            models.Index(fields=["order", "status"], name="promise_of_order"),
            models.Index(fields=["owner", "due_on"], condition=Q(status="open"), name="promise_open_of_owner"),
        ]

    def __str__(self) -> str:
        return self.what
