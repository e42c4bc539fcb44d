"""Sales orders."""

from django.db import models
from django.db.models import Q

from chezhan.catalogue.record import Record

STATUSES = ["draft", "approved", "deposit", "allocated", "invoiced", "delivered", "closed", "cancelled"]


class SalesOrder(Record):
    """A car sold to a customer. `number` is the natural key, drawn when none is given; `price` is yuan, all taxes in.

    Brand, series and region are the sale's own: a store sells in many regions, and a car's file may be mended later.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "草稿"
        APPROVED = "approved", "已审批"
        DEPOSIT = "deposit", "已收定金"
        ALLOCATED = "allocated", "已配车"
        INVOICED = "invoiced", "已开票"
        DELIVERED = "delivered", "已交车"
        CLOSED = "closed", "已关闭"
        CANCELLED = "cancelled", "已取消"

    number = models.CharField(max_length=60, blank=True, default="")
    status = models.CharField(max_length=12, choices=Status, default=Status.DELIVERED)
    customer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, related_name="sales_orders")
    vehicle = models.ForeignKey("vehicles.Vehicle", on_delete=models.PROTECT, related_name="sales_orders")
    ordered_on = models.DateField()
    brand = models.CharField(max_length=60)
    series = models.CharField(max_length=80, blank=True, default="")
    region = models.CharField(max_length=60, blank=True, default="")
    price = models.DecimalField(max_digits=14, decimal_places=2)
    dealer_code = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        db_table = "sales_order"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="sales_order_number"),
            models.CheckConstraint(condition=~Q(number=""), name="sales_order_numbered"),
            models.CheckConstraint(condition=Q(price__gte=0), name="sales_order_price"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="sales_order_status"),
        ]
        indexes = [
            models.Index(fields=["ordered_on", "id"], name="sales_order_by_day"),
            models.Index(fields=["brand", "series"], name="sales_order_by_series"),
        ]

    def __str__(self) -> str:
        return self.number
