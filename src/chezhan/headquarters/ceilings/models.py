from django.db import models

from chezhan.kernel.ids import new_id


class GroupCeiling(models.Model):
    """What holds in every store of the group, those to come too. The stores keep what holds in them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey("tenants.Group", on_delete=models.CASCADE, related_name="+")
    entity = models.CharField(max_length=40)
    policy = models.JSONField()

    class Meta:
        db_table = "group_ceiling"
        constraints = [models.UniqueConstraint(fields=["group", "entity"], name="group_ceiling_once")]
