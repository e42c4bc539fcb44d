"""Stock vehicles as people know them."""

from decimal import Decimal

from chezhan.catalogue.entity import Entity, Field, Option, Related
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
    TEXT,
    USER,
    VIN,
)
from chezhan.modules.stock.models import StockVehicle
from chezhan.modules.stock.verbs import VERBS

STATUSES = (
    Option("ordered", Label("已订货", "Ordered")),
    Option("in_transit", Label("在途", "In transit")),
    Option("received", Label("已到店", "Received")),
    Option("in_stock", Label("在库", "In stock")),
    Option("reserved", Label("已预留", "Reserved")),
    Option("allocated", Label("已配车", "Allocated")),
    Option("invoiced", Label("已开票", "Invoiced")),
    Option("delivered", Label("已交车", "Delivered")),
    Option("transferred", Label("已调出", "Transferred")),
    Option("returned", Label("已退回", "Returned")),
)
CERTIFICATES = (
    Option("held", Label("在店", "Held here")),
    Option("pledged", Label("质押", "Pledged")),
    Option("released", Label("已赎", "Released")),
)
# Days in stock: of a car that left, until it did. A band is named by its bounds, which read alike in every language.
AGE = 'datediff(coalesce(left_on, today()), arrived_on, "days")'
BAND = 'if(age >= 180, "180+", age >= 90, "90–179", age >= 60, "60–89", age >= 30, "30–59", age >= 0, "0–29")'
KM = FieldSettings(unit="km", minimum=Decimal(0), maximum=Decimal(10_000_000))

STOCK_VEHICLE = Entity(
    name="stock_vehicle",
    model=StockVehicle,
    label=Label("库存车", "Stock vehicle"),
    label_plural=Label("库存车", "Stock"),
    title=("vin", "trim_name"),
    sort="-arrived_on",
    state="status",
    verbs=VERBS,
    own_fields=(
        Field("vin", Label("车架号", "VIN"), VIN, searchable=True, unique=True, at_once=True),
        Field("trim", Label("车型", "Trim"), LINK, target="trim", searchable=True, required=True),
        Field("trim_name", Label("车型名称", "Trim's name"), TEXT, path="trim__name", in_list=False),
        Field("series_name", Label("车系", "Series"), TEXT, path="trim__series__name", in_list=False),
        Field("brand_name", Label("品牌", "Brand"), TEXT, path="trim__series__brand__name", in_list=False),
        Field("exterior", Label("外观颜色", "Colour"), TEXT),
        Field("interior", Label("内饰颜色", "Interior"), TEXT, in_list=False),
        Field("configuration", Label("选装配置", "Options"), LONG_TEXT, in_list=False),
        Field("status", Label("状态", "State"), CHOICE, options=STATUSES, read_only=True),
        Field("age", Label("库龄（天）", "Age, days"), FORMULA, formula=AGE,
              settings=FieldSettings(result="integer")),
        Field("age_band", Label("库龄段（天）", "Age band, days"), FORMULA, formula=BAND,
              settings=FieldSettings(result="text"), in_list=False),
        Field("location", Label("库位", "Place"), TEXT, at_once=True),
        Field("is_display", Label("展车", "Display car"), BOOLEAN, in_list=False),
        Field("is_demo", Label("试驾车", "Demo car"), BOOLEAN, in_list=False),
        Field("second_network", Label("二网", "Second network"), TEXT, in_list=False,
              help=Label("放在哪家二网；不在二网则不填。", "At which partner it stands; empty when here.")),
        Field("guide_price", Label("厂商指导价", "Guide price"), MONEY, path="trim__guide_price"),
        Field("price", Label("本店报价", "Price"), MONEY, at_once=True),
        Field("cost", Label("进价", "Cost"), MONEY, in_list=False),
        Field("margin", Label("毛利", "Margin"), FORMULA, formula="price - cost", in_list=False,
              settings=FieldSettings(result="money")),
        Field("rebate_accrued", Label("返利（预提）", "Rebate accrued"), MONEY, in_list=False),
        Field("rebate_confirmed", Label("返利（已确认）", "Rebate confirmed"), MONEY, in_list=False, later=True),
        Field("rebate_paid", Label("返利（已到账）", "Rebate paid"), MONEY, in_list=False, later=True),
        Field("ordered_on", Label("订货日期", "Ordered on"), DATE, in_list=False),
        Field("expected_on", Label("预计到店", "Expected on"), DATE, in_list=False, at_once=True),
        Field("arrived_on", Label("到店日期", "Arrived on"), DATE, at_once=True),
        Field("made_on", Label("生产日期", "Made on"), DATE, in_list=False),
        Field("km", Label("里程", "Km"), INTEGER, settings=KM, in_list=False, at_once=True),
        Field("certificate", Label("合格证", "Certificate"), CHOICE, options=CERTIFICATES, at_once=True),
        Field("certificate_no", Label("合格证编号", "Certificate no."), TEXT, in_list=False),
        Field("lender", Label("质押给", "Pledged to"), TEXT, in_list=False),
        Field("certificate_due_on", Label("合格证到期", "Certificate due"), DATE, in_list=False),
        Field("customs_no", Label("关单号", "Customs document"), TEXT, in_list=False),
        Field("inspection_no", Label("商检单号", "Import inspection"), TEXT, in_list=False),
        Field("lead", Label("预留给线索", "Reserved for"), LINK, target="lead", in_list=False),
        Field("reserved_by", Label("预留人", "Reserved by"), USER, in_list=False, read_only=True),
        Field("reserved_at", Label("预留时间", "Reserved at"), DATETIME, in_list=False, read_only=True),
        Field("reserved_until", Label("预留至", "Reserved until"), DATETIME, in_list=False),
        Field("release_reason", Label("释放原因", "Released because"), TEXT, in_list=False),
        Field("order_no", Label("配给订单", "Allocated to order"), TEXT, searchable=True, in_list=False),
        Field("invoiced_on", Label("开票日期", "Invoiced on"), DATE, in_list=False),
        Field("left_on", Label("离库日期", "Left on"), DATE, in_list=False),
        Field("left_to", Label("去向", "Left to"), TEXT, in_list=False),
        Field("note", Label("备注", "Note"), LONG_TEXT, in_list=False),
    ),
    related=(Related("test_drive", via="car", label=Label("试驾", "Test drives")),),
)  # fmt: skip
