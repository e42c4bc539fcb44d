"""Templates, messages, channels, limits and consents of a store. Words and addresses are sealed with its key."""

from django.db import models
from django.db.models import Q

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


class Channel(models.TextChoices):
    SMS = "sms"
    MAIL = "mail"
    WECHAT = "wechat"
    WECOM = "wecom"
    DINGTALK = "dingtalk"
    IN_APP = "in_app"


class Purpose(models.TextChoices):
    """What one asked for or is owed; what one may like; what colleagues tell each other."""

    SERVICE = "service"
    MARKETING = "marketing"
    NOTICE = "notice"


class MessageTemplate(models.Model):
    """`text`, `subject`: with places {{customer.name}}, of records of `entity`. `params`: of providers that keep the
    text themselves, [{"path", "name"}]. Nothing is sent by a template that is not approved; each change of its words
    asks for approval anew.
    """

    class Approval(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        APPROVED = "approved"
        REJECTED = "rejected"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=60)
    entity = models.CharField(max_length=40)
    channel = models.CharField(max_length=10, choices=Channel)
    purpose = models.CharField(max_length=10, choices=Purpose)
    subject = models.CharField(max_length=200, blank=True, default="")
    text = models.TextField()
    params = models.JSONField(default=list)
    provider_template = models.CharField(max_length=80, blank=True, default="")
    sign_name = models.CharField(max_length=40, blank=True, default="")
    approval = models.CharField(max_length=10, choices=Approval, default=Approval.DRAFT)
    approval_note = models.CharField(max_length=200, blank=True, default="")
    enabled = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "message_template"
        constraints = [models.UniqueConstraint(fields=["name"], name="message_template_name_once")]


class Message(models.Model):
    """One message to one address. `effect`: what it is for, so that it is made once. `text`, `subject`, `address` and
    `params` are sealed, and gone when the person's data are erased; `tail`: the address' end, for the mask; `reach`:
    its keyed hash. `paths`: the fields that were read for the words. `cost`: yuan. `claim`: of the worker that sends.
    `why_kind`: rule, flow, person or trial. `code`: why it failed, was held back or is unknown.
    """

    class State(models.TextChoices):
        QUEUED = "queued"
        SENDING = "sending"
        SENT = "sent"
        DELIVERED = "delivered"
        FAILED = "failed"
        UNKNOWN = "unknown"
        SUPPRESSED = "suppressed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    template = models.ForeignKey(MessageTemplate, on_delete=models.SET_NULL, null=True, related_name="messages")
    channel = models.CharField(max_length=10, choices=Channel)
    purpose = models.CharField(max_length=10, choices=Purpose)
    entity = models.CharField(max_length=40, blank=True, default="")
    record_id = models.UUIDField(null=True)
    # whose address it is: a record of a customer or the like, or one of the staff
    subject_id = models.UUIDField(null=True)
    staff_id = models.UUIDField(null=True)
    address = models.BinaryField(null=True)
    reach = models.BinaryField(null=True)
    tail = models.CharField(max_length=8, blank=True, default="")
    address_path = models.CharField(max_length=130, blank=True, default="")
    subject = models.BinaryField(null=True)
    text = models.BinaryField(null=True)
    params = models.BinaryField(null=True)
    paths = models.JSONField(default=list)
    effect = models.CharField(max_length=240)
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    code = models.CharField(max_length=80, blank=True, default="")
    why_kind = models.CharField(max_length=10)
    why_id = models.UUIDField(null=True)
    why_name = models.CharField(max_length=120, blank=True, default="")
    provider = models.CharField(max_length=20, blank=True, default="")
    provider_id = models.CharField(max_length=120, blank=True, default="")
    parts = models.PositiveSmallIntegerField(default=1)
    cost = models.DecimalField(max_digits=10, decimal_places=4, null=True)
    link = models.CharField(max_length=48, blank=True, default="")
    attempts = models.PositiveSmallIntegerField(default=0)
    claim = models.UUIDField(null=True)
    next_at = models.DateTimeField(default=clock.now)
    at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "message"
        constraints = [models.UniqueConstraint(fields=["effect"], name="message_once")]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state__in=["queued", "sending"]), name="message_due"),
            models.Index(fields=["-at", "-id"], name="message_latest"),
            models.Index(fields=["record_id", "-at"], name="message_of_record"),
            models.Index(fields=["subject_id", "-at"], condition=~Q(subject_id=None), name="message_of_subject"),
            models.Index(fields=["staff_id", "-at"], condition=Q(staff_id__isnull=False), name="message_of_staff"),
            models.Index(fields=["provider_id"], condition=~Q(provider_id=""), name="message_of_provider"),
            models.Index(fields=["link"], condition=~Q(link=""), name="message_of_link"),
            models.Index(fields=["reach", "-at"], condition=Q(reach__isnull=False), name="message_of_address"),
        ]


class MessageChannel(models.Model):
    """How a channel's messages leave. `config`: as the provider's own part says; `secrets`: sealed JSON. `price`: yuan
    a part. `pace`: messages a second. `receipts`: the secret part of the address that the provider reports to.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    channel = models.CharField(max_length=10, choices=Channel)
    provider = models.CharField(max_length=20)
    config = models.JSONField(default=dict)
    secrets = models.BinaryField(null=True)
    price = models.DecimalField(max_digits=8, decimal_places=4, default=0)
    pace = models.PositiveSmallIntegerField(default=10)
    enabled = models.BooleanField(default=True)
    receipts = models.CharField(max_length=48)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "message_channel"
        constraints = [models.UniqueConstraint(fields=["channel"], name="message_channel_once")]


class MessageLimits(models.Model):
    """One row. From `quiet_from` to `quiet_to` (minutes of the day in Shanghai; equal: never) customers are left in
    peace. `per_day`, `per_week`: of marketing to one customer, 0 for no limit.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    only = models.BooleanField(default=True)
    quiet_from = models.PositiveSmallIntegerField(default=21 * 60)
    quiet_to = models.PositiveSmallIntegerField(default=8 * 60 + 30)
    quiet_for_service = models.BooleanField(default=True)
    per_day = models.PositiveSmallIntegerField(default=1)
    per_week = models.PositiveSmallIntegerField(default=3)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField(null=True)

    class Meta:
        db_table = "message_limits"
        constraints = [models.UniqueConstraint(fields=["only"], name="message_limits_once")]


class MessageConsent(models.Model):
    """What somebody said of messages by a channel for a purpose; the latest counts. `reach`: of which address, where
    it was said of one: it counts for all who have it. `proof`: where and how it was said.
    """

    class Way(models.TextChoices):
        PAPER = "paper"
        SPOKEN = "spoken"
        ONLINE = "online"
        LINK = "link"
        REPLY = "reply"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entity = models.CharField(max_length=40)
    record_id = models.UUIDField(null=True)
    reach = models.BinaryField(null=True)
    channel = models.CharField(max_length=10, choices=Channel)
    purpose = models.CharField(max_length=10, choices=Purpose)
    given = models.BooleanField()
    way = models.CharField(max_length=10, choices=Way)
    proof = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField(default=clock.now)
    by = models.UUIDField(null=True)

    class Meta:
        db_table = "message_consent"
        indexes = [
            models.Index(fields=["record_id", "channel", "purpose", "-at"], name="message_consent_of_record"),
            models.Index(fields=["reach", "channel", "purpose", "-at"], name="message_consent_of_address"),
        ]
