"""Import jobs of a group (public schema): all that a worker needs to go on where another one died."""

from django.db import models
from django.db.models import Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class ImportJob(models.Model):
    """One uploaded file and what became of it.

    `shape`, `columns`, `guesses`, `mapping`, `plan`, `trial`, `outcome` are what reading.Shape, profile.Column,
    guessing.Guess, mapping.Mapping, plan.Plan, trial.try_import and running/undoing leave as JSON. `rows_total` and
    `rows_done` count what the present phase works on; `measured_*` is where its rate is measured from. A worker
    holds the job while `lease_until` lies ahead.
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
        PLANNING = "planning"
        TRYING = "trying"
        CREATING_STORE = "creating_store"
        WRITING = "writing"
        TAKING_BACK = "taking_back"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey("tenants.Group", on_delete=models.CASCADE, related_name="+")
    created_by = models.ForeignKey("tenants.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=clock.now, editable=False)
    file_name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)

    status = models.CharField(max_length=12, choices=Status, default=Status.ANALYSING)
    phase = models.CharField(max_length=16, choices=Phase, blank=True, default=Phase.READING)
    shape = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    guesses = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    notices = models.JSONField(default=list)
    plan = models.JSONField(null=True)
    trial = models.JSONField(null=True)
    outcome = models.JSONField(default=dict)
    error = models.JSONField(null=True)
    pack = models.CharField(max_length=12, default="dealer")

    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    measured_at = models.DateTimeField(null=True)
    measured_rows = models.PositiveIntegerField(default=0)

    started_by = models.ForeignKey("tenants.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    cancel_asked = models.BooleanField(default=False)
    files_gone = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_holder = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "import_job"
        constraints = [
            models.UniqueConstraint(
                fields=["group"],
                condition=Q(status__in=["running", "undoing"]),
                name="import_one_at_work_per_group",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        *("analysing", "ready", "running", "done", "failed", "cancelled", "undoing", "undone"),
                    ]
                ),
                name="import_job_status",
            ),
        ]
        indexes = [
            models.Index(fields=["group", "-created_at"], name="import_job_of_group"),
            models.Index(
                fields=["lease_until"],
                condition=Q(status__in=["analysing", "running", "undoing"]),
                name="import_job_at_work",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class ImportPart(models.Model):
    """One store's share of a job. `key` is parts.store_key of the name in the file; the store is known by id alone.

    `making` is set before the job makes the store, `made` after: a worker killed in between finds its own store.
    """

    class Status(models.TextChoices):
        WAITING = "waiting"
        WRITING = "writing"
        DONE = "done"
        TAKING_BACK = "taking_back"
        TAKEN_BACK = "taken_back"

    job = models.ForeignKey(ImportJob, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    key = models.CharField(max_length=120)
    name = models.CharField(max_length=60)
    file = models.CharField(max_length=40)
    rows = models.PositiveIntegerField()
    amount = models.DecimalField(max_digits=20, decimal_places=2)
    store = models.ForeignKey("tenants.Store", null=True, on_delete=models.SET_NULL, related_name="+")
    making = models.BooleanField(default=False)
    made = models.BooleanField(default=False)
    status = models.CharField(max_length=12, choices=Status, default=Status.WAITING)
    done = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    touched = models.PositiveIntegerField(default=0)
    taken_back = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "import_part"
        constraints = [
            models.UniqueConstraint(fields=["job", "number"], name="import_part_once"),
            models.UniqueConstraint(
                fields=["job", "store"], condition=Q(store__isnull=False), name="import_part_store_once"
            ),
        ]
