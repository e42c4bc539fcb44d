"""Used cars, and the ledger of what was spent on them."""

from django.db import models
from django.db.models import Q

from chezhan.catalogue.record import Record
from chezhan.modules.vehicles.models import VIN_SHAPE, Vehicle

STATUSES = [
    "registered", "appraised", "offered", "bought", "transferred", "preparing", "for_sale", "reserved", "sold",
    "handed_over", "declined",
]  # fmt: skip
# The car is the store's own.
OWNED = STATUSES[3:9]
SOURCES = ["trade_in", "purchase", "consignment", "other"]
ENERGIES = ["", "petrol", "diesel", "hev", "phev", "erev", "bev"]
GRADES = ["", "A", "B", "C", "D"]
SUBSIDIES = ["", "none", "to_apply", "applied", "received", "refused"]
COSTS = ["inspection", "repair", "body", "cleaning", "transfer", "parking", "commission", "other"]


def money() -> models.DecimalField:
    return models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)


class UsedCar(Record):
    """A car that somebody brings along or sells us, until it is somebody else's. `owner`: who deals with it.

    Yuan: `wish` what the seller asks, `appraised_price` what it should fetch, `offer_price` what we give, `subsidy` the
    maker's for a trade-in, `purchase_price` what was paid. `quote`, `order`: of the new car that it is traded in for.
    `vehicle`: its file, one for each car; whose it is, is told there from the transfer on.
    """

    class Status(models.TextChoices):
        REGISTERED = "registered", "待评估"
        APPRAISED = "appraised", "已评估"
        OFFERED = "offered", "已报价"
        BOUGHT = "bought", "已收购"
        TRANSFERRED = "transferred", "已过户入库"
        PREPARING = "preparing", "整备中"
        FOR_SALE = "for_sale", "在售"
        RESERVED = "reserved", "已预订"
        SOLD = "sold", "已售出"
        HANDED_OVER = "handed_over", "已过户给买家"
        DECLINED = "declined", "未成交"

    class Source(models.TextChoices):
        TRADE_IN = "trade_in", "置换"
        PURCHASE = "purchase", "收购"
        CONSIGNMENT = "consignment", "寄售"
        OTHER = "other", "其他"

    class Grade(models.TextChoices):
        A = "A", "A"
        B = "B", "B"
        C = "C", "C"
        D = "D", "D"

    class Subsidy(models.TextChoices):
        NONE = "none", "无"
        TO_APPLY = "to_apply", "待申报"
        APPLIED = "applied", "已申报"
        RECEIVED = "received", "已到账"
        REFUSED = "refused", "未通过"

    number = models.CharField(max_length=40, blank=True, default="")
    status = models.CharField(max_length=12, choices=Status, default=Status.REGISTERED)
    source = models.CharField(max_length=12, choices=Source, default=Source.TRADE_IN)
    vin = models.CharField(max_length=17, null=True, blank=True)
    plate = models.CharField(max_length=12, null=True, blank=True)
    brand = models.CharField(max_length=60)
    series = models.CharField(max_length=80, blank=True, default="")
    trim = models.CharField(max_length=120, blank=True, default="")
    energy = models.CharField(max_length=12, choices=Vehicle.Energy, blank=True, default="")
    color = models.CharField(max_length=40, blank=True, default="")
    km = models.PositiveIntegerField(null=True, blank=True)
    first_registered_on = models.DateField(null=True, blank=True)
    owners_before = models.PositiveSmallIntegerField(null=True, blank=True)
    pledged = models.BooleanField(default=False)
    seller = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lead = models.ForeignKey("leads.Lead", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    quote = models.ForeignKey("quotes.Quote", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    order = models.ForeignKey("sales.SalesOrder", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    vehicle = models.ForeignKey("vehicles.Vehicle", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    wish = money()
    appraised_on = models.DateField(null=True, blank=True)
    appraised_price = money()
    grade = models.CharField(max_length=2, choices=Grade, blank=True, default="")
    condition = models.TextField(blank=True, default="")
    photos = models.JSONField(null=True, blank=True)
    offer_price = money()
    offer_until = models.DateField(null=True, blank=True)
    declined_for = models.CharField(max_length=200, blank=True, default="")
    subsidy = money()
    subsidy_status = models.CharField(max_length=10, choices=Subsidy, blank=True, default="")
    purchase_price = money()
    bought_on = models.DateField(null=True, blank=True)
    transferred_on = models.DateField(null=True, blank=True)
    location = models.CharField(max_length=60, blank=True, default="")
    asking_price = money()
    floor_price = money()
    buyer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sale_price = money()
    sold_on = models.DateField(null=True, blank=True)
    handed_over_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True, default="")

    class Meta:
        db_table = "used_car"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="used_car_number"),
            # A car may come back years later; but the store has it once at a time.
            models.UniqueConstraint(fields=["vin"], condition=Q(status__in=OWNED), name="used_car_vin_once"),
            models.CheckConstraint(condition=~Q(number=""), name="used_car_numbered"),
            models.CheckConstraint(condition=~Q(brand=""), name="used_car_brand"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="used_car_status"),
            models.CheckConstraint(condition=Q(source__in=SOURCES), name="used_car_source"),
            models.CheckConstraint(condition=Q(energy__in=ENERGIES), name="used_car_energy"),
            models.CheckConstraint(condition=Q(grade__in=GRADES), name="used_car_grade"),
            models.CheckConstraint(condition=Q(subsidy_status__in=SUBSIDIES), name="used_car_subsidy"),
            models.CheckConstraint(condition=Q(vin__isnull=True) | Q(vin__regex=VIN_SHAPE), name="used_car_vin"),
            models.CheckConstraint(condition=~Q(plate=""), name="used_car_plate"),
            models.CheckConstraint(
                condition=~Q(status__in=[*OWNED, "handed_over"])
                | Q(purchase_price__isnull=False, bought_on__isnull=False, vin__isnull=False, seller__isnull=False),
                name="used_car_bought",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["sold", "handed_over"])
                | Q(sale_price__isnull=False, sold_on__isnull=False, buyer__isnull=False),
                name="used_car_sold",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 0}), name=f"used_car_{name}_is"
                )
                for name in ("appraised_price", "offer_price", "purchase_price", "asking_price", "sale_price")
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="used_car_by_creation"),
            models.Index(fields=["status", "created_at"], name="used_car_by_status"),
            models.Index(fields=["vin"], name="used_car_by_vin"),
        ]

    def __str__(self) -> str:
        return self.number


