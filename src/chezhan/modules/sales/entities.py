"""Sales orders and their payments as people know them."""

from chezhan.catalogue.entity import Entity, Field, Happens, Option, Related
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import CHOICE, DATE, FORMULA, LINK, LONG_TEXT, MONEY, PHONE, PLATE, TEXT, VIN
from chezhan.modules.sales import refusals
from chezhan.modules.sales.models import STATUSES as STATES
from chezhan.modules.sales.models import OrderPayment, SalesOrder
from chezhan.modules.sales.paper import PAPER
from chezhan.modules.sales.verbs import ORDER_VERBS, PAYMENT_VERBS

STATUSES = (
    Option("draft", Label("草稿", "Draft")),
    Option("approved", Label("已审批", "Approved")),
    Option("deposit", Label("已收定金", "Deposit paid")),
    Option("allocated", Label("已配车", "Allocated")),
    Option("invoiced", Label("已开票", "Invoiced")),
    Option("delivered", Label("已交车", "Delivered")),
    Option("closed", Label("已关闭", "Closed")),
    Option("cancelled", Label("已取消", "Cancelled")),
)
OUTCOMES = (
    Option("none", Label("未收定金", "Nothing was paid")),
    Option("refund", Label("退还客户", "Given back")),
    Option("forfeit", Label("不退", "Kept")),
    Option("moved", Label("转其他订单", "Moved to another order")),
)
PAYMENT_KINDS = (
    Option("deposit", Label("定金", "Deposit")),
    Option("payment", Label("车款", "Payment")),
    Option("refund", Label("退款", "Refund")),
    # Nobody enters one: that is what reversing is for.
    Option("reversal", Label("冲销", "Reversal"), retired=True),
)
METHODS = (
    Option("transfer", Label("转账", "Transfer")),
    Option("cash", Label("现金", "Cash")),
    Option("card", Label("刷卡", "Card")),
    Option("wechat", Label("微信", "WeChat")),
    Option("alipay", Label("支付宝", "Alipay")),
    Option("loan", Label("贷款放款", "Paid out by the lender")),
    Option("trade_in", Label("旧车抵扣", "Trade-in")),
)
PAYMENT_STATUSES = (
    Option("booked", Label("已入账", "Booked")),
    Option("reversed", Label("已冲销", "Reversed")),
)
CONTRACT_STATES = (
    Option("drawn", Label("待签署", "To be signed")),
    Option("asked", Label("签署中", "Being signed")),
    Option("signed", Label("已签署", "Signed")),
    Option("refused", Label("客户拒签", "Refused")),
    Option("outdated", Label("与订单不符，需重新出具", "Out of date: draw it up again")),
)
IN_YUAN = FieldSettings(result="money")
PAID = "coalesce(sum(order_payment.signed), 0)"
# 单车综合毛利, taxes in as all the prices are: nothing where the cost is not known.
INCOMES = ("rebate", "finance_income", "insurance_income", "accessory_income", "registration_income",
           "warranty_income", "used_car_income")  # fmt: skip
OUTLAYS = ("gift_cost", "store_subsidy")
MARGIN = "price - cost" + "".join(
    f" {sign} coalesce({name}, 0)" for sign, names in (("+", INCOMES), ("-", OUTLAYS)) for name in names
)


def _cost(name: str, zh: str, en: str) -> Field:
    return Field(name, Label(zh, en), MONEY, in_list=False, later=True)


