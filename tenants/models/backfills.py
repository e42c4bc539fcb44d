"""How far what a migration added has been filled in, store by store."""

from django.db import models


class Backfill(models.Model):
    """`after`: the last record that was looked at, by id; null before the first. `done`: there are no more."""

    store = models.ForeignKey("tenants.Store", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    after = models.UUIDField(null=True)
    done = models.BooleanField(default=False)

    class Meta:
        db_table = "store_backfill"
        constraints = [models.UniqueConstraint(fields=["store", "name"], name="store_backfill_once")]
