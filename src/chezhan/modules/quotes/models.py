"""Quotes, their lines, and what headquarters says of purchase tax."""

from django.db import models
from django.db.models import F, Q

from chezhan.catalogue.record import Record

STATUSES = [
    "draft", "submitted", "approved", "sent", "agreed", "queried", "accepted", "declined", "expired", "superseded",
]  # fmt: skip
WAYS = ["cash", "loan", "balloon", "lease"]
KINDS = [
    "car", "discount", "accessory", "insurance", "purchase_tax", "registration", "finance", "warranty", "trade_in",
    "subsidy", "gift", "other",
]  # fmt: skip


PAYERS = ["", "store", "maker", "state"]


class Quote(Record):
    """`number` is of all its versions, `revision` of each. What it comes to is the sum of its lines.

    `guide_price`: yuan, the maker's, as it was when the quote was made; discounts are reckoned from it. `token`: ends
    the link that the customer gets. `order`: what it became. `pay_by` and what follows it: the way to pay that it
    offers, `rate` in percent by the year; `financed` and `monthly` are reckoned from the car's price. `answered_by`,
    `answered_at`, `objection`: what the customer said on the page that the link opens.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "草稿"
        SUBMITTED = "submitted", "审批中"
        APPROVED = "approved", "已审批"
        SENT = "sent", "已发送"
        AGREED = "agreed", "客户已接受"
        ACCEPTED = "accepted", "已转订单"
        QUERIED = "queried", "客户有异议"
        DECLINED = "declined", "已谢绝"
        EXPIRED = "expired", "已过期"
        SUPERSEDED = "superseded", "已被新版替代"

    class PayBy(models.TextChoices):
        CASH = "cash", "全款"
        LOAN = "loan", "贷款"
        BALLOON = "balloon", "尾款贷"
        LEASE = "lease", "融资租赁"

    number = models.CharField(max_length=40, blank=True, default="")
    revision = models.PositiveSmallIntegerField(default=1, editable=False)
    previous = models.OneToOneField(
        "quotes.Quote", on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT)
    lead = models.ForeignKey("leads.Lead", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    customer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    trim = models.ForeignKey("library.Trim", on_delete=models.PROTECT, related_name="+")
    color = models.CharField(max_length=40, blank=True, default="")
    guide_price = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    deposit = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    terms = models.TextField(blank=True, default="")
    pay_by = models.CharField(max_length=8, choices=PayBy, default=PayBy.CASH)
    down_payment = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    rate = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    last_payment = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    financed = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True, editable=False)
    monthly = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True, editable=False)
    approval_note = models.CharField(max_length=200, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True, editable=False)
    token = models.CharField(max_length=60, null=True, blank=True, editable=False)
    declined_for = models.CharField(max_length=200, blank=True, default="")
    answered_by = models.CharField(max_length=60, blank=True, default="", editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    objection = models.TextField(blank=True, default="", editable=False)
    order = models.OneToOneField(
        "sales.SalesOrder", on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    class Meta:
        db_table = "quote"
        constraints = [
            models.UniqueConstraint(fields=["number", "revision"], name="quote_number"),
            models.UniqueConstraint(fields=["token"], name="quote_token_once"),
            models.CheckConstraint(condition=~Q(number=""), name="quote_numbered"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="quote_status"),
            models.CheckConstraint(
                condition=~Q(status="sent") | Q(token__isnull=False, valid_until__isnull=False), name="quote_sent"
            ),
            models.CheckConstraint(
                condition=Q(status="accepted", order__isnull=False) | (~Q(status="accepted") & Q(order=None)),
                name="quote_accepted_is_an_order",
            ),
            models.CheckConstraint(
                condition=~Q(status="agreed") | (Q(answered_at__isnull=False) & ~Q(answered_by="")), name="quote_agreed"
            ),
            models.CheckConstraint(
                condition=~Q(status="queried") | (Q(answered_at__isnull=False) & ~Q(objection="")), name="quote_queried"
            ),
            models.CheckConstraint(condition=Q(guide_price__isnull=True) | Q(guide_price__gt=0), name="quote_guide"),
            models.CheckConstraint(condition=Q(deposit__isnull=True) | Q(deposit__gte=0), name="quote_deposit"),
            models.CheckConstraint(condition=Q(pay_by__in=WAYS), name="quote_pay_by"),
            models.CheckConstraint(
                condition=(Q(down_payment__isnull=True) | Q(down_payment__gte=0))
                & (Q(last_payment__isnull=True) | Q(last_payment__gte=0))
                & (Q(rate__isnull=True) | Q(rate__gte=0, rate__lte=50))
                & (Q(months__isnull=True) | Q(months__gte=1, months__lte=120)),
                name="quote_terms",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="quote_by_creation"),
        ]

    def __str__(self) -> str:
        return self.number


class QuoteLine(Record):
    """`amount`: yuan that it adds to the quote, drawn by the database: quantity times price, off for discounts,
    trade-in and subsidies, nothing for gifts. `car_part`: what of it is the price of the car. `given`: what is given
    away with it beside that. `computed`: reckoned by the product, and anew with what it follows. `payer`: of a subsidy,
    the store where nobody else is named.
    """

    class Kind(models.TextChoices):
        CAR = "car", "车价"
        DISCOUNT = "discount", "优惠"
        ACCESSORY = "accessory", "精品"
        INSURANCE = "insurance", "保险"
        PURCHASE_TAX = "purchase_tax", "购置税"
        REGISTRATION = "registration", "上牌"
        FINANCE = "finance", "金融服务"
        WARRANTY = "warranty", "延保"
        TRADE_IN = "trade_in", "置换抵扣"
        SUBSIDY = "subsidy", "补贴"
        GIFT = "gift", "赠品"
        OTHER = "other", "其他"

    class Payer(models.TextChoices):
        STORE = "store", "本店"
        MAKER = "maker", "厂家"
        STATE = "state", "政府"

    quote = models.ForeignKey("quotes.Quote", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=Kind)
    name = models.CharField(max_length=120)
    quantity = models.PositiveSmallIntegerField(default=1)
    unit_price = models.DecimalField(max_digits=14, decimal_places=2)
    amount = models.DecimalField(max_digits=14, decimal_places=2, default=0, editable=False)
    car_part = models.DecimalField(max_digits=14, decimal_places=2, default=0, editable=False)
    given = models.DecimalField(max_digits=14, decimal_places=2, default=0, editable=False)
    computed = models.BooleanField(default=False, editable=False)
    payer = models.CharField(max_length=8, choices=Payer, blank=True, default="")
    note = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "quote_line"
        constraints = [
            models.CheckConstraint(condition=Q(payer__in=PAYERS), name="quote_line_payer"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="quote_line_kind"),
            models.CheckConstraint(condition=~Q(name=""), name="quote_line_named"),
            models.CheckConstraint(condition=Q(unit_price__gte=0), name="quote_line_price"),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="quote_line_quantity"),
            models.UniqueConstraint(fields=["quote"], condition=Q(kind="car"), name="quote_line_one_car"),
        ]
        indexes = [
            models.Index(fields=["quote", "created_at"], name="quote_line_of_quote"),
            models.Index(fields=["created_at", "id"], name="quote_line_by_creation"),
        ]

    def __str__(self) -> str:
        return self.name


class PurchaseTaxRule(Record):
    """Relief of purchase tax for new-energy cars, as headquarters amends it: goes before what ships with the product.

    `share`: percent of the tax let off, at most `cap` yuan a car.
    """

    name = models.CharField(max_length=80)
    first_on = models.DateField()
    last_on = models.DateField()
    share = models.DecimalField(max_digits=5, decimal_places=2)
    cap = models.DecimalField(max_digits=14, decimal_places=2)
    source = models.CharField(max_length=200)

    class Meta:
        db_table = "purchase_tax_rule"
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="purchase_tax_rule_days"),
            models.CheckConstraint(condition=Q(share__gte=0, share__lte=100), name="purchase_tax_rule_share"),
            models.CheckConstraint(condition=Q(cap__gte=0), name="purchase_tax_rule_cap"),
        ]
        indexes = [models.Index(fields=["created_at", "id"], name="purchase_tax_rule_by_creation")]

    def __str__(self) -> str:
        return self.name
