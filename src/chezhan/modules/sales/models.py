"""Sales orders, and the ledger of what was paid on them."""

from django.db import models
from django.db.models import Q

from chezhan.catalogue.record import Record

STATUSES = ["draft", "approved", "deposit", "allocated", "invoiced", "delivered", "closed", "cancelled"]
CAR_AT_HAND = ["allocated", "invoiced", "delivered", "closed"]
CONTRACTS = ["", "drawn", "asked", "signed", "refused", "outdated"]
OUTCOMES = ["", "none", "refund", "forfeit", "moved"]
KINDS = ["deposit", "payment", "refund", "reversal"]
METHODS = ["transfer", "cash", "card", "wechat", "alipay", "loan", "trade_in"]


def money() -> models.DecimalField:
    return models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)


class SalesOrder(Record):
    """A car sold to a customer. `number` is the natural key, drawn when none is given; `price` is yuan, all taxes in;
    `total`: all that the customer pays here, None where that is the price. `trade_in`: what was taken off it already
    for an old car that comes in.

    Brand, series and region are the sale's own: a store sells in many regions, and a car's file may be mended later.
    `vehicle`: the customer's car, from the hand-over on; `car`: the one of the store's stock that is meant for them.
    `contract_status`: how the contract of it stands, drawn by the database: `outdated` where the order says otherwise.
    `invoice_vin`: of the sales invoice in force; a red-letter invoice frees it. Costs, subsidies that the store
    pays, and incomes make the margin.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "草稿"
        APPROVED = "approved", "已审批"
        DEPOSIT = "deposit", "已收定金"
        ALLOCATED = "allocated", "已配车"
        INVOICED = "invoiced", "已开票"
        DELIVERED = "delivered", "已交车"
        CLOSED = "closed", "已关闭"
        CANCELLED = "cancelled", "已取消"

    class DepositOutcome(models.TextChoices):
        NONE = "none", "未收定金"
        REFUND = "refund", "退还客户"
        FORFEIT = "forfeit", "不退"
        MOVED = "moved", "转其他订单"

    class ContractStatus(models.TextChoices):
        DRAWN = "drawn", "待签署"
        ASKED = "asked", "签署中"
        SIGNED = "signed", "已签署"
        REFUSED = "refused", "客户拒签"
        OUTDATED = "outdated", "与订单不符"

    number = models.CharField(max_length=60, blank=True, default="")
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT)
    customer = models.ForeignKey("parties.Customer", on_delete=models.PROTECT, related_name="sales_orders")
    lead = models.ForeignKey("leads.Lead", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    vehicle = models.ForeignKey(
        "vehicles.Vehicle", on_delete=models.PROTECT, null=True, blank=True, related_name="sales_orders"
    )
    trim = models.ForeignKey("library.Trim", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    car = models.ForeignKey("stock.StockVehicle", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ordered_on = models.DateField()
    expected_on = models.DateField(null=True, blank=True)
    brand = models.CharField(max_length=60)
    series = models.CharField(max_length=80, blank=True, default="")
    color = models.CharField(max_length=40, blank=True, default="")
    region = models.CharField(max_length=60, blank=True, default="")
    price = models.DecimalField(max_digits=14, decimal_places=2)
    approved_discount = money()
    total = money()
    trade_in = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True, editable=False)
    deposit = money()
    dealer_code = models.CharField(max_length=60, blank=True, default="")
    contract_no = models.CharField(max_length=80, blank=True, default="")
    contract_status = models.CharField(
        max_length=10, choices=ContractStatus, blank=True, default="", db_default="", editable=False
    )
    signed_on = models.DateField(null=True, blank=True)
    invoice_no = models.CharField(max_length=40, blank=True, default="")
    invoiced_on = models.DateField(null=True, blank=True)
    invoice_vin = models.CharField(max_length=17, null=True, blank=True, editable=False)
    red_invoice_no = models.CharField(max_length=40, blank=True, default="")
    delivered_on = models.DateField(null=True, blank=True)
    release_reason = models.CharField(max_length=200, blank=True, default="")
    cancel_reason = models.TextField(blank=True, default="")
    deposit_outcome = models.CharField(max_length=10, choices=DepositOutcome, blank=True, default="")
    cost = money()
    rebate = money()
    finance_income = money()
    insurance_income = money()
    accessory_income = money()
    registration_income = money()
    warranty_income = money()
    used_car_income = money()
    gift_cost = money()
    store_subsidy = money()

    class Meta:
        db_table = "sales_order"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="sales_order_number"),
            models.UniqueConstraint(fields=["car"], name="sales_order_car_once"),
            models.UniqueConstraint(fields=["invoice_vin"], name="sales_order_vin_invoiced_once"),
            models.UniqueConstraint(
                fields=["invoice_no"], condition=~Q(invoice_no=""), name="sales_order_invoice_once"
            ),
            models.CheckConstraint(condition=~Q(number=""), name="sales_order_numbered"),
            models.CheckConstraint(condition=Q(price__gte=0), name="sales_order_price"),
            models.CheckConstraint(condition=Q(total__isnull=True) | Q(total__gte=0), name="sales_order_total"),
            models.CheckConstraint(condition=Q(deposit__isnull=True) | Q(deposit__gte=0), name="sales_order_deposit"),
            models.CheckConstraint(condition=Q(status__in=STATUSES), name="sales_order_status"),
            models.CheckConstraint(
                condition=~Q(status__in=CAR_AT_HAND) | Q(car__isnull=False) | Q(vehicle__isnull=False),
                name="sales_order_has_a_car",
            ),
            # And another car only with another state: see the trigger.
            models.CheckConstraint(
                condition=Q(car__isnull=True) | Q(status__in=CAR_AT_HAND), name="sales_order_car_of_its_state"
            ),
            models.CheckConstraint(
                condition=Q(invoice_vin__isnull=True) | ~Q(invoice_no=""), name="sales_order_vin_on_an_invoice"
            ),
            models.CheckConstraint(condition=Q(contract_status__in=CONTRACTS), name="sales_order_contract_status"),
            models.CheckConstraint(condition=Q(deposit_outcome__in=OUTCOMES), name="sales_order_deposit_outcome"),
        ]
        indexes = [
            models.Index(fields=["ordered_on", "id"], name="sales_order_by_day"),
            models.Index(fields=["brand", "series"], name="sales_order_by_series"),
        ]

    def __str__(self) -> str:
        return self.number


class OrderPayment(Record):
    """What was paid on an order or given back: never edited, a wrong one is reversed.

    `amount`: yuan, above nothing. `signed`: what it adds to what was paid, drawn by the database. `reverses`: of a
    reversal, which it takes back whole.
    """

    class Kind(models.TextChoices):
        DEPOSIT = "deposit", "定金"
        PAYMENT = "payment", "车款"
        REFUND = "refund", "退款"
        REVERSAL = "reversal", "冲销"

    class Method(models.TextChoices):
        TRANSFER = "transfer", "转账"
        CASH = "cash", "现金"
        CARD = "card", "刷卡"
        WECHAT = "wechat", "微信"
        ALIPAY = "alipay", "支付宝"
        LOAN = "loan", "贷款放款"
        TRADE_IN = "trade_in", "旧车抵扣"

    class Status(models.TextChoices):
        BOOKED = "booked", "已入账"
        REVERSED = "reversed", "已冲销"

    order = models.ForeignKey("sales.SalesOrder", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    signed = models.DecimalField(max_digits=14, decimal_places=2, default=0, editable=False)
    method = models.CharField(max_length=10, choices=Method)
    reference = models.CharField(max_length=80, blank=True, default="")
    paid_on = models.DateField()
    status = models.CharField(max_length=10, choices=Status, default=Status.BOOKED)
    reverses = models.OneToOneField(
        "sales.OrderPayment", on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    reason = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        db_table = "order_payment"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="order_payment_kind"),
            models.CheckConstraint(condition=Q(method__in=METHODS), name="order_payment_method"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="order_payment_amount"),
            models.CheckConstraint(condition=Q(status__in=["booked", "reversed"]), name="order_payment_status"),
            models.CheckConstraint(
                condition=Q(kind="reversal", reverses__isnull=False) | (~Q(kind="reversal") & Q(reverses=None)),
                name="order_payment_reverses_one",
            ),
        ]
        indexes = [
            models.Index(fields=["order", "paid_on"], name="order_payment_of_order"),
            models.Index(fields=["created_at", "id"], name="order_payment_by_creation"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"
