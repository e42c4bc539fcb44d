"""Where leads come in from, and every post that came: kept as it was sent before anything is done with it."""

from django.db import models
from django.db.models import Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from chezhan.modules.leads.models import CHANNELS


class LeadSource(models.Model):
    """`token`: what its address ends with. `secret`: sealed, what posts are signed with; `old_secret`: the one before
    it, which is taken as well until `old_until`. `mapping`: by field of a lead, where a post says it. `owner`: who is
    responsible for what comes in, a person's id; None for nobody yet.
    """

    class Kind(models.TextChoices):
        PORTAL = "portal"
        CALL = "call"
        FORM = "form"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=8, choices=Kind)
    channel = models.CharField(max_length=20)
    token = models.CharField(max_length=64, unique=True)
    secret = models.BinaryField()
    old_secret = models.BinaryField(null=True)
    old_until = models.DateTimeField(null=True)
    mapping = models.JSONField(default=dict)
    owner = models.UUIDField(null=True)
    enabled = models.BooleanField(default=True)
    per_hour = models.PositiveIntegerField(default=1_000)
    per_day = models.PositiveIntegerField(default=10_000)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "lead_source"
        constraints = [
            models.UniqueConstraint(fields=["name"], name="lead_source_name_once"),
            models.CheckConstraint(condition=Q(kind__in=["portal", "call", "form"]), name="lead_source_kind"),
            models.CheckConstraint(condition=Q(channel__in=CHANNELS), name="lead_source_channel"),
        ]


class LeadPost(models.Model):
    """`key`: by which a post that is sent again is known. `payload`: sealed, as it came; None once it was erased.
    `sender`: a keyed hash of the network address. `phone_index`: of the phone that it says, by which posts of one
    person are erased together, refused ones too. `reasons`: codes of refusals by field. `lead_id`: what was made of it,
    or what it was put to.
    """

    class Outcome(models.TextChoices):
        RECEIVED = "received"
        CREATED = "created"
        MERGED = "merged"
        REFUSED = "refused"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(LeadSource, on_delete=models.CASCADE, related_name="posts")
    key = models.CharField(max_length=80)
    at = models.DateTimeField(default=clock.now)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.RECEIVED)
    reasons = models.JSONField(default=dict)
    lead_id = models.UUIDField(null=True)
    payload = models.BinaryField(null=True)
    sender = models.BinaryField(null=True)
    phone_index = models.BinaryField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(default=clock.now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "lead_post"
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="lead_post_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=["received", "created", "merged", "refused"]), name="lead_post_outcome"
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["created", "merged"]) | Q(lead_id__isnull=False), name="lead_post_has_lead"
            ),
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(outcome="received"), name="lead_post_due"),
            models.Index(fields=["source", "-at", "-id"], name="lead_post_latest"),
            models.Index(fields=["lead_id"], condition=~Q(lead_id=None), name="lead_post_of_lead"),
            models.Index(fields=["phone_index"], condition=~Q(phone_index=None), name="lead_post_of_phone"),
        ]
