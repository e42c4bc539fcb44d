"""A store's own roles, policies, ceilings and teams. Written on the owner alias alone; a store's role may read."""

from django.db import models

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class AccessRole(models.Model):
    """A role that the store made for itself. `key` begins with x_ and is what memberships carry."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=40, unique=True)
    label_zh = models.CharField(max_length=60)
    label_en = models.CharField(max_length=60)
    made_at = models.DateTimeField(default=clock.now)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "access_role"
        constraints = [
            models.CheckConstraint(condition=models.Q(key__regex=r"^x_[a-z0-9_]{1,38}$"), name="access_role_key"),
        ]


class AccessPolicy(models.Model):
    """What a role may do with one kind of record; takes the place of the policy that ships. See rights.Policy."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    role = models.CharField(max_length=40)
    entity = models.CharField(max_length=40)
    policy = models.JSONField()

    class Meta:
        db_table = "access_policy"
        constraints = [models.UniqueConstraint(fields=["role", "entity"], name="access_policy_once")]


class AccessCeiling(models.Model):
    """The most that anybody of this store may do with one kind of record, as HQ says."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40, unique=True)
    policy = models.JSONField()

    class Meta:
        db_table = "access_ceiling"


class Team(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=60, unique=True)

    class Meta:
        db_table = "access_team"


class TeamMember(models.Model):
    """`person_id` is a person's, who lives in `public`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="members")
    person_id = models.UUIDField()

    class Meta:
        db_table = "access_team_member"
        constraints = [models.UniqueConstraint(fields=["team", "person_id"], name="access_team_member_once")]
        indexes = [models.Index(fields=["person_id"], name="access_team_by_person")]
