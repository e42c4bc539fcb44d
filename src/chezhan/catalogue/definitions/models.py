"""What a store's catalogue has beyond the one that ships. Written on the owner alias alone; a store's role may read.

A row named x_… is an addition; any other changes how something that ships is shown, and has no table or column.
"""

from django.db import models
from django.db.models import Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id

NAME = r"^[a-z][a-z0-9_]{0,39}$"


class Origin(models.TextChoices):
    HQ = "hq", "总部"
    STORE = "store", "门店"


class CatalogueEntity(models.Model):
    """`title`: names of fields, as in Entity.title. The table of an addition is called as the entity."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=40, unique=True)
    label_zh = models.CharField(max_length=60, blank=True)
    label_en = models.CharField(max_length=60, blank=True)
    plural_zh = models.CharField(max_length=60, blank=True)
    plural_en = models.CharField(max_length=60, blank=True)
    title = models.JSONField(default=list)
    icon = models.CharField(max_length=40, blank=True)
    position = models.IntegerField(null=True)
    origin = models.CharField(max_length=8, choices=Origin)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "catalogue_entity"
        constraints = [
            models.CheckConstraint(condition=Q(name__regex=NAME), name="catalogue_entity_name"),
            models.CheckConstraint(condition=Q(origin__in=["hq", "store"]), name="catalogue_entity_origin"),
        ]


class CatalogueField(models.Model):
    """`column_name`: where an addition's values are; empty for a formula. NULL and "" leave what ships as it is.

    `options`: [{value, label: {zh, en}, retired}]. `settings`: members of FieldSettings that are not its defaults.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    name = models.CharField(max_length=40)
    label_zh = models.CharField(max_length=60, blank=True)
    label_en = models.CharField(max_length=60, blank=True)
    help_zh = models.CharField(max_length=400, blank=True)
    help_en = models.CharField(max_length=400, blank=True)
    section = models.CharField(max_length=60, blank=True)
    type = models.CharField(max_length=30, blank=True)
    column_name = models.CharField(max_length=63, blank=True)
    options = models.JSONField(default=list)
    settings = models.JSONField(default=dict)
    target = models.CharField(max_length=40, blank=True)
    formula = models.TextField(blank=True)
    sensitivity = models.CharField(max_length=8, blank=True)
    default = models.JSONField(null=True)
    required = models.BooleanField(default=False)
    unique = models.BooleanField(default=False)
    indexed = models.BooleanField(default=False)
    searchable = models.BooleanField(null=True)
    in_list = models.BooleanField(null=True)
    position = models.IntegerField(null=True)
    origin = models.CharField(max_length=8, choices=Origin)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "catalogue_field"
        constraints = [
            models.UniqueConstraint(fields=["entity", "name"], name="catalogue_field_once"),
            models.CheckConstraint(condition=Q(name__regex=NAME), name="catalogue_field_name"),
            models.CheckConstraint(condition=Q(origin__in=["hq", "store"]), name="catalogue_field_origin"),
            models.CheckConstraint(
                condition=Q(sensitivity__in=["", "masked", "sealed"]), name="catalogue_field_sensitivity"
            ),
            models.CheckConstraint(condition=~Q(type="", name__regex="^x_"), name="catalogue_field_typed"),
        ]


class CatalogueChange(models.Model):
    """The ledger of the design: who changed what, and how it was before and after.

    `before` and `after`: members of the changed rows by name, as JSON. `undone_by`: the change that took this back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(default=clock.now)
    actor_id = models.UUIDField()
    actor_name = models.CharField(max_length=120)
    origin = models.CharField(max_length=8, choices=Origin)
    kind = models.CharField(max_length=30)
    entity = models.CharField(max_length=40)
    field = models.CharField(max_length=40, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    undone_by = models.UUIDField(null=True)

    class Meta:
        db_table = "catalogue_change"
        indexes = [models.Index(fields=["-at", "-id"], name="catalogue_change_latest")]
