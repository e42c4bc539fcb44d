"""Customers as people know them."""

from chezhan.catalogue.entity import Entity, Field, Option, Related
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import CHOICE, MONEY, PHONE, TEXT
from chezhan.modules.parties.models import Customer

KINDS = (Option("person", Label("个人", "Person")), Option("company", Label("企业", "Company")))
GENDERS = (Option("male", Label("男", "Male")), Option("female", Label("女", "Female")))
CHANNELS = (
    Option("walk_in", Label("自然到店", "Walk-in")),
    Option("web", Label("官网", "Web site")),
    Option("portal", Label("垂直网站", "Car portal")),
    Option("social", Label("新媒体", "Social media")),
    Option("call", Label("来电", "Call")),
    Option("event", Label("活动", "Event")),
    Option("referral", Label("转介绍", "Referral")),
    Option("repurchase", Label("老客户", "Returning customer")),
    Option("other", Label("其他", "Other")),
)

CUSTOMER = Entity(
    name="customer",
    model=Customer,
    label=Label("客户", "Customer"),
    label_plural=Label("客户", "Customers"),
    title=("name",),
    sort="-created_at",
    person=True,
    own_fields=(
        Field("name", Label("姓名", "Name"), TEXT, searchable=True, required=True, sensitivity="masked"),
        Field("phone", Label("电话", "Phone"), PHONE, path="sealed_phone", searchable=True, sensitivity="sealed"),
        Field(
            "wechat",
            Label("微信号", "WeChat ID"),
            TEXT,
            path="sealed_wechat",
            sortable=False,
            in_list=False,
            sensitivity="sealed",
            settings=FieldSettings(max_length=60),
        ),
        Field("kind", Label("类型", "Kind"), CHOICE, options=KINDS),
        Field("gender", Label("性别", "Gender"), CHOICE, options=GENDERS),
        Field("source_channel", Label("来源渠道", "Source"), CHOICE, options=CHANNELS),
        Field("region", Label("区域", "Region"), TEXT),
        Field("city", Label("城市", "City"), TEXT, in_list=False),
        Field("annual_income", Label("年收入", "Annual income"), MONEY),
    ),
    related=(
        Related("lead", via="customer", label=Label("线索", "Leads")),
        Related("interaction", via="customer", label=Label("跟进记录", "Interactions")),
        Related("test_drive", via="customer", label=Label("试驾", "Test drives")),
        Related("quote", via="customer", label=Label("报价单", "Quotes")),
        Related("vehicle", via="customer", label=Label("车辆", "Vehicles")),
        Related("sales_order", via="customer", label=Label("订单", "Orders")),
        Related("delivery", via="customer", label=Label("交付", "Deliveries")),
        Related("promise", via="customer", label=Label("承诺", "Promises")),
        Related("used_car", via="seller", label=Label("置换或收购的旧车", "Cars traded in or sold to us")),
        Related("used_car", via="buyer", label=Label("购买的二手车", "Used cars bought")),
        Related("referral", via="referrer", label=Label("转介绍的朋友", "Friends referred")),
        Related("task", via="customer", label=Label("待办", "Tasks")),
    ),
)
