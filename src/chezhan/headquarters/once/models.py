"""Requests to groups and accounts that came with a key, and their answers. Those to stores lie in the store."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from tenants.models import Person


class GroupRequest(models.Model):
    """`digest`: a keyed hash of all that was asked. `body`: sealed, since it may be a token or an invitation. Both are
    under `data_key`, the row's own, wrapped. `status`: None while it is at work, until `held_until` at most; when that
    is past nobody knows what took effect.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    data_key = models.BinaryField()
    digest = models.BinaryField()
    status = models.PositiveSmallIntegerField(null=True)
    content_type = models.CharField(max_length=100, blank=True, default="")
    body = models.BinaryField(null=True)
    held_until = models.DateTimeField(null=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "group_request"
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="group_request_once")]
        indexes = [models.Index(fields=["at"], name="group_request_by_time")]