SALES_ORDER = Entity(
    name="sales_order",
    model=SalesOrder,
    label=Label("销售订单", "Sales order"),
    label_plural=Label("销售订单", "Sales orders"),
    title=("number",),
    sort="-ordered_on",
    series="SO",
    state="status",
    verbs=ORDER_VERBS,
    happens=Happens("ordered_on", ("customer", "lead", "vehicle", "car")),
    brought=frozenset(STATES),
    paper=PAPER,
    key_facts=("customer", "trim", "car", "price", "approved_discount", "total", "deposit", "paid", "margin"),
    settled=frozenset({"customer", "trim", "car", "price", "total", "deposit", "approved_discount"}),
    open_in=frozenset({"draft"}),
    refusals={
        "sales_order_vin_invoiced_once": refusals.VinInvoiced,
        "sales_order_covers_payments": refusals.PaidMore,
        "sales_order_car_by_verb": refusals.CarByVerb,
        "sales_order_car_of_its_state": refusals.CarByVerb,
    },
    own_fields=(
        Field("number", Label("订单号", "Number"), TEXT, searchable=True, once=True, unique=True),
        Field("ordered_on", Label("下单日期", "Ordered on"), DATE, required=True),
        Field("customer", Label("客户", "Customer"), LINK, target="customer", searchable=True, required=True),
        Field(
            "customer_phone",
            Label("客户电话", "Customer's phone"),
            PHONE,
            path="customer__sealed_phone",
            sensitivity="sealed",
            searchable=True,
            in_list=False,
        ),
        Field("lead", Label("线索", "Lead"), LINK, target="lead", in_list=False),
        Field("trim", Label("车型", "Trim"), LINK, target="trim", in_list=False),
        Field("car", Label("库存车", "Stock vehicle"), LINK, target="stock_vehicle", in_list=False),
        Field("vehicle", Label("车辆", "Vehicle"), LINK, target="vehicle", in_list=False, later=True),
        Field("vin", Label("车架号", "VIN"), VIN, path="vehicle__vin", searchable=True, in_list=False),
        Field("plate", Label("车牌", "Plate"), PLATE, path="vehicle__plate", searchable=True, in_list=False),
        Field("brand", Label("品牌", "Brand"), TEXT, searchable=True),
        Field("series", Label("车系", "Series"), TEXT, searchable=True),
        Field("region", Label("区域", "Region"), TEXT),
        Field("color", Label("颜色", "Colour"), TEXT, in_list=False),
        Field("price", Label("成交价", "Price"), MONEY, required=True),
        Field("status", Label("状态", "Status"), CHOICE, options=STATUSES, read_only=True),
        Field("approved_discount", Label("批准优惠", "Approved discount"), MONEY, in_list=False),
        Field("total", Label("应收合计", "Total due"), MONEY, in_list=False,
              help=Label("客户在本店要付的全部款项；不填即成交价。", "All that is paid here; else the price.")),
        Field("trade_in", Label("置换抵扣", "Trade-in"), MONEY, in_list=False, read_only=True,
              help=Label("已从应收合计中扣除。", "Taken off the total due already.")),
        Field("deposit", Label("约定定金", "Agreed deposit"), MONEY, in_list=False),
        Field("paid", Label("已收", "Paid"), FORMULA, formula=PAID, settings=IN_YUAN, in_list=False),
        Field("balance", Label("未收", "Balance"), FORMULA, formula=f"coalesce(total, price) - {PAID}",
              settings=IN_YUAN, in_list=False),
        Field("expected_on", Label("约定交车", "Hand-over agreed for"), DATE, in_list=False),
        Field("contract_no", Label("合同号", "Contract no."), TEXT, in_list=False, later=True),
        Field("contract_status", Label("合同状态", "Contract"), CHOICE, options=CONTRACT_STATES, in_list=False,
              read_only=True),
        Field("signed_on", Label("签约日期", "Signed on"), DATE, in_list=False, later=True),
        Field("invoice_no", Label("发票号码", "Invoice no."), TEXT, searchable=True, in_list=False),
        Field("invoiced_on", Label("开票日期", "Invoiced on"), DATE, in_list=False),
        Field("invoice_vin", Label("发票车架号", "VIN on the invoice"), VIN, in_list=False, read_only=True),
        Field("red_invoice_no", Label("红字发票号码", "Red-letter invoice no."), TEXT, in_list=False),
        Field("delivered_on", Label("交车日期", "Handed over on"), DATE, in_list=False),
        Field("release_reason", Label("退回配车原因", "Car given back because"), TEXT, in_list=False),
        Field("cancel_reason", Label("取消原因", "Cancelled because"), LONG_TEXT, in_list=False),
        Field("deposit_outcome", Label("已付款项处理", "What was paid is"), CHOICE, options=OUTCOMES, in_list=False),
        Field("dealer_code", Label("经销商代码", "Dealer code"), TEXT, in_list=False, later=True),
        _cost("cost", "进价", "Cost of the car"),
        _cost("rebate", "厂家返利", "Rebate"),
        _cost("finance_income", "金融收入", "Finance income"),
        _cost("insurance_income", "保险收入", "Insurance income"),
        _cost("accessory_income", "精品毛利", "Accessories' margin"),
        _cost("registration_income", "上牌收入", "Registration income"),
        _cost("warranty_income", "延保收入", "Extended warranty income"),
        _cost("used_car_income", "二手车收入", "Used-car income"),
        _cost("gift_cost", "赠品成本", "Cost of gifts"),
        _cost("store_subsidy", "本店补贴", "Subsidies of the store"),
        Field("margin", Label("单车综合毛利", "Margin of the deal"), FORMULA, formula=MARGIN, settings=IN_YUAN,
              in_list=False),
    ),
    related=(
        Related("order_payment", via="order", label=Label("回款", "Payments")),
        Related("contract", via="order", label=Label("合同", "Contracts")),
        Related("delivery", via="order", label=Label("交付", "Delivery")),
        Related("promise", via="order", label=Label("承诺", "Promises")),
        Related("used_car", via="order", label=Label("置换旧车", "Trade-ins")),
        Related("task", via="sales_order", label=Label("待办", "Tasks")),
    ),
)  # fmt: skip

# Each is given once; what is wrong is reversed.
ORDER_PAYMENT = Entity(
    name="order_payment",
    model=OrderPayment,
    label=Label("回款", "Payment"),
    label_plural=Label("回款", "Payments"),
    title=("order_number",),
    told_by=("amount", "method", "paid_on"),
    sort="-paid_on",
    state="status",
    verbs=PAYMENT_VERBS,
    happens=Happens("paid_on", ("order", "order.customer", "order.vehicle")),
    refusals={
        "order_payment_overpaid": refusals.Overpaid,
        "order_payment_too_much_back": refusals.TooMuchBack,
        "order_payment_in_time": refusals.NoPaymentNow,
        "order_payment_trade_in_twice": refusals.TradeInTwice,
        "order_payment_kept": refusals.PaymentKept,
    },
    own_fields=(
        Field("order", Label("订单", "Order"), LINK, target="sales_order", required=True, once=True),
        Field("order_number", Label("订单号", "Order no."), TEXT, path="order__number", in_list=False),
        Field("kind", Label("类型", "Kind"), CHOICE, options=PAYMENT_KINDS, required=True, once=True),
        Field("amount", Label("金额", "Amount"), MONEY, required=True, once=True),
        Field("signed", Label("计入金额", "Counts as"), MONEY, read_only=True),
        Field("method", Label("方式", "Method"), CHOICE, options=METHODS, required=True, once=True),
        Field("paid_on", Label("日期", "Paid on"), DATE, required=True, once=True),
        Field("reference", Label("流水号", "Reference"), TEXT, searchable=True, once=True),
        Field("status", Label("状态", "Status"), CHOICE, options=PAYMENT_STATUSES, read_only=True),
        Field("reason", Label("冲销原因", "Reversed because"), TEXT, in_list=False),
        Field("reverses", Label("冲销的回款", "Reverses"), LINK, target="order_payment", in_list=False, read_only=True),
    ),
)  # fmt: skip
