"""Brands, series and trims."""

from django.db import models
from django.db.models import Q

from chezhan.catalogue.record import Record

ENERGIES = ["petrol", "diesel", "hev", "phev", "erev", "bev"]
BODIES = ["", "sedan", "hatchback", "wagon", "coupe", "suv", "mpv", "pickup", "van"]
ORIGINS = ["domestic", "joint", "imported"]


class Brand(Record):
    """`maker`: the company behind it. `origin`: as the trade sorts brands."""

    class Origin(models.TextChoices):
        DOMESTIC = "domestic", "自主"
        JOINT = "joint", "合资"
        IMPORTED = "imported", "进口"

    name = models.CharField(max_length=60)
    english = models.CharField(max_length=60, blank=True, default="")
    maker = models.CharField(max_length=80, blank=True, default="")
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.DOMESTIC)
    on_sale = models.BooleanField(default=True)

    class Meta:
        db_table = "brand"
        constraints = [
            models.UniqueConstraint(fields=["name"], name="brand_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="brand_named"),
            models.CheckConstraint(condition=Q(origin__in=ORIGINS), name="brand_origin"),
        ]
        indexes = [models.Index(fields=["created_at", "id"], name="brand_by_creation")]

    def __str__(self) -> str:
        return self.name


class Series(Record):
    """`minimum`: so many cars of it are to stand free; of fewer is told. `holding_months`: how long people
    usually keep one. `rivals`, `talking_points`: for who sells. `hold_hours`: for so long a car of it is reserved,
    where nobody says otherwise.
    """

    class Body(models.TextChoices):
        SEDAN = "sedan", "轿车"
        HATCHBACK = "hatchback", "两厢车"
        WAGON = "wagon", "旅行车"
        COUPE = "coupe", "跑车"
        SUV = "suv", "SUV"
        MPV = "mpv", "MPV"
        PICKUP = "pickup", "皮卡"
        VAN = "van", "微面"

    brand = models.ForeignKey("library.Brand", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    body_style = models.CharField(max_length=10, choices=Body, blank=True, default="")
    on_sale = models.BooleanField(default=True)
    minimum = models.PositiveIntegerField(null=True, blank=True)
    holding_months = models.PositiveSmallIntegerField(null=True, blank=True)
    hold_hours = models.PositiveSmallIntegerField(null=True, blank=True)
    rivals = models.TextField(blank=True, default="")
    talking_points = models.TextField(blank=True, default="")

    class Meta:
        db_table = "series"
        constraints = [
            models.UniqueConstraint(fields=["brand", "name"], name="series_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="series_named"),
            models.CheckConstraint(condition=Q(body_style__in=BODIES), name="series_body_style"),
        ]
        indexes = [models.Index(fields=["created_at", "id"], name="series_by_creation")]

    def __str__(self) -> str:
        return self.name


class Trim(Record):
    """`name`: as price lists say it, the series' name before it. `guide_price`: yuan, the maker's, VAT included.

    Warranty and intervals in months and km, None for what the maker leaves open: of the whole car, of battery, motor
    and controller of a new-energy car, of engine oil (none in an electric car), of the check of the whole car.
    """

    class Energy(models.TextChoices):
        PETROL = "petrol", "汽油"
        DIESEL = "diesel", "柴油"
        HEV = "hev", "油电混动"
        PHEV = "phev", "插电混动"
        EREV = "erev", "增程"
        BEV = "bev", "纯电"

    series = models.ForeignKey("library.Series", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    model_year = models.PositiveSmallIntegerField(null=True, blank=True)
    guide_price = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    energy = models.CharField(max_length=12, choices=Energy, default=Energy.PETROL)
    engine = models.CharField(max_length=120, blank=True, default="")
    transmission = models.CharField(max_length=60, blank=True, default="")
    seats = models.PositiveSmallIntegerField(null=True, blank=True)
    on_sale = models.BooleanField(default=True)
    warranty_months = models.PositiveSmallIntegerField(null=True, blank=True)
    warranty_km = models.PositiveIntegerField(null=True, blank=True)
    power_warranty_months = models.PositiveSmallIntegerField(null=True, blank=True)
    power_warranty_km = models.PositiveIntegerField(null=True, blank=True)
    oil_months = models.PositiveSmallIntegerField(null=True, blank=True)
    oil_km = models.PositiveIntegerField(null=True, blank=True)
    service_months = models.PositiveSmallIntegerField(null=True, blank=True)
    service_km = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        db_table = "trim"
        constraints = [
            models.UniqueConstraint(fields=["series", "name"], name="trim_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="trim_named"),
            models.CheckConstraint(condition=Q(energy__in=ENERGIES), name="trim_energy"),
            models.CheckConstraint(
                condition=Q(guide_price__isnull=True) | Q(guide_price__gte=0), name="trim_guide_price"
            ),
            models.CheckConstraint(
                condition=~Q(energy="bev") | Q(oil_months__isnull=True, oil_km__isnull=True),
                name="trim_no_oil_in_electric",
            ),
        ]
        indexes = [models.Index(fields=["created_at", "id"], name="trim_by_creation")]

    @property
    def in_full(self) -> str:
        """With its series, which many name already."""
        return self.name if self.name.startswith(self.series.name) else f"{self.series.name} {self.name}"

    def __str__(self) -> str:
        return self.name
