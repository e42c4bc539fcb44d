"""Leads and what was said to them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chezhan.catalogue.record import Record
from chezhan.catalogue.records.sealed import index_in
from chezhan.kernel import clock

STATUSES = ["new", "contacted", "invited", "visited", "test_drive", "quoted", "won", "lost", "invalid"]
OPEN = STATUSES[:6]
STAGES = STATUSES[:7]
CHANNELS = ["web", "autohome", "dongchedi", "yiche", "social", "call", "walk_in", "event", "referral", "file", "other"]
GRADES = ["", "H", "A", "B", "C"]
LOST_REASONS = ["", "price", "competitor", "no_stock", "finance", "postponed", "bought_elsewhere", "unreachable"]
LOST_REASONS += ["other"]
NOT_LOST = {"lost_reason": "", "lost_to": "", "lost_note": "", "lost_stage": ""}
REASONS = ["region", "model", "source", "no_region", "no_model", "no_source", "least", "turn"]
KINDS = ["call", "wechat", "sms", "mail", "visit", "note"]


class Lead(Record):
    """Somebody who might buy a car. `customer`: who it is, once that is known; until then what they said of themselves.

    `budget`: yuan. `first_contacted_at`: written once, by the first verb that says somebody spoke with them, which
    was to be by `contact_due_at`. `progressed_at`: when they were last spoken with, or the stage moved. `pooled_at`:
    since when it stands in the public pool, where it is nobody's; see `pool`. `furthest`: the stage furthest on the
    way that it ever came to; triggers keep it.
    `assigned_for`: why it was last shared out as it was. `score`, `scored_grade`: what its points
    came to, see `scoring`; `grade` is what somebody set until they come to another.
    """

    class Status(models.TextChoices):
        NEW = "new", "新线索"
        CONTACTED = "contacted", "已联系"
        INVITED = "invited", "已邀约"
        VISITED = "visited", "已到店"
        TEST_DRIVE = "test_drive", "已试驾"
        QUOTED = "quoted", "已报价"
        WON = "won", "成交"
        LOST = "lost", "战败"
        INVALID = "invalid", "无效"

    class Channel(models.TextChoices):
        WEB = "web", "官网"
        AUTOHOME = "autohome", "汽车之家"
        DONGCHEDI = "dongchedi", "懂车帝"
        YICHE = "yiche", "易车"
        SOCIAL = "social", "新媒体"
        CALL = "call", "400 来电"
        WALK_IN = "walk_in", "自然到店"
        EVENT = "event", "活动"
        REFERRAL = "referral", "转介绍"
        FILE = "file", "文件导入"
        OTHER = "other", "其他"

    class Grade(models.TextChoices):
        H = "H", "H 级"
        A = "A", "A 级"
        B = "B", "B 级"
        C = "C", "C 级"

    class LostReason(models.TextChoices):
        PRICE = "price", "价格"
        COMPETITOR = "competitor", "选择竞品"
        NO_STOCK = "no_stock", "无现车"
        FINANCE = "finance", "贷款未通过"
        POSTPONED = "postponed", "暂缓购车"
        BOUGHT_ELSEWHERE = "bought_elsewhere", "在他店购买"
        UNREACHABLE = "unreachable", "联系不上"
        OTHER = "other", "其他"

    class AssignedFor(models.TextChoices):
        REGION = "region", "负责该区域"
        MODEL = "model", "负责该车型"
        SOURCE = "source", "负责该来源"
        NO_REGION = "no_region", "在岗的人都不负责该区域"
        NO_MODEL = "no_model", "在岗的人都不负责该车型"
        NO_SOURCE = "no_source", "在岗的人都不负责该来源"
        LEAST = "least", "手上最少"
        TURN = "turn", "轮到"

    contact_name = models.CharField(max_length=120)
    sealed_phone = models.BinaryField(null=True, blank=True, editable=False)
    customer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.WALK_IN)
    campaign = models.CharField(max_length=120, blank=True, default="")
    brand = models.CharField(max_length=60, blank=True, default="")
    series = models.CharField(max_length=80, blank=True, default="")
    budget = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    planned_on = models.DateField(null=True, blank=True)
    region = models.CharField(max_length=60, blank=True, default="")
    need = models.TextField(blank=True, default="")
    grade = models.CharField(max_length=2, choices=Grade, blank=True, default="")
    status = models.CharField(max_length=12, choices=Status, default=Status.NEW)
    next_contact_at = models.DateTimeField(null=True, blank=True)
    contact_due_at = models.DateTimeField(null=True, blank=True)
    first_contacted_at = models.DateTimeField(null=True, blank=True, editable=False)
    progressed_at = models.DateTimeField(null=True, blank=True, default=clock.now, editable=False)
    assigned_for = ArrayField(models.TextField(choices=AssignedFor), null=True, blank=True, editable=False)
    visit_at = models.DateTimeField(null=True, blank=True)
    lost_reason = models.CharField(max_length=20, choices=LostReason, blank=True, default="")
    lost_to = models.CharField(max_length=80, blank=True, default="")
    lost_note = models.TextField(blank=True, default="")
    lost_stage = models.CharField(max_length=12, choices=Status.choices[:6], blank=True, default="", editable=False)
    furthest = models.CharField(max_length=12, choices=Status.choices[:7], default=Status.NEW, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    pooled_at = models.DateTimeField(null=True, blank=True, editable=False)
    release_reason = models.CharField(max_length=200, blank=True, default="")
    score = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    scored_grade = models.CharField(max_length=2, choices=Grade, blank=True, default="", editable=False)

    class Meta:
        db_table = "lead"
        constraints = [
            models.CheckConstraint(condition=~Q(contact_name=""), name="lead_named"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="lead_status"),
            models.CheckConstraint(condition=Q(furthest__in=STAGES), name="lead_furthest"),
            models.CheckConstraint(condition=Q(channel__in=CHANNELS), name="lead_channel"),
            models.CheckConstraint(
                condition=Q(assigned_for__isnull=True) | Q(assigned_for__contained_by=REASONS), name="lead_assigned_for"
            ),
            models.CheckConstraint(condition=Q(grade__in=GRADES), name="lead_grade"),
            models.CheckConstraint(condition=Q(lost_reason__in=LOST_REASONS), name="lead_lost_reason"),
            models.CheckConstraint(condition=~Q(status="lost", lost_reason=""), name="lead_lost_for_a_reason"),
            models.CheckConstraint(
                condition=Q(status__in=OPEN, closed_at=None) | Q(~Q(status__in=OPEN), closed_at__isnull=False),
                name="lead_closed_at",
            ),
            models.CheckConstraint(condition=Q(budget__isnull=True) | Q(budget__gte=0), name="lead_budget"),
            models.CheckConstraint(condition=Q(score__isnull=True) | Q(score__lte=100), name="lead_score"),
            models.CheckConstraint(
                condition=Q(pooled_at=None) | Q(owner=None, status__in=OPEN), name="lead_pooled_is_nobodys"
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="lead_by_creation"),
            models.Index(fields=["status", "created_at"], name="lead_by_status"),
            models.Index(fields=["owner", "next_contact_at"], condition=Q(status__in=OPEN), name="lead_open_of_owner"),
            models.Index(index_in("sealed_phone"), name="lead_by_phone_index"),
            models.Index(fields=["-pooled_at"], condition=Q(pooled_at__isnull=False), name="lead_in_pool"),
        ]

    def __str__(self) -> str:
        return self.contact_name


class Interaction(Record):
    """What was said or done, with whom, when. `reached`: whether anybody was spoken with. `seconds`: of a call."""

    class Kind(models.TextChoices):
        CALL = "call", "电话"
        WECHAT = "wechat", "微信"
        SMS = "sms", "短信"
        MAIL = "mail", "邮件"
        VISIT = "visit", "到店面谈"
        NOTE = "note", "记录"

    class Direction(models.TextChoices):
        OUT = "out", "我方联系"
        IN = "in", "客户联系"

    kind = models.CharField(max_length=12, choices=Kind, default=Kind.CALL)
    lead = models.ForeignKey("leads.Lead", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    customer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    direction = models.CharField(max_length=4, choices=Direction, default=Direction.OUT)
    reached = models.BooleanField(default=True)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    summary = models.TextField()
    next_step = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "interaction"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="interaction_kind"),
            models.CheckConstraint(condition=Q(direction__in=["in", "out"]), name="interaction_direction"),
            models.CheckConstraint(condition=~Q(summary=""), name="interaction_summary"),
            models.CheckConstraint(
                condition=Q(lead__isnull=False) | Q(customer__isnull=False), name="interaction_with_somebody"
            ),
        ]
        indexes = [
            models.Index(fields=["lead", "-at"], name="interaction_of_lead"),
            models.Index(fields=["customer", "-at"], name="interaction_of_customer"),
            models.Index(fields=["created_at", "id"], name="interaction_by_creation"),
        ]

    def __str__(self) -> str:
        return self.summary[:60]
