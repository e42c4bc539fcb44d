from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class GroupDesign(models.Model):
    """What headquarters wants in stores: a field of `entity`, or with no `name` the kind of record itself.

    `definition`: members of FieldDefinition or EntityDefinition; of a kind of record also `title_label` {zh, en}.
    `everywhere`: in all stores, those to come too; else in those whose ids are in `stores`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey("tenants.Group", on_delete=models.CASCADE, related_name="+")
    entity = models.CharField(max_length=40)
    name = models.CharField(max_length=40, blank=True)
    definition = models.JSONField()
    everywhere = models.BooleanField()
    stores = models.JSONField(default=list)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.UUIDField()
    made_by_name = models.CharField(max_length=120)

    class Meta:
        db_table = "group_design"
        constraints = [models.UniqueConstraint(fields=["group", "entity", "name"], name="group_design_once")]
