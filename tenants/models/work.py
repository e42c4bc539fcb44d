"""Which stores have work lying in them, so that nobody must look into a thousand schemas."""

from django.db import models

from chezhan.kernel import clock


class StoreWork(models.Model):
    """`key`: the id of the job in the store. Whoever sweeps takes it up again when `due_at` has passed.

    Of work whose tries are counted: `tries`, of which `code` says how the last ended and `part` where, an id in the
    store; `held_until`: nobody else tries it before; `stuck_at`: it was given up. See tenants.work.trying.
    """

    key = models.UUIDField(primary_key=True)
    store = models.ForeignKey("tenants.Store", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    due_at = models.DateTimeField(default=clock.now)
    tries = models.PositiveSmallIntegerField(default=0, db_default=0)
    part = models.UUIDField(null=True)
    code = models.CharField(max_length=80, blank=True, default="", db_default="")
    held_until = models.DateTimeField(null=True)
    stuck_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "store_work"
        indexes = [models.Index(fields=["kind", "due_at"], name="store_work_due")]
