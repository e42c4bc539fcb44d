"""Brands, series and trims as people know them."""

from decimal import Decimal

from chezhan.catalogue.entity import Entity, Field, Option, Related
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import BOOLEAN, CHOICE, FORMULA, INTEGER, LINK, LONG_TEXT, MONEY, TEXT
from chezhan.modules.library.models import Brand, Series, Trim

ORIGINS = (
    Option("domestic", Label("自主", "Domestic")),
    Option("joint", Label("合资", "Joint venture")),
    Option("imported", Label("进口", "Imported")),
)
BODIES = (
    Option("sedan", Label("轿车", "Sedan")),
    Option("hatchback", Label("两厢车", "Hatchback")),
    Option("wagon", Label("旅行车", "Estate")),
    Option("coupe", Label("跑车", "Coupé")),
    Option("suv", Label("SUV", "SUV")),
    Option("mpv", Label("MPV", "MPV")),
    Option("pickup", Label("皮卡", "Pick-up")),
    Option("van", Label("微面", "Van")),
)
ENERGIES = (
    Option("petrol", Label("汽油", "Petrol")),
    Option("diesel", Label("柴油", "Diesel")),
    Option("hev", Label("油电混动", "Hybrid")),
    Option("phev", Label("插电混动", "Plug-in hybrid")),
    Option("erev", Label("增程", "Range extender")),
    Option("bev", Label("纯电", "Electric")),
)
COUNT = FieldSettings(result="integer")
ANSWER = FieldSettings(result="boolean")


def _months(most: int = 600) -> FieldSettings:
    return FieldSettings(minimum=Decimal(0), maximum=Decimal(most))


KM = FieldSettings(unit="km", minimum=Decimal(0), maximum=Decimal(10_000_000))

BRAND = Entity(
    name="brand",
    model=Brand,
    label=Label("品牌", "Brand"),
    label_plural=Label("品牌", "Brands"),
    title=("name",),
    sort="name",
    own_fields=(
        Field("name", Label("品牌", "Brand"), TEXT, searchable=True, required=True, unique=True),
        Field("english", Label("英文名", "English name"), TEXT, searchable=True),
        Field("maker", Label("厂商", "Maker"), TEXT, searchable=True),
        Field("origin", Label("属性", "Origin"), CHOICE, options=ORIGINS),
        Field("on_sale", Label("在售", "On sale"), BOOLEAN, default=True),
    ),
    related=(Related("series", via="brand", label=Label("车系", "Series")),),
)

SERIES = Entity(
    name="series",
    model=Series,
    label=Label("车系", "Series"),
    label_plural=Label("车系", "Series"),
    title=("name",),
    sort="name",
    own_fields=(
        Field("name", Label("车系", "Series"), TEXT, searchable=True, required=True),
        Field("brand", Label("品牌", "Brand"), LINK, target="brand", searchable=True, required=True),
        Field("brand_name", Label("品牌名称", "Brand's name"), TEXT, path="brand__name", in_list=False),
        Field("body_style", Label("车身形式", "Body style"), CHOICE, options=BODIES),
        Field("on_sale", Label("在售", "On sale"), BOOLEAN, default=True, in_list=False),
        Field(
            "available",
            Label("可售库存", "Free in stock"),
            FORMULA,
            formula="sum(trim.available)",
            settings=COUNT,
            help=Label("在库、未预留，也不是试驾车的车。", "Cars in stock that nobody reserved, demo cars left out."),
        ),
        Field("minimum", Label("最低库存", "Minimum"), INTEGER, help=Label(
            "可售库存低于它就提醒；不填则不提醒。", "Fewer free cars than this are told of; empty: none are.")),
        Field("hold_hours", Label("预留时长（小时）", "Reserved for, hours"), INTEGER, in_list=False,
              settings=FieldSettings(minimum=Decimal(1), maximum=Decimal(2160)),
              help=Label("预留时不填到期时间，就按它计算；不填则为 48 小时。",
                         "For how long a car is reserved where no end is given; empty: 48 hours.")),
        Field(
            "below_minimum",
            Label("库存不足", "Below the minimum"),
            FORMULA,
            formula="available < minimum",
            settings=ANSWER,
            in_list=False,
        ),
        Field("holding_months", Label("平均持有月数", "Usually kept for, months"), INTEGER, in_list=False, help=Label(
            "车主通常用多久换车；临近时提醒顾问推荐置换。", "When it is near, advisors are told to offer a trade-in.")),
        Field("rivals", Label("竞品", "Rivals"), LONG_TEXT, in_list=False),
        Field("talking_points", Label("卖点话术", "Talking points"), LONG_TEXT, in_list=False),
    ),
    related=(Related("trim", via="series", label=Label("车型", "Trims")),),
)  # fmt: skip

TRIM = Entity(
    name="trim",
    model=Trim,
    label=Label("车型", "Trim"),
    label_plural=Label("车型", "Trims"),
    title=("name",),
    sort="name",
    own_fields=(
        Field("name", Label("车型", "Trim"), TEXT, searchable=True, required=True),
        Field("series", Label("车系", "Series"), LINK, target="series", searchable=True, required=True),
        Field("series_name", Label("车系名称", "Series' name"), TEXT, path="series__name", in_list=False),
        Field("brand_name", Label("品牌", "Brand"), TEXT, path="series__brand__name"),
        Field("model_year", Label("年款", "Model year"), INTEGER, in_list=False),
        Field("guide_price", Label("厂商指导价", "Guide price"), MONEY),
        Field("energy", Label("能源", "Energy"), CHOICE, options=ENERGIES, required=True),
        Field("engine", Label("动力", "Drive"), TEXT, in_list=False),
        Field("transmission", Label("变速箱", "Transmission"), TEXT, in_list=False),
        Field("seats", Label("座位", "Seats"), INTEGER, in_list=False),
        Field("on_sale", Label("在售", "On sale"), BOOLEAN, default=True),
        Field(
            "available",
            Label("可售库存", "Free in stock"),
            FORMULA,
            formula='count(stock_vehicle where status = "in_stock" and is_demo = false)',
            settings=COUNT,
        ),
        Field("warranty_months", Label("整车质保月数", "Warranty, months"), INTEGER, settings=_months(), in_list=False),
        Field("warranty_km", Label("整车质保里程", "Warranty, km"), INTEGER, settings=KM, in_list=False),
        Field(
            "power_warranty_months",
            Label("三电质保月数", "Battery, motor and controller, months"),
            INTEGER,
            settings=_months(),
            in_list=False,
        ),
        Field(
            "power_warranty_km",
            Label("三电质保里程", "Battery, motor and controller, km"),
            INTEGER,
            settings=KM,
            in_list=False,
        ),
        Field("oil_months", Label("换机油间隔月数", "Oil, months"), INTEGER, settings=_months(), in_list=False),
        Field("oil_km", Label("换机油间隔里程", "Oil, km"), INTEGER, settings=KM, in_list=False),
        Field("service_months", Label("保养间隔月数", "Service, months"), INTEGER, settings=_months(), in_list=False),
        Field("service_km", Label("保养间隔里程", "Service, km"), INTEGER, settings=KM, in_list=False),
    ),
    related=(Related("stock_vehicle", via="trim", label=Label("库存车", "Stock")),),
)
