"""Which stores have work lying in them, so that nobody must look into a thousand schemas."""

from django.db import models

from chezhan.kernel import clock


class StoreWork(models.Model):
    """`key`: the id of the job in the store. Whoever sweeps takes it up again when `due_at` has passed."""

    key = models.UUIDField(primary_key=True)
    store = models.ForeignKey("tenants.Store", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    due_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "store_work"
        indexes = [models.Index(fields=["kind", "due_at"], name="store_work_due")]
