"""Rules of a store, their published versions, and what they did."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class Rule(models.Model):
    """`definition`: the draft, see definition.RuleDefinition; `draft_version` grows with every change of it. Rules of a
    kind of record are tried by `position`. `published`: the number of the version in force; None for none. `enabled`:
    off, it does nothing, whatever is in force.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    definition = models.JSONField(default=dict)
    position = models.PositiveIntegerField(default=0)
    enabled = models.BooleanField(default=True)
    draft_version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()
    published = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "rule"
        constraints = [models.UniqueConstraint(fields=["entity", "name"], name="rule_name_once")]


class RuleVersion(models.Model):
    """What was published, never changed afterwards. `by`: whose rights the rule acts with. `back_to`: the number of the
    version it puts back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    definition = models.JSONField()
    note = models.CharField(max_length=200, blank=True)
    back_to = models.PositiveIntegerField(null=True)
    at = models.DateTimeField(default=clock.now)
    by = models.UUIDField()
    by_name = models.CharField(max_length=120)

    class Meta:
        db_table = "rule_version"
        constraints = [models.UniqueConstraint(fields=["rule", "number"], name="rule_version_once")]


class RuleRun(models.Model):
    """One rule on one record. `effect`: names of fields that it changed, ids of what it made; never values. `code`: why
    it did nothing, of a refusal or of this package. It came of the event `event_id`, or was due on the day
    `occurrence`: never twice of the same. WAITING: it is due, and nothing was done yet.
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"
        UNCHANGED = "unchanged"
        REFUSED = "refused"
        LOOPED = "looped"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    rule = models.ForeignKey(Rule, on_delete=models.CASCADE, related_name="runs")
    number = models.PositiveIntegerField()
    record_id = models.UUIDField()
    event_id = models.UUIDField(null=True)
    occurrence = models.DateField(null=True)
    at = models.DateTimeField(default=clock.now)
    outcome = models.CharField(max_length=10, choices=Outcome)
    code = models.CharField(max_length=80, blank=True)
    effect = models.JSONField(default=dict)

    class Meta:
        db_table = "rule_run"
        constraints = [
            models.UniqueConstraint(fields=["rule", "event_id"], name="rule_run_once"),
            models.UniqueConstraint(fields=["rule", "record_id", "occurrence"], name="rule_run_due_once"),
        ]
        indexes = [
            models.Index(fields=["rule", "id"], condition=models.Q(outcome="waiting"), name="rule_run_waiting"),
            models.Index(fields=["rule", "-at", "-id"], name="rule_run_latest"),
            models.Index(fields=["record_id"], name="rule_run_record"),
        ]
