"""Test drives."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from chezhan.catalogue.record import Record

STATUSES = ["booked", "confirmed", "out", "done", "no_show", "cancelled"]
# In these the slot is taken: the car and the advisor are nobody else's.
HOLDING = ("booked", "confirmed", "out")
ROUTES = ["", "city", "highway", "mixed", "long"]
SOURCES = ["advisor", "online", "walk_in"]


class Slot(Func):
    """From and to, the end left out, as PostgreSQL compares ranges."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


def _slot() -> Slot:
    return Slot("starts_at", "ends_at", RangeBoundary())


class TestDrive(Record):
    """`owner`: the advisor who drives along. `car`: a demo car of the stock. Km as the car shows them."""

    __test__ = False

    class Status(models.TextChoices):
        BOOKED = "booked", "已预约"
        CONFIRMED = "confirmed", "已确认"
        OUT = "out", "试驾中"
        DONE = "done", "已完成"
        NO_SHOW = "no_show", "未到店"
        CANCELLED = "cancelled", "已取消"

    class Route(models.TextChoices):
        CITY = "city", "城市道路"
        HIGHWAY = "highway", "高速"
        MIXED = "mixed", "综合路线"
        LONG = "long", "深度试驾"

    class Source(models.TextChoices):
        ADVISOR = "advisor", "顾问预约"
        ONLINE = "online", "客户自助"
        WALK_IN = "walk_in", "到店即试"

    lead = models.ForeignKey("leads.Lead", on_delete=models.PROTECT, related_name="+")
    car = models.ForeignKey("stock.StockVehicle", on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    status = models.CharField(max_length=12, choices=Status, default=Status.BOOKED)
    source = models.CharField(max_length=10, choices=Source, default=Source.ADVISOR)
    route = models.CharField(max_length=10, choices=Route, blank=True, default="")
    licence_checked = models.BooleanField(default=False)
    agreement = models.JSONField(null=True, blank=True)
    out_at = models.DateTimeField(null=True, blank=True, editable=False)
    out_km = models.PositiveIntegerField(null=True, blank=True)
    in_at = models.DateTimeField(null=True, blank=True, editable=False)
    in_km = models.PositiveIntegerField(null=True, blank=True)
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    feedback = models.TextField(blank=True, default="")
    cancel_reason = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "test_drive"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="test_drive_status"),
            models.CheckConstraint(condition=Q(source__in=SOURCES), name="test_drive_source"),
            models.CheckConstraint(condition=Q(route__in=ROUTES), name="test_drive_route"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="test_drive_ends_after"),
            models.CheckConstraint(
                condition=~Q(status__in=["out", "done"])
                | Q(licence_checked=True, out_at__isnull=False, out_km__isnull=False),
                name="test_drive_out_with_licence",
            ),
            models.CheckConstraint(
                condition=~Q(status="done") | Q(in_at__isnull=False, in_km__isnull=False), name="test_drive_back"
            ),
            models.CheckConstraint(
                condition=Q(in_km__isnull=True) | Q(out_km__isnull=True) | Q(in_km__gte=F("out_km")),
                name="test_drive_km",
            ),
            models.CheckConstraint(
                condition=Q(rating__isnull=True) | Q(rating__gte=1, rating__lte=5), name="test_drive_rating"
            ),
            ExclusionConstraint(
                name="test_drive_car_once",
                expressions=[("car", RangeOperators.EQUAL), (_slot(), RangeOperators.OVERLAPS)],
                condition=Q(status__in=HOLDING),
            ),
            ExclusionConstraint(
                name="test_drive_advisor_once",
                expressions=[("owner", RangeOperators.EQUAL), (_slot(), RangeOperators.OVERLAPS)],
                condition=Q(status__in=HOLDING, owner__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="test_drive_by_creation"),
            models.Index(fields=["starts_at"], name="test_drive_by_start"),
            models.Index(fields=["owner", "starts_at"], name="test_drive_of_advisor"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"
