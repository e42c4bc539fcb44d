"""Packs of a store: their files, what came of each item, and the installations under way."""

from django.db import models
from django.db.models import Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class PackFile(models.Model):
    """`content`: see file.PackDocument; never changed, so that an upgrade can be taken back. `shipped`: it came with
    the product.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    pack = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=32)
    shipped = models.BooleanField(default=False)
    at = models.DateTimeField(default=clock.now)
    by = models.UUIDField()

    class Meta:
        db_table = "pack_file"
        constraints = [models.UniqueConstraint(fields=["pack", "version", "digest"], name="pack_file_once")]


class InstalledPack(models.Model):
    """`language`: in which its items are called and speak. `version`: the file's."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    file = models.ForeignKey(PackFile, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=10)
    at = models.DateTimeField(default=clock.now)
    by = models.UUIDField()
    by_name = models.CharField(max_length=120)

    class Meta:
        db_table = "pack"
        constraints = [models.UniqueConstraint(fields=["key"], name="pack_once")]


class PackItem(models.Model):
    """What became of an item. `made`: the id of the thing, or what names it; empty for nothing. `base`: {name, body} as
    the pack last gave it, with items named as in the file. `code`: why it is not in force.
    """

    class State(models.TextChoices):
        MADE = "made"
        DRAFTED = "drafted"
        REFUSED = "refused"
        DROPPED = "dropped"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    pack = models.CharField(max_length=60)
    part = models.CharField(max_length=20)
    key = models.CharField(max_length=60)
    made = models.CharField(max_length=90, blank=True)
    base = models.JSONField(null=True)
    state = models.CharField(max_length=8, choices=State)
    code = models.CharField(max_length=60, blank=True)
    params = models.JSONField(default=dict)

    class Meta:
        db_table = "pack_item"
        constraints = [models.UniqueConstraint(fields=["pack", "part", "key"], name="pack_item_once")]

    @property
    def path(self) -> str:
        return f"{self.part}/{self.key}"


class PackRun(models.Model):
    """An installation, upgrade or way back: a job. `file`: what is to hold afterwards. `automatic`: nobody was
    asked, of a new store. `before`: the version there was.
    """

    class Status(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(PackFile, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=10)
    status = models.CharField(max_length=8, choices=Status, default=Status.RUNNING)
    automatic = models.BooleanField(default=False)
    before = models.PositiveIntegerField(null=True)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)
    by = models.UUIDField()
    by_name = models.CharField(max_length=120)
    lease_holder = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    cancel_asked = models.BooleanField(default=False)

    class Meta:
        db_table = "pack_run"
        constraints = [
            models.UniqueConstraint(fields=["status"], condition=Q(status="running"), name="pack_run_one_at_a_time")
        ]


class PackStep(models.Model):
    """One item of a run. `choices`: by path, mine or theirs. `outcome`: empty until it is done."""

    class Outcome(models.TextChoices):
        MADE = "made"
        CHANGED = "changed"
        ADOPTED = "adopted"
        KEPT = "kept"
        GONE = "gone"
        DROPPED = "dropped"
        LEFT = "left"
        HELD = "held"
        REFUSED = "refused"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(PackRun, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    part = models.CharField(max_length=20)
    key = models.CharField(max_length=60)
    choices = models.JSONField(default=dict)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    code = models.CharField(max_length=60, blank=True)
    params = models.JSONField(default=dict)

    class Meta:
        db_table = "pack_step"
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="pack_step_once")]

    @property
    def path(self) -> str:
        return f"{self.part}/{self.key}"
