"""Imports of a store: a job, its ledger of chunks and changes, and mappings that are kept."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class RecordImport(models.Model):
    """One file for one kind of record. What quotes its cells lies beside the file; see `cells`.

    `wish`: how the file is to be read (workbooks.Wish). `table`, `columns`, `guesses`: what reading found. `order`: the
    person's decision (ordering.Order). `trial`, `outcome`: counts of the dry run and of the writing. Rows count what
    the present phase works on. A worker holds the job while `lease_until` lies ahead.
    """

    class Status(models.TextChoices):
        ANALYSING = "analysing"
        READY = "ready"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"
        UNDOING = "undoing"
        UNDONE = "undone"

    class Phase(models.TextChoices):
        NONE = ""
        READING = "reading"
        TRYING = "trying"
        WRITING = "writing"
        TAKING_BACK = "taking_back"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    person_id = models.UUIDField()
    created_at = models.DateTimeField(default=clock.now)
    file_name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)

    status = models.CharField(max_length=12, choices=Status, default=Status.ANALYSING)
    phase = models.CharField(max_length=16, choices=Phase, blank=True, default=Phase.READING)
    wish = models.JSONField(default=dict)
    table = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    guesses = models.JSONField(default=list)
    order = models.JSONField(default=dict)
    trial = models.JSONField(null=True)
    outcome = models.JSONField(default=dict)
    error = models.JSONField(null=True)

    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    measured_at = models.DateTimeField(null=True)
    measured_rows = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    cancel_asked = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_holder = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "record_import"
        indexes = [models.Index(fields=["person_id", "entity", "-created_at"], name="record_import_latest")]


class ImportChunk(models.Model):
    """One chunk of a job, written in the transaction that brought its rows in: a chunk that is here is done.

    `rows`: an entry for each row of the file, see outcomes.Entry. `made`: ids of the records that it created.
    The id is no UUID, so that the audit, which is told of the records themselves, does not watch this table too.
    """

    id = models.BigAutoField(primary_key=True)
    job = models.ForeignKey(RecordImport, on_delete=models.CASCADE, related_name="chunks")
    chunk_no = models.PositiveIntegerField()
    rows = models.JSONField(default=list)
    made = ArrayField(models.UUIDField(), default=list)
    counts = models.JSONField(default=dict)
    taken_back = models.BooleanField(default=False)
    kept = models.JSONField(default=list)

    class Meta:
        db_table = "record_import_chunk"
        constraints = [models.UniqueConstraint(fields=["job", "chunk_no"], name="record_import_chunk_once")]


class ImportChange(models.Model):
    """What a job changed of a record that was there, for as long as it may be taken back."""

    id = models.BigAutoField(primary_key=True)
    chunk = models.ForeignKey(ImportChunk, on_delete=models.CASCADE, related_name="changes")
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    version = models.PositiveIntegerField()
    before = models.JSONField()

    class Meta:
        db_table = "record_import_change"
        indexes = [models.Index(fields=["record_id"], name="record_import_change_of")]


class ImportTemplate(models.Model):
    """A mapping that is kept. `signature`: of the headers it fits. Without a name: remembered after an import."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    person_id = models.UUIDField()
    name = models.CharField(max_length=60, blank=True, default="")
    signature = models.CharField(max_length=64)
    order = models.JSONField()
    used_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "record_import_template"
        constraints = [
            models.UniqueConstraint(
                fields=["entity", "name"], condition=~Q(name=""), name="record_import_template_name"
            ),
            models.UniqueConstraint(
                fields=["entity", "person_id", "signature"],
                condition=Q(name=""),
                name="record_import_template_remembered",
            ),
        ]
