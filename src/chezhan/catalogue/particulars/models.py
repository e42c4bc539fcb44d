"""A store as it signs: its letterhead."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class Particulars(models.Model):
    """One row at most. `clauses`: what its contracts say beyond the usual. All empty until somebody says it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    single = models.BooleanField(default=True, unique=True, editable=False)
    legal_name = models.CharField(max_length=120, blank=True, default="")
    address = models.CharField(max_length=200, blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    tax_no = models.CharField(max_length=20, blank=True, default="")
    bank = models.CharField(max_length=160, blank=True, default="")
    clauses = models.TextField(blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField(null=True)

    class Meta:
        db_table = "store_particulars"
        constraints = [models.CheckConstraint(condition=models.Q(single=True), name="store_particulars_single")]

    def __str__(self) -> str:
        return self.legal_name
