"""Test drives."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from chezhan.catalogue.record import Record
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id

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
    """`owner`: the advisor who drives along. `car`: a demo car of the stock. Km as the car shows them.

    `token`: ends the link by which the customer sees the booking and signs. `signed_terms`: what they read when they
    signed, at `signed_at`. `consented_at`: when they agreed to their data being kept for it. `request_key`: the page's
    own name of a booking, so that it is one however often it is sent.
    """

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
    token = models.CharField(max_length=60, null=True, blank=True, editable=False)
    signed_at = models.DateTimeField(null=True, blank=True, editable=False)
    signed_terms = models.TextField(blank=True, default="", editable=False)
    consented_at = models.DateTimeField(null=True, blank=True, editable=False)
    request_key = models.CharField(max_length=80, null=True, blank=True, editable=False)

    class Meta:
        db_table = "test_drive"
        constraints = [
            models.UniqueConstraint(fields=["token"], name="test_drive_token_once"),
            models.UniqueConstraint(fields=["request_key"], name="test_drive_request_once"),
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
            models.UniqueConstraint(fields=["car"], condition=Q(status="out"), name="test_drive_car_out_once"),
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


class DrivePage(models.Model):
    """The store's one page on which customers book test drives themselves, from `notice_hours` to `days_ahead` on.

    `bring`: what the customer is to bring along. `terms`: what is signed before the car leaves.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    only = models.BooleanField(default=True, unique=True, editable=False)
    token = models.CharField(max_length=60, unique=True)
    enabled = models.BooleanField(default=True)
    intro = models.CharField(max_length=400, blank=True, default="")
    bring = models.CharField(max_length=400, blank=True, default="")
    terms = models.TextField()
    days_ahead = models.PositiveSmallIntegerField(default=14)
    notice_hours = models.PositiveSmallIntegerField(default=2)
    per_hour = models.PositiveIntegerField(default=20)
    per_day = models.PositiveIntegerField(default=100)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "drive_page"
        constraints = [
            models.CheckConstraint(condition=Q(only=True), name="drive_page_only"),
            models.CheckConstraint(condition=Q(days_ahead__gte=1, days_ahead__lte=60), name="drive_page_days"),
            models.CheckConstraint(condition=Q(notice_hours__lte=240), name="drive_page_notice"),
            models.CheckConstraint(condition=~Q(terms=""), name="drive_page_terms"),
        ]

    def __str__(self) -> str:
        return self.token
