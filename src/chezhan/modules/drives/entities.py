"""Test drives as people know them."""

from chezhan.catalogue.entity import Entity, Field, Happens, Option, Related
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import (
    BOOLEAN,
    CHOICE,
    DATETIME,
    INTEGER,
    LINK,
    LONG_TEXT,
    PHONE,
    RATING,
    SIGNATURE,
    TEXT,
    VIN,
)
from chezhan.modules.drives.models import TestDrive
from chezhan.modules.drives.verbs import VERBS

STATUSES = (
    Option("booked", Label("已预约", "Booked")),
    Option("confirmed", Label("已确认", "Confirmed")),
    Option("out", Label("试驾中", "Out")),
    Option("done", Label("已完成", "Done")),
    Option("no_show", Label("未到店", "No-show")),
    Option("cancelled", Label("已取消", "Cancelled")),
)
ROUTES = (
    Option("city", Label("城市道路", "City")),
    Option("highway", Label("高速", "Highway")),
    Option("mixed", Label("综合路线", "Mixed")),
    Option("long", Label("深度试驾", "Long drive")),
)
SOURCES = (
    Option("advisor", Label("顾问预约", "By the advisor")),
    Option("online", Label("客户自助", "By the customer")),
    Option("walk_in", Label("到店即试", "Walk-in")),
)
KM = FieldSettings(unit="km")

# Whose drive it is, its lead says. The advisor is who is responsible for it.
TEST_DRIVE = Entity(
    name="test_drive",
    model=TestDrive,
    label=Label("试驾", "Test drive"),
    label_plural=Label("试驾", "Test drives"),
    title=("contact_name", "car_name"),
    sort="-starts_at",
    state="status",
    verbs=VERBS,
    happens=Happens("starts_at", ("lead", "lead.customer", "car")),
    key_facts=("customer", "lead", "phone", "car", "starts_at", "ends_at", "owner"),
    own_fields=(
        Field("lead", Label("线索", "Lead"), LINK, target="lead", searchable=True, required=True),
        Field("customer", Label("客户", "Customer"), LINK, path="lead__customer", target="customer", in_list=False),
        Field("contact_name", Label("联系人", "Contact"), TEXT, path="lead__contact_name", sensitivity="masked",
              in_list=False),
        Field("phone", Label("电话", "Phone"), PHONE, path="lead__sealed_phone", sensitivity="sealed", in_list=False),
        Field("car", Label("试驾车", "Demo car"), LINK, target="stock_vehicle", required=True),
        Field("car_name", Label("车型", "Trim"), TEXT, path="car__trim__name"),
        Field("car_vin", Label("车架号", "VIN"), VIN, path="car__vin", in_list=False),
        Field("starts_at", Label("开始", "Begins"), DATETIME, required=True),
        Field("ends_at", Label("结束", "Ends"), DATETIME, required=True, filled=True,
              help=Label("不填按一小时计。", "An hour later, where nothing is said.")),
        Field("status", Label("状态", "State"), CHOICE, options=STATUSES, read_only=True),
        Field("source", Label("预约方式", "How booked"), CHOICE, options=SOURCES, in_list=False),
        Field("route", Label("路线", "Route"), CHOICE, options=ROUTES, in_list=False, at_once=True),
        Field("licence_checked", Label("已核对驾驶证", "Licence checked"), BOOLEAN, in_list=False),
        Field("agreement", Label("试驾协议签名", "Agreement signed"), SIGNATURE, in_list=False,
              help=Label("客户在手机上签名，确认已阅读试驾协议。", "The customer signs that they read the terms.")),
        Field("signed_at", Label("签署时间", "Signed at"), DATETIME, in_list=False, read_only=True),
        Field("signed_terms", Label("签署的协议", "Terms that were signed"), LONG_TEXT, in_list=False, read_only=True),
        Field("consented_at", Label("同意隐私说明", "Agreed to the privacy note"), DATETIME, in_list=False,
              read_only=True),
        Field("request_key", Label("网上预约编号", "Sent as"), TEXT, in_list=False, read_only=True,
              filterable=False, sortable=False),
        Field("token", Label("客户链接", "Customer's link"), TEXT, in_list=False, read_only=True, filterable=False,
              sortable=False, settings=FieldSettings(page="/a/")),
        Field("out_at", Label("出发时间", "Left at"), DATETIME, in_list=False, read_only=True),
        Field("out_km", Label("出发里程", "Km at leaving"), INTEGER, settings=KM, in_list=False),
        Field("in_at", Label("还车时间", "Back at"), DATETIME, in_list=False, read_only=True),
        Field("in_km", Label("还车里程", "Km at return"), INTEGER, settings=KM, in_list=False),
        Field("rating", Label("评价", "Rating"), RATING, in_list=False),
        Field("feedback", Label("反馈", "Feedback"), LONG_TEXT, in_list=False),
        Field("cancel_reason", Label("取消原因", "Cancelled because"), TEXT, in_list=False),
    ),
    related=(Related("task", via="test_drive", label=Label("待办", "Tasks")),),
)  # fmt: skip
