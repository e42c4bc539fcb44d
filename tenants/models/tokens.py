"""Tokens by which programs act in a store."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from tenants.models.groups import Store
from tenants.models.people import Person


class AccessToken(models.Model):
    """Acts as `person` in `store`, cut down to `scopes` (see chezhan.access.scopes). Only the SHA-256 is kept;
    `tail` are its last four characters, by which people tell their tokens apart.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=60)
    token_hash = models.CharField(max_length=64, unique=True)
    tail = models.CharField(max_length=4)
    scopes = models.JSONField()
    made_by = models.UUIDField()
    created_at = models.DateTimeField(default=clock.now, editable=False)
    expires_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "access_token"
