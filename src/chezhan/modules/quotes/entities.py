"""Quotes as people know them."""

from decimal import Decimal

from chezhan.catalogue.entity import Entity, Field, Happens, Option, Related
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import (
    BOOLEAN,
    CHOICE,
    DATE,
    DATETIME,
    FORMULA,
    INTEGER,
    LINK,
    LONG_TEXT,
    MONEY,
    PERCENT,
    TEXT,
)
from chezhan.modules.quotes.models import PurchaseTaxRule, Quote, QuoteLine
from chezhan.modules.quotes.paper import PAPER
from chezhan.modules.quotes.planning import TERMS
from chezhan.modules.quotes.refusals import NotADraft
from chezhan.modules.quotes.verbs import VERBS

STATUSES = (
    Option("draft", Label("草稿", "Draft")),
    Option("submitted", Label("审批中", "To be approved")),
    Option("approved", Label("已审批", "Approved")),
    Option("sent", Label("已发送", "Sent")),
    Option("agreed", Label("客户已接受", "Accepted by the customer")),
    Option("accepted", Label("已转订单", "Made an order")),
    Option("queried", Label("客户有异议", "Customer asks for changes")),
    Option("declined", Label("已谢绝", "Declined")),
    Option("expired", Label("已过期", "Expired")),
    Option("superseded", Label("已被新版替代", "Replaced")),
)
KINDS = (
    Option("car", Label("车价", "Car")),
    Option("discount", Label("优惠", "Discount")),
    Option("accessory", Label("精品", "Accessories")),
    Option("insurance", Label("保险", "Insurance")),
    Option("purchase_tax", Label("购置税", "Purchase tax")),
    Option("registration", Label("上牌", "Registration")),
    Option("finance", Label("金融服务", "Finance")),
    Option("warranty", Label("延保", "Extended warranty")),
    Option("trade_in", Label("置换抵扣", "Trade-in")),
    Option("subsidy", Label("补贴", "Subsidy")),
    Option("gift", Label("赠品", "Gift")),
    Option("other", Label("其他", "Other")),
)
PAYERS = (
    Option("store", Label("本店", "The store")),
    Option("maker", Label("厂家", "The maker")),
    Option("state", Label("政府", "The state")),
)
WAYS = (
    Option("cash", Label("全款", "Cash")),
    Option("loan", Label("贷款", "Loan")),
    Option("balloon", Label("尾款贷", "Balloon loan")),
    Option("lease", Label("融资租赁", "Lease")),
)
NOT_BELOW = FieldSettings(minimum=Decimal(0))
IN_YUAN = FieldSettings(result="money")
CAR = "coalesce(sum(quote_line.car_part), 0)"
GIVEN = f"guide_price - {CAR} + coalesce(sum(quote_line.given), 0)"

