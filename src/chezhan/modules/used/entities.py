"""Used cars and their costs as people know them."""

from decimal import Decimal

from chezhan.catalogue.entity import Entity, Field, Happens, Option, Related
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import (
    BOOLEAN,
    CHOICE,
    DATE,
    FORMULA,
    INTEGER,
    LINK,
    LONG_TEXT,
    MONEY,
    PHOTO,
    PLATE,
    TEXT,
    VIN,
)
from chezhan.modules.used import refusals
from chezhan.modules.used.models import UsedCar, UsedCarCost
from chezhan.modules.used.verbs import COST_VERBS, VERBS
from chezhan.modules.vehicles.entities import ENERGIES

STATUSES = (
    Option("registered", Label("待评估", "To be appraised")),
    Option("appraised", Label("已评估", "Appraised")),
    Option("offered", Label("已报价", "Offered")),
    Option("bought", Label("已收购", "Bought")),
    Option("transferred", Label("已过户入库", "Transferred to us")),
    Option("preparing", Label("整备中", "In preparation")),
    Option("for_sale", Label("在售", "For sale")),
    Option("reserved", Label("已预订", "Reserved")),
    Option("sold", Label("已售出", "Sold")),
    Option("handed_over", Label("已过户给买家", "Transferred to the buyer")),
    Option("declined", Label("未成交", "Not bought")),
)
SOURCES = (
    Option("trade_in", Label("置换", "Trade-in")),
    Option("purchase", Label("收购", "Bought in")),
    Option("consignment", Label("寄售", "On commission")),
    Option("other", Label("其他", "Other")),
)
GRADES = (
    Option("A", Label("A（优）", "A (very good)")),
    Option("B", Label("B（良）", "B (good)")),
    Option("C", Label("C（一般）", "C (fair)")),
    Option("D", Label("D（较差）", "D (poor)")),
)
SUBSIDIES = (
    Option("none", Label("无", "None")),
    Option("to_apply", Label("待申报", "To be claimed")),
    Option("applied", Label("已申报", "Claimed")),
    Option("received", Label("已到账", "Received")),
    Option("refused", Label("未通过", "Refused")),
)
COSTS = (
    Option("inspection", Label("检测", "Inspection")),
    Option("repair", Label("机电维修", "Repair")),
    Option("body", Label("钣喷", "Body and paint")),
    Option("cleaning", Label("美容清洁", "Cleaning")),
    Option("transfer", Label("过户费", "Transfer fee")),
    Option("parking", Label("停放", "Parking")),
    Option("commission", Label("佣金", "Commission")),
    Option("other", Label("其他", "Other")),
)
COST_STATUSES = (
    Option("booked", Label("已入账", "Booked")),
    Option("reversed", Label("已冲销", "Reversed")),
)
IN_YUAN = FieldSettings(result="money")
KM = FieldSettings(unit="km", minimum=Decimal(0), maximum=Decimal(10_000_000))
SPENT = "coalesce(sum(used_car_cost.signed), 0)"
# Days since it was bought: of a car that is sold, until then.
AGE = 'datediff(coalesce(sold_on, today()), bought_on, "days")'

