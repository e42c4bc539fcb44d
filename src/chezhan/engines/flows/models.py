"""Flows of a store and their published versions."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class Flow(models.Model):
    """`definition`: the draft, see definition.flow; `draft_version` grows with every change of it. `published`: the
    number of the version that new ones go by; None for none. `enabled`: off, none begins; those under way go on.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    definition = models.JSONField(default=dict)
    enabled = models.BooleanField(default=True)
    draft_version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()
    published = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "flow"
        constraints = [models.UniqueConstraint(fields=["entity", "name"], name="flow_name_once")]


class FlowVersion(models.Model):
    """What was published, never changed afterwards. `by`: whose rights the flow acts with. `back_to`: the number of the
    version it puts back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    flow = models.ForeignKey(Flow, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    definition = models.JSONField()
    note = models.CharField(max_length=200, blank=True)
    back_to = models.PositiveIntegerField(null=True)
    at = models.DateTimeField(default=clock.now)
    by = models.UUIDField()
    by_name = models.CharField(max_length=120)

    class Meta:
        db_table = "flow_version"
        constraints = [models.UniqueConstraint(fields=["flow", "number"], name="flow_version_once")]
