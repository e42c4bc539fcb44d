"""Contracts of sale."""

from django.db import models
from django.db.models import Q

from chezhan.catalogue.record import Record
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id

STATUSES = ["drawn", "asked", "signed", "refused", "replaced", "void"]
LIVE = ("drawn", "asked", "signed", "refused")
WAYS = ["", "finger", "paper", "provider"]
UNASKED = ["", "by_hand", "changed"]


class Contract(Record):
    """One version of an order's contract; one at a time is neither replaced nor void.

    `paper`: the PDF as it was drawn up, `sha256` of it. `token`: ends the link by which the customer reads and signs.
    `signed_paper`: the PDF with signature, name and moment, `signed_sha256` of it. `scan`: of one that was signed on
    paper. `asked_at`: when the signing service was asked last; `unasked`: why it is asked no longer.
    """

    class Status(models.TextChoices):
        DRAWN = "drawn", "待签署"
        SIGNED = "signed", "已签署"
        ASKED = "asked", "签署中"
        REFUSED = "refused", "客户拒签"
        REPLACED = "replaced", "已被新版替代"
        VOID = "void", "已作废"

    class Way(models.TextChoices):
        FINGER = "finger", "客户在线签名"
        PAPER = "paper", "纸质签署"
        PROVIDER = "provider", "电子签服务商"

    class Unasked(models.TextChoices):
        BY_HAND = "by_hand", "改回链接签署"
        CHANGED = "changed", "门店已换服务商"

    number = models.CharField(max_length=80, editable=False)
    order = models.ForeignKey("sales.SalesOrder", on_delete=models.PROTECT, related_name="+", editable=False)
    revision = models.PositiveSmallIntegerField(default=1, editable=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAWN)
    paper = models.JSONField(null=True, blank=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, default="", editable=False)
    drawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    token = models.CharField(max_length=60, null=True, blank=True, editable=False)
    way = models.CharField(max_length=10, choices=Way, blank=True, default="", editable=False)
    signed_name = models.CharField(max_length=60, blank=True, default="")
    signed_at = models.DateTimeField(null=True, blank=True, editable=False)
    signature = models.JSONField(null=True, blank=True, editable=False)
    signed_paper = models.JSONField(null=True, blank=True, editable=False)
    signed_sha256 = models.CharField(max_length=64, blank=True, default="", editable=False)
    scan = models.JSONField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    unasked = models.CharField(max_length=10, choices=Unasked, blank=True, default="", editable=False)
    refused_for = models.CharField(max_length=200, blank=True, default="", editable=False)
    void_reason = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "contract"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="contract_number"),
            models.UniqueConstraint(fields=["token"], name="contract_token_once"),
            models.UniqueConstraint(fields=["order"], condition=Q(status__in=LIVE), name="contract_one_live"),
            models.UniqueConstraint(fields=["order", "revision"], name="contract_revision"),
            models.CheckConstraint(condition=~Q(number=""), name="contract_numbered"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="contract_status"),
            models.CheckConstraint(condition=Q(way__in=WAYS), name="contract_way"),
            models.CheckConstraint(condition=Q(unasked__in=UNASKED), name="contract_unasked"),
            models.CheckConstraint(
                condition=~Q(status="signed") | (Q(signed_at__isnull=False) & ~Q(way="")), name="contract_signed"
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="contract_by_creation"),
        ]

    def __str__(self) -> str:
        return self.number


class ContractSource(models.Model):
    """What a contract was drawn from. `document`: what was set, sealed, so that the signed PDF says the same; None once
    a person's data were erased. `terms`: the order's price, car, deposit and customer at that moment, drawn by the
    database, which lets nobody sign once the order says otherwise.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    contract = models.OneToOneField(Contract, on_delete=models.PROTECT, related_name="source")
    document = models.BinaryField(null=True)
    terms = models.JSONField(null=True)

    class Meta:
        db_table = "contract_source"

    def __str__(self) -> str:
        return str(self.contract_id)


class SigningService(models.Model):
    """The signing service that the store uses, one at most: the webhook whose address and secret are its own. `token`:
    ends the address at which it answers.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    single = models.BooleanField(default=True, unique=True, editable=False)
    webhook = models.ForeignKey("webhooks.Webhook", on_delete=models.PROTECT, null=True, related_name="+")
    token = models.CharField(max_length=60, unique=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=clock.now)
    changed_by = models.UUIDField()

    class Meta:
        db_table = "signing_service"
        constraints = [models.CheckConstraint(condition=Q(single=True), name="signing_service_single")]

    def __str__(self) -> str:
        return self.token


class SigningAnswer(models.Model):
    """What the service answered, kept before anything is done with it. `key`: the sender's own number of it, so that it
    counts once. `payload`: sealed, as it came, until it is done. `code`: why nothing came of it.
    """

    class Outcome(models.TextChoices):
        RECEIVED = "received"
        SIGNED = "signed"
        REFUSED = "refused"
        UNFIT = "unfit"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=80, unique=True)
    at = models.DateTimeField(default=clock.now)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.RECEIVED)
    code = models.CharField(max_length=60, blank=True, default="")
    contract_id = models.UUIDField(null=True)
    payload = models.BinaryField(null=True)

    class Meta:
        db_table = "signing_answer"
        indexes = [models.Index(fields=["contract_id"], name="signing_answer_of_contract")]

    def __str__(self) -> str:
        return self.key
