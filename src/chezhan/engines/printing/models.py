"""A store's own templates for print."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class PrintTemplate(models.Model):
    """`layout`: the draft, see layout.Layout; `draft_version` grows with every change of it. `kept`: what is printed;
    None until the draft is kept for the first time. `retired`: kept, and no longer offered.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    layout = models.JSONField(default=dict)
    draft_version = models.PositiveIntegerField(default=1)
    kept = models.JSONField(null=True)
    kept_at = models.DateTimeField(null=True)
    retired = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "print_template"
        constraints = [models.UniqueConstraint(fields=["entity", "name"], name="print_template_name_once")]