USED_CAR = Entity(
    name="used_car",
    model=UsedCar,
    label=Label("二手车", "Used car"),
    label_plural=Label("二手车", "Used cars"),
    title=("number",),
    told_by=("brand", "series", "number"),
    sort="-created_at",
    happens=Happens("created_at", ("seller", "buyer", "lead", "order", "vehicle")),
    key_facts=("seller", "brand", "series", "plate", "km", "wish", "appraised_price", "offer_price", "subsidy"),
    series="UC",
    state="status",
    verbs=VERBS,
    refusals={"used_car_vin_once": refusals.UsedCarThere},
    own_fields=(
        Field("number", Label("编号", "Number"), TEXT, searchable=True, once=True, unique=True),
        Field("status", Label("状态", "State"), CHOICE, options=STATUSES, read_only=True),
        Field("brand", Label("品牌", "Brand"), TEXT, searchable=True, required=True),
        Field("series", Label("车系", "Series"), TEXT, searchable=True),
        Field("trim", Label("车型", "Trim"), TEXT, in_list=False),
        Field("plate", Label("车牌", "Plate"), PLATE, searchable=True, sensitivity="masked"),
        Field("vin", Label("车架号", "VIN"), VIN, searchable=True, sensitivity="masked", in_list=False, at_once=True),
        Field("energy", Label("能源", "Energy"), CHOICE, options=ENERGIES, in_list=False),
        Field("color", Label("颜色", "Colour"), TEXT, in_list=False),
        Field("km", Label("里程", "Km"), INTEGER, settings=KM, at_once=True),
        Field("first_registered_on", Label("初次登记", "First registered"), DATE),
        Field("owners_before", Label("过户次数", "Transfers before"), INTEGER, in_list=False),
        Field("pledged", Label("有抵押", "Pledged"), BOOLEAN, in_list=False),
        Field("source", Label("来源", "Comes by"), CHOICE, options=SOURCES, required=True),
        Field("seller", Label("原车主", "Seller"), LINK, target="customer", in_list=False, at_once=True),
        Field("lead", Label("线索", "Lead"), LINK, target="lead", in_list=False),
        Field("quote", Label("新车报价单", "Quote of the new car"), LINK, target="quote", in_list=False,
              help=Label("报价单是草稿时，收购报价自动成为其中的置换抵扣。", "In a draft the offer is a line."),
              at_once=True),
        Field("order", Label("新车订单", "Order of the new car"), LINK, target="sales_order", in_list=False,
              later=True),
        Field("vehicle", Label("车辆档案", "Vehicle's file"), LINK, target="vehicle", in_list=False, later=True),
        Field("wish", Label("车主期望价", "Asked by the seller"), MONEY, in_list=False),
        Field("appraised_on", Label("评估日期", "Appraised on"), DATE, in_list=False, later=True),
        Field("appraised_price", Label("评估可售价", "Should fetch"), MONEY, in_list=False),
        Field("grade", Label("车况等级", "Condition"), CHOICE, options=GRADES),
        Field("condition", Label("车况说明", "What was found"), LONG_TEXT, in_list=False, at_once=True),
        Field("photos", Label("照片", "Photos"), PHOTO, in_list=False, at_once=True),
        Field("offer_price", Label("收购报价", "Offer"), MONEY, in_list=False),
        Field("offer_until", Label("报价有效期", "Offer valid until"), DATE, in_list=False),
        Field("declined_for", Label("未成交原因", "Not bought because"), TEXT, in_list=False),
        Field("subsidy", Label("置换补贴", "Trade-in subsidy"), MONEY, in_list=False),
        Field("subsidy_status", Label("补贴进度", "Subsidy is"), CHOICE, options=SUBSIDIES, in_list=False,
              later=True),
        Field("purchase_price", Label("收购价", "Paid for it"), MONEY, in_list=False),
        Field("bought_on", Label("收购日期", "Bought on"), DATE, in_list=False),
        Field("transferred_on", Label("过户入库日期", "Transferred to us on"), DATE, in_list=False),
        Field("age", Label("在库天数", "Days in stock"), FORMULA, formula=AGE,
              settings=FieldSettings(result="integer")),
        Field("location", Label("库位", "Place"), TEXT, in_list=False),
        Field("spent", Label("整备等费用", "Spent on it"), FORMULA, formula=SPENT, settings=IN_YUAN, in_list=False),
        Field("asking_price", Label("标价", "Asking price"), MONEY),
        Field("floor_price", Label("最低售价", "Lowest price"), MONEY, in_list=False),
        Field("buyer", Label("买家", "Buyer"), LINK, target="customer", in_list=False),
        Field("sale_price", Label("成交价", "Sold for"), MONEY, in_list=False),
        Field("sold_on", Label("售出日期", "Sold on"), DATE, in_list=False),
        Field("handed_over_on", Label("过户给买家日期", "Transferred to the buyer on"), DATE, in_list=False),
        Field("margin", Label("毛利", "Margin"), FORMULA,
              formula=f"sale_price - purchase_price - {SPENT}", settings=IN_YUAN, in_list=False),
        Field("note", Label("备注", "Note"), LONG_TEXT, in_list=False, at_once=True),
    ),
    related=(Related("used_car_cost", via="used_car", label=Label("费用", "Costs")),),
)  # fmt: skip

# Each is given once; what is wrong is reversed.
USED_CAR_COST = Entity(
    name="used_car_cost",
    model=UsedCarCost,
    label=Label("二手车费用", "Used-car cost"),
    label_plural=Label("二手车费用", "Used-car costs"),
    title=("car_number",),
    told_by=("kind", "amount", "spent_on"),
    sort="-spent_on",
    state="status",
    verbs=COST_VERBS,
    refusals={"used_car_cost_kept": refusals.CostKept},
    own_fields=(
        Field("used_car", Label("二手车", "Used car"), LINK, target="used_car", required=True, once=True),
        Field("car_number", Label("车辆编号", "Number of the car"), TEXT, path="used_car__number", in_list=False),
        Field("kind", Label("类型", "Kind"), CHOICE, options=COSTS, required=True, once=True),
        Field("amount", Label("金额", "Amount"), MONEY, required=True, once=True),
        Field("signed", Label("计入金额", "Counts as"), MONEY, read_only=True),
        Field("spent_on", Label("日期", "Spent on"), DATE, required=True, once=True),
        Field("supplier", Label("供应商", "Paid to"), TEXT, once=True),
        Field("reference", Label("单据号", "Reference"), TEXT, searchable=True, once=True, in_list=False),
        Field("status", Label("状态", "State"), CHOICE, options=COST_STATUSES, read_only=True),
        Field("reason", Label("冲销原因", "Reversed because"), TEXT, in_list=False),
        Field("reverses", Label("冲销的费用", "Reverses"), LINK, target="used_car_cost", in_list=False,
              read_only=True),
    ),
)  # fmt: skip
