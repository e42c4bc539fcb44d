"""What every record of a store has."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class Record(models.Model):
    """A row in a store's schema.

    `owner`, `created_by` and `updated_by` are ids of people, who live in `public`: plain UUIDs without a constraint.
    `version` starts at 1 and grows by one with every change.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.UUIDField(null=True, blank=True, db_index=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.UUIDField(null=True, editable=False)
    updated_at = models.DateTimeField(default=clock.now, editable=False)
    updated_by = models.UUIDField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
