"""Customers' cars."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from chezhan.catalogue.record import Record

VIN_SHAPE = r"^[A-HJ-NPR-Z0-9]{17}$"


class Vehicle(Record):
    """One car, one file. VIN as in GB 16735: 17 upper-case characters without I, O, Q; None when unknown.

    `line`: its series in the store's library, where it is known there. `left_on`: since when its
    customer has it no more, while nobody else has it here: nothing is sent to them about it.
    """

    class PlateKind(models.TextChoices):
        BLUE = "blue", "蓝牌"
        NEW_ENERGY = "new_energy", "新能源"
        YELLOW = "yellow", "黄牌"
        SPECIAL = "special", "特种"
        TEMPORARY = "temporary", "临时"

    class Energy(models.TextChoices):
        PETROL = "petrol", "汽油"
        DIESEL = "diesel", "柴油"
        HEV = "hev", "油电混动"
        PHEV = "phev", "插电混动"
        EREV = "erev", "增程"
        BEV = "bev", "纯电"

    customer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, related_name="vehicles")
    brand = models.CharField(max_length=60)
    series = models.CharField(max_length=80, blank=True, default="")
    trim = models.CharField(max_length=120, blank=True, default="")
    vin = models.CharField(max_length=17, null=True, blank=True)
    plate = models.CharField(max_length=12, null=True, blank=True)
    plate_kind = models.CharField(max_length=12, choices=PlateKind, blank=True, default="")
    energy = models.CharField(max_length=12, choices=Energy, blank=True, default="")
    engine = models.CharField(max_length=120, blank=True, default="")
    transmission = models.CharField(max_length=60, blank=True, default="")
    color = models.CharField(max_length=40, blank=True, default="")
    body_style = models.CharField(max_length=40, blank=True, default="")
    first_registered_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    line = models.ForeignKey("library.Series", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "vehicle"
        constraints = [
            models.UniqueConstraint(fields=["vin"], name="vehicle_vin_once"),
            models.CheckConstraint(condition=Q(vin__isnull=True) | Q(vin__regex=VIN_SHAPE), name="vehicle_vin"),
            models.CheckConstraint(condition=~Q(plate=""), name="vehicle_plate"),
            models.CheckConstraint(
                condition=Q(plate_kind__in=["", "blue", "new_energy", "yellow", "special", "temporary"]),
                name="vehicle_plate_kind",
            ),
            models.CheckConstraint(
                condition=Q(energy__in=["", "petrol", "diesel", "hev", "phev", "erev", "bev"]), name="vehicle_energy"
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="vehicle_by_creation"),
            models.Index(fields=["brand", "series"], name="vehicle_by_series"),
            GinIndex(fields=["plate"], opclasses=["gin_trgm_ops"], name="vehicle_plate_parts"),
        ]

    def __str__(self) -> str:
        return self.plate or self.vin or f"{self.brand} {self.series}".strip()


class VehicleOwner(Record):
    """Whose a car was, from when until when; `customer` is None while it stood in the store's own used stock.

    Written where a car changes hands; the present owner is the car's own `customer`.
    """

    class How(models.TextChoices):
        EARLIER = "earlier", "此前"
        TRADE_IN = "trade_in", "本店收购"
        USED_SALE = "used_sale", "本店售出"

    vehicle = models.ForeignKey("vehicles.Vehicle", on_delete=models.PROTECT, related_name="+")
    customer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    how = models.CharField(max_length=12, choices=How, default=How.EARLIER)

    class Meta:
        db_table = "vehicle_owner"
        constraints = [
            models.UniqueConstraint(fields=["vehicle"], condition=Q(until=None), name="vehicle_owner_one_now"),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")),
                name="vehicle_owner_days",
            ),
            models.CheckConstraint(condition=Q(how__in=["earlier", "trade_in", "used_sale"]), name="vehicle_owner_how"),
        ]
        indexes = [models.Index(fields=["created_at", "id"], name="vehicle_owner_by_creation")]

    def __str__(self) -> str:
        return f"{self.vehicle_id} {self.since}"
