"""Stock vehicles."""

from django.db import models
from django.db.models import F, Q

from chezhan.catalogue.record import Record

STATUSES = ["ordered", "in_transit", "received", "in_stock", "reserved", "allocated", "invoiced"]
OPEN, ENDED = tuple(STATUSES), ("delivered", "transferred", "returned")
STATUSES += ENDED
COMING = ("ordered", "in_transit")
CERTIFICATES = ["", "held", "pledged", "released"]
VIN_SHAPE = r"^[A-HJ-NPR-Z0-9]{17}$"


class StockVehicle(Record):
    """A car of the store. `vin`: None until the maker tells it. Money in yuan, VAT included.

    `reserved_by`, `reserved_at`: written by the verb. `left_on`: the day it went, to whom it did or why: `left_to`.
    """

    class Status(models.TextChoices):
        ORDERED = "ordered", "已订货"
        IN_TRANSIT = "in_transit", "在途"
        RECEIVED = "received", "已到店"
        IN_STOCK = "in_stock", "在库"
        RESERVED = "reserved", "已预留"
        ALLOCATED = "allocated", "已配车"
        INVOICED = "invoiced", "已开票"
        DELIVERED = "delivered", "已交车"
        TRANSFERRED = "transferred", "已调出"
        RETURNED = "returned", "已退回"

    class Certificate(models.TextChoices):
        HELD = "held", "在店"
        PLEDGED = "pledged", "质押"
        RELEASED = "released", "已赎"

    trim = models.ForeignKey("library.Trim", on_delete=models.PROTECT, related_name="+")
    vin = models.CharField(max_length=17, null=True, blank=True)
    configuration = models.TextField(blank=True, default="")
    exterior = models.CharField(max_length=40, blank=True, default="")
    interior = models.CharField(max_length=40, blank=True, default="")
    made_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.ORDERED)
    is_display = models.BooleanField(default=False)
    is_demo = models.BooleanField(default=False)
    second_network = models.CharField(max_length=120, blank=True, default="")
    location = models.CharField(max_length=80, blank=True, default="")
    km = models.PositiveIntegerField(null=True, blank=True)
    ordered_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    arrived_on = models.DateField(null=True, blank=True)
    invoiced_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    left_to = models.CharField(max_length=120, blank=True, default="")
    price = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    cost = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    rebate_accrued = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    rebate_confirmed = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    rebate_paid = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    certificate = models.CharField(max_length=10, choices=Certificate, blank=True, default="")
    certificate_no = models.CharField(max_length=40, blank=True, default="")
    lender = models.CharField(max_length=80, blank=True, default="")
    certificate_due_on = models.DateField(null=True, blank=True)
    customs_no = models.CharField(max_length=40, blank=True, default="")
    inspection_no = models.CharField(max_length=40, blank=True, default="")
    lead = models.ForeignKey("leads.Lead", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reserved_by = models.UUIDField(null=True, blank=True, editable=False)
    reserved_at = models.DateTimeField(null=True, blank=True, editable=False)
    reserved_until = models.DateTimeField(null=True, blank=True)
    release_reason = models.CharField(max_length=200, blank=True, default="")
    order_no = models.CharField(max_length=40, blank=True, default="")
    note = models.TextField(blank=True, default="")

    class Meta:
        db_table = "stock_vehicle"
        constraints = [
            models.UniqueConstraint(fields=["vin"], condition=Q(status__in=OPEN), name="stock_vehicle_vin_once"),
            models.CheckConstraint(condition=Q(vin__isnull=True) | Q(vin__regex=VIN_SHAPE), name="stock_vehicle_vin"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="stock_vehicle_status"),
            models.CheckConstraint(
                condition=Q(status__in=[*COMING, "returned"]) | Q(vin__isnull=False, arrived_on__isnull=False),
                name="stock_vehicle_arrived",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ENDED, left_on__isnull=False) | Q(status__in=OPEN, left_on=None),
                name="stock_vehicle_left",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(arrived_on__isnull=True) | Q(left_on__gte=F("arrived_on")),
                name="stock_vehicle_left_after",
            ),
            models.CheckConstraint(
                condition=Q(status="reserved", reserved_by__isnull=False)
                | Q(~Q(status="reserved"), reserved_by=None, reserved_at=None),
                name="stock_vehicle_reserved_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(is_demo=True, status__in=["reserved", "allocated", "invoiced"]),
                name="stock_vehicle_demo_is_not_sold",
            ),
            models.CheckConstraint(condition=Q(certificate__in=CERTIFICATES), name="stock_vehicle_certificate"),
            models.CheckConstraint(
                condition=~Q(certificate="pledged") | ~Q(lender=""), name="stock_vehicle_pledged_to_somebody"
            ),
            models.CheckConstraint(
                condition=~Q(status="delivered", certificate="pledged"), name="stock_vehicle_not_delivered_pledged"
            ),
            models.CheckConstraint(condition=Q(price__isnull=True) | Q(price__gte=0), name="stock_vehicle_price"),
            models.CheckConstraint(condition=Q(cost__isnull=True) | Q(cost__gte=0), name="stock_vehicle_cost"),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="stock_vehicle_by_creation"),
            models.Index(fields=["status", "arrived_on"], name="stock_vehicle_by_age"),
            models.Index(fields=["trim", "status"], name="stock_vehicle_of_trim"),
        ]

    def __str__(self) -> str:
        return self.vin or str(self.id)