QUOTE = Entity(
    name="quote",
    model=Quote,
    label=Label("报价单", "Quote"),
    label_plural=Label("报价单", "Quotes"),
    title=("number",),
    sort="-created_at",
    happens=Happens("created_at", ("lead", "lead.customer", "customer")),
    series="Q",
    state="status",
    verbs=VERBS,
    settled=frozenset({"trim", "customer", "color", "guide_price", "valid_until", "deposit", "terms", *TERMS}),
    paper=PAPER,
    key_facts=("customer", "lead", "trim", "guide_price", "car_price", "discount", "given", "discount_rate", "total"),
    open_in=frozenset({"draft"}),
    own_fields=(
        Field("number", Label("报价单号", "Number"), TEXT, searchable=True, once=True),
        Field("revision", Label("版本", "Version"), INTEGER, read_only=True),
        Field("status", Label("状态", "State"), CHOICE, options=STATUSES, read_only=True),
        Field("lead", Label("线索", "Lead"), LINK, target="lead", searchable=True),
        Field("customer", Label("客户", "Customer"), LINK, target="customer", searchable=True, at_once=True),
        Field("trim", Label("车型", "Trim"), LINK, target="trim", searchable=True, required=True),
        Field("color", Label("颜色", "Colour"), TEXT, in_list=False),
        Field("guide_price", Label("厂商指导价", "Guide price"), MONEY, in_list=False, later=True),
        Field("car_price", Label("车辆成交价", "Price of the car"), FORMULA, formula=CAR, settings=IN_YUAN,
              in_list=False),
        Field("discount", Label("车价优惠", "Discount"), FORMULA, formula=f"guide_price - {CAR}", settings=IN_YUAN,
              in_list=False),
        Field("given", Label("综合优惠", "Given in all"), FORMULA, formula=GIVEN, settings=IN_YUAN, in_list=False,
              help=Label("车价优惠、赠品价值，以及手工填写的补贴和置换抵扣。",
                         "Off the price, the worth of gifts, and subsidies and trade-ins that were entered by hand.")),
        # Up to the next hundredth: a limit that is passed by a yuan is passed.
        Field("discount_rate", Label("优惠比例（%）", "Discount, %"), FORMULA,
              formula=f"ceil(({GIVEN}) / guide_price * 10000) / 100", settings=FieldSettings(result="number"),
              help=Label("综合优惠占厂商指导价的比例。", "What is given in all, of the guide price.")),
        Field("total", Label("合计", "Total"), FORMULA, formula="coalesce(sum(quote_line.amount), 0)",
              settings=IN_YUAN),
        Field("deposit", Label("定金", "Deposit"), MONEY, in_list=False),
        Field("pay_by", Label("付款方式", "Paid by"), CHOICE, options=WAYS, default="cash", in_list=False),
        Field("down_payment", Label("首付", "Down payment"), MONEY, in_list=False, settings=NOT_BELOW),
        Field("months", Label("期数（月）", "Months"), INTEGER, in_list=False,
              settings=FieldSettings(minimum=Decimal(1), maximum=Decimal(120))),
        Field("rate", Label("年利率", "Rate a year"), PERCENT, in_list=False,
              settings=FieldSettings(minimum=Decimal(0), maximum=Decimal(50))),
        Field("last_payment", Label("尾款", "Last payment"), MONEY, in_list=False, settings=NOT_BELOW),
        Field("financed", Label("贷款金额", "Financed"), MONEY, in_list=False, read_only=True),
        Field("monthly", Label("月供", "By the month"), MONEY, in_list=False, read_only=True),
        Field("valid_until", Label("有效期至", "Valid until"), DATE, at_once=True),
        Field("terms", Label("说明", "Terms"), LONG_TEXT, in_list=False),
        Field("approval_note", Label("审批意见", "Approver's word"), TEXT, in_list=False),
        Field("sent_at", Label("发送时间", "Sent"), DATETIME, in_list=False, read_only=True),
        Field("token", Label("客户链接", "Customer's link"), TEXT, in_list=False, read_only=True, filterable=False,
              sortable=False, settings=FieldSettings(page="/q/")),
        Field("declined_for", Label("谢绝原因", "Declined because"), TEXT, in_list=False),
        Field("answered_by", Label("客户确认人", "Answered by"), TEXT, in_list=False, read_only=True,
              sensitivity="masked", settings=FieldSettings(max_length=60),
              help=Label("客户在报价链接上填写的姓名。", "The name given on the customer's page.")),
        Field("answered_at", Label("客户答复时间", "Answered"), DATETIME, in_list=False, read_only=True),
        Field("objection", Label("客户异议", "What is not right"), LONG_TEXT, in_list=False, read_only=True,
              settings=FieldSettings(max_length=500)),
        Field("previous", Label("上一版", "Version before"), LINK, target="quote", in_list=False, read_only=True),
        Field("order", Label("订单", "Order"), LINK, target="sales_order", in_list=False, read_only=True),
    ),
    related=(
        Related("quote_line", via="quote", label=Label("报价明细", "Lines")),
        Related("used_car", via="quote", label=Label("置换旧车", "Trade-ins")),
    ),
)  # fmt: skip

QUOTE_LINE = Entity(
    name="quote_line",
    model=QuoteLine,
    label=Label("报价明细", "Quote line"),
    label_plural=Label("报价明细", "Quote lines"),
    title=("name",),
    sort="created_at",
    refusals={"quote_line_of_a_draft": NotADraft},
    own_fields=(
        Field("quote", Label("报价单", "Quote"), LINK, target="quote", required=True, once=True),
        Field("kind", Label("类别", "Kind"), CHOICE, options=KINDS, required=True),
        Field("name", Label("项目", "Item"), TEXT, searchable=True, required=True),
        Field("quantity", Label("数量", "Quantity"), INTEGER, default=1,
              settings=FieldSettings(minimum=Decimal(1), maximum=Decimal(999))),
        Field("unit_price", Label("单价", "Unit price"), MONEY, required=True,
              settings=FieldSettings(minimum=Decimal(0))),
        Field("amount", Label("金额", "Amount"), MONEY, read_only=True),
        Field("car_part", Label("计入车价", "Of the car's price"), MONEY, in_list=False, read_only=True),
        Field("given", Label("计入综合优惠", "Given away"), MONEY, in_list=False, read_only=True),
        Field("computed", Label("自动计算", "Reckoned"), BOOLEAN, in_list=False, read_only=True),
        Field("payer", Label("补贴承担方", "Subsidy paid by"), CHOICE, options=PAYERS, in_list=False,
              help=Label("补贴由谁承担；不填为本店，减少单车毛利。",
                         "Who pays a subsidy. If empty the store, and its margin is less by it.")),
        Field("note", Label("备注", "Note"), TEXT),
    ),
)  # fmt: skip

PURCHASE_TAX_RULE = Entity(
    name="purchase_tax_rule",
    model=PurchaseTaxRule,
    label=Label("购置税减免", "Purchase tax relief"),
    label_plural=Label("购置税减免", "Purchase tax reliefs"),
    title=("name",),
    sort="-first_on",
    own_fields=(
        Field("name", Label("名称", "Name"), TEXT, searchable=True, required=True),
        Field("first_on", Label("起始日", "From"), DATE, required=True),
        Field("last_on", Label("截止日", "Until"), DATE, required=True),
        Field("share", Label("减免比例", "Share let off"), PERCENT, required=True),
        Field("cap", Label("每辆最多减免", "At most, a car"), MONEY, required=True),
        Field("source", Label("依据文件", "Source"), TEXT, required=True),
    ),
)
