"""How duplicates are known, which pairs are none, and what was made one.

Ids of ledgers are no UUIDs: the audit is told of the records themselves, and would keep their old values twice.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class DuplicateRule(models.Model):
    """Of one that ships (`key`) whether it holds here; else the store's own. `fields`: names that must be equal, but
    for `alike`, which must be alike.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    key = models.CharField(max_length=40, blank=True, default="")
    fields = models.JSONField(default=list)
    alike = models.CharField(max_length=63, blank=True, default="")
    enabled = models.BooleanField(default=True)

    class Meta:
        db_table = "duplicate_rule"
        constraints = [
            models.UniqueConstraint(fields=["entity", "key"], condition=~Q(key=""), name="duplicate_rule_once"),
        ]


class NotDuplicate(models.Model):
    """Somebody looked at the two and found them to be different. `first` is the smaller id."""

    id = models.BigAutoField(primary_key=True)
    entity = models.CharField(max_length=40)
    first = models.UUIDField()
    second = models.UUIDField()
    by = models.UUIDField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "not_duplicate"
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="not_duplicate_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="not_duplicate_ordered"),
        ]


class DuplicateScan(models.Model):
    """The latest look through all records of a kind. `done` of `total` rows and rules; `capped`: the rules of which
    more was found than is kept. A worker holds it while `lease_until` lies ahead.
    """

    class Status(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40, unique=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.WAITING)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    capped = models.JSONField(default=list)
    cancel_asked = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_holder = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "duplicate_scan"


class DuplicateGroup(models.Model):
    """Records that one rule found alike, kept until the next look; who reads it compares them anew. `rule`: the key of
    one that ships, or the id of the store's own.
    """

    id = models.BigAutoField(primary_key=True)
    entity = models.CharField(max_length=40)
    rule = models.CharField(max_length=40)
    ids = ArrayField(models.UUIDField())

    class Meta:
        db_table = "duplicate_group"
        indexes = [models.Index(fields=["entity", "rule", "id"], name="duplicate_group_page")]


class RecordMerge(models.Model):
    """`loser_id` is in the recycle bin under `operation_id`. `version`: the winner's afterwards. `before`: old values
    of the winner's changed columns. `moved`: {"links": [[entity, attribute, record id, version]], "comments": [ids],
    "tags": [ids]}.
    """

    id = models.BigAutoField(primary_key=True)
    operation_id = models.UUIDField(unique=True, default=new_id)
    entity = models.CharField(max_length=40)
    winner_id = models.UUIDField()
    loser_id = models.UUIDField()
    by = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField()
    before = models.JSONField(default=dict)
    moved = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "record_merge"
        indexes = [
            models.Index(fields=["loser_id"], name="record_merge_loser"),
            models.Index(fields=["winner_id"], name="record_merge_winner"),
            models.Index(fields=["by", "-at"], name="record_merge_latest"),
        ]