class UsedCarCost(Record):
    """What was spent on a used car: never edited, a wrong one is reversed. `signed`: what it adds, drawn by the
    database. `reverses`: of a reversal, which it takes back whole.
    """

    class Kind(models.TextChoices):
        INSPECTION = "inspection", "检测"
        REPAIR = "repair", "机电维修"
        BODY = "body", "钣喷"
        CLEANING = "cleaning", "美容清洁"
        TRANSFER = "transfer", "过户费"
        PARKING = "parking", "停放"
        COMMISSION = "commission", "佣金"
        OTHER = "other", "其他"

    class Status(models.TextChoices):
        BOOKED = "booked", "已入账"
        REVERSED = "reversed", "已冲销"

    used_car = models.ForeignKey("used.UsedCar", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OTHER)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    signed = models.DecimalField(max_digits=14, decimal_places=2, default=0, editable=False)
    spent_on = models.DateField()
    supplier = models.CharField(max_length=80, blank=True, default="")
    reference = models.CharField(max_length=80, blank=True, default="")
    status = models.CharField(max_length=10, choices=Status, default=Status.BOOKED)
    reverses = models.OneToOneField(
        "used.UsedCarCost", on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    reason = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "used_car_cost"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=COSTS), name="used_car_cost_kind"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="used_car_cost_amount"),
            models.CheckConstraint(condition=Q(status__in=["booked", "reversed"]), name="used_car_cost_status"),
        ]
        indexes = [
            models.Index(fields=["used_car", "spent_on"], name="used_car_cost_of_car"),
            models.Index(fields=["created_at", "id"], name="used_car_cost_by_creation"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"
