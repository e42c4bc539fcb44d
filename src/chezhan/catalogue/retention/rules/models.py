"""Rules by which records go, what each did, and which records are kept whatever rules say."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class RetentionRule(models.Model):
    """Records of `entity` that meet `filter` (a rule group as JSON, or empty) and whose `field` (or, empty, any change
    of them and of what hangs on them) is `months` ago. At most `per_night` go in a night.

    ON: `confirmed_by` agreed to it, with whose rights it acts; `expected`: how many it may meet without asking again.
    STOPPED: it asks again; `stop_code` says why.
    """

    class Does(models.TextChoices):
        ERASE = "erase"
        BIN = "bin"

    class State(models.TextChoices):
        OFF = "off"
        ON = "on"
        STOPPED = "stopped"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=60)
    entity = models.CharField(max_length=40)
    filter = models.TextField(blank=True, default="")
    field = models.CharField(max_length=60, blank=True, default="")
    months = models.PositiveSmallIntegerField()
    does = models.CharField(max_length=5, choices=Does)
    per_night = models.PositiveSmallIntegerField(default=500)
    state = models.CharField(max_length=7, choices=State, default=State.OFF)
    stop_code = models.CharField(max_length=80, blank=True, default="")
    expected = models.PositiveIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.UUIDField(null=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "retention_rule"
        constraints = [
            models.UniqueConstraint(fields=["name"], name="retention_rule_name_once"),
            models.CheckConstraint(condition=models.Q(months__gt=0), name="retention_rule_some_time"),
            models.CheckConstraint(condition=models.Q(per_night__gt=0), name="retention_rule_some_records"),
            models.CheckConstraint(condition=models.Q(does__in=["erase", "bin"]), name="retention_rule_does"),
            models.CheckConstraint(
                condition=models.Q(state__in=["off", "stopped"])
                | models.Q(state="on", confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="retention_rule_confirmed",
            ),
        ]


class RetentionRun(models.Model):
    """A rule in one night. It looks at records by their id, up to `reached`. `met`: how many it met when it began;
    `held`: why records were left → how many. `code`: why it stopped. Ids are no more kept here than values.
    """

    class Outcome(models.TextChoices):
        GOING = "going"
        DONE = "done"
        CAPPED = "capped"
        STOPPED = "stopped"
        BROKEN_OFF = "broken_off"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    rule = models.ForeignKey(RetentionRule, on_delete=models.CASCADE, related_name="runs")
    day = models.DateField()
    does = models.CharField(max_length=5)
    started_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.GOING)
    code = models.CharField(max_length=80, blank=True, default="")
    met = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    held = models.JSONField(default=dict)
    reached = models.UUIDField(null=True)

    class Meta:
        db_table = "retention_run"
        constraints = [models.UniqueConstraint(fields=["rule", "day"], name="retention_run_once")]


class RetentionHold(models.Model):
    """No rule takes this record, for `reason`, until somebody takes the hold off."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField()
    reason = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    by = models.UUIDField()

    class Meta:
        db_table = "retention_hold"
        constraints = [models.UniqueConstraint(fields=["record_id"], name="retention_hold_once")]
