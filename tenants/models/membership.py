"""Who belongs where, and who has been asked to."""

from django.db import models
from django.db.models import Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from tenants.models.groups import Group, Store
from tenants.models.people import Person


class Membership(models.Model):
    """A person's role in one store, or (store is null) at the head of a group."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    store = models.ForeignKey(Store, null=True, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=32)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        db_table = "membership"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "store", "role"],
                condition=Q(store__isnull=False),
                name="membership_in_store",
            ),
            models.UniqueConstraint(
                fields=["person", "group", "role"],
                condition=Q(store__isnull=True),
                name="membership_in_group",
            ),
        ]


class Invitation(models.Model):
    """A link that makes whoever opens it a member. Only the token's SHA-256 is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="invitations")
    store = models.ForeignKey(Store, null=True, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=32)
    email = models.EmailField(null=True, blank=True)
    name = models.CharField(max_length=60, blank=True)
    invited_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=clock.now, editable=False)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "invitation"
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True), name="invitation_one_end"
            )
        ]
