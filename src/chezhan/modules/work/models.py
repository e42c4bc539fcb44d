"""Tasks."""

from django.db import models
from django.db.models import Q

from chezhan.catalogue.record import Record

STATUSES = ["open", "done", "cancelled"]
PRIORITIES = ["high", "normal", "low"]


class Task(Record):
    """What is to be done, by its `owner`. The links say about which record; a store adds links to its own kinds.

    `done_at`, `done_by`: when and by whom it was done or cancelled; None while it is open.
    """

    class Status(models.TextChoices):
        OPEN = "open", "待处理"
        DONE = "done", "已完成"
        CANCELLED = "cancelled", "已取消"

    class Priority(models.TextChoices):
        HIGH = "high", "紧急"
        NORMAL = "normal", "普通"
        LOW = "low", "不急"

    what = models.CharField(max_length=200)
    customer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    vehicle = models.ForeignKey("vehicles.Vehicle", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sales_order = models.ForeignKey(
        "sales.SalesOrder", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lead = models.ForeignKey("leads.Lead", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    test_drive = models.ForeignKey(
        "drives.TestDrive", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    referral = models.ForeignKey(
        "referrals.Referral", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_at = models.DateTimeField(null=True, blank=True)
    priority = models.CharField(max_length=8, choices=Priority, default=Priority.NORMAL)
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    note = models.TextField(blank=True, default="")
    result = models.TextField(blank=True, default="")
    done_at = models.DateTimeField(null=True, blank=True, editable=False)
    done_by = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        db_table = "task"
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="task_what"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="task_status"),
            models.CheckConstraint(condition=Q(priority__in=PRIORITIES), name="task_priority"),
            models.CheckConstraint(
                condition=Q(status="open", done_at=None) | Q(~Q(status="open"), done_at__isnull=False),
                name="task_done_at",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "due_at"], condition=Q(status="open"), name="task_open_of_owner"),
            models.Index(fields=["owner", "-done_at"], condition=~Q(status="open"), name="task_done_of_owner"),
            models.Index(fields=["created_by", "-created_at"], name="task_by_maker"),
            models.Index(fields=["created_at", "id"], name="task_by_creation"),
        ]

    def __str__(self) -> str:
        return self.what
