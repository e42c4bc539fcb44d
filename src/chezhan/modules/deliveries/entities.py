"""Deliveries and promises as people know them."""

from chezhan.catalogue.entity import Entity, Field, Happens, Option
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import (
    BOOLEAN,
    CHOICE,
    DATE,
    DATETIME,
    LINK,
    LONG_TEXT,
    MONEY,
    PHOTO,
    SIGNATURE,
    TEXT,
    USER,
)
from chezhan.modules.deliveries.models import Delivery, Promise
from chezhan.modules.deliveries.verbs import DELIVERY_VERBS, PROMISE_VERBS

STATUSES = (
    Option("preparing", Label("准备中", "In preparation")),
    Option("ready", Label("可交车", "Ready")),
    Option("handed_over", Label("已交车", "Handed over")),
    Option("cancelled", Label("已取消", "Cancelled")),
)
PROGRESS = (
    Option("open", Label("未开始", "Not begun")),
    Option("doing", Label("进行中", "Under way")),
    Option("done", Label("已完成", "Done")),
    Option("not_needed", Label("不需要", "Not needed")),
)
STREAM_LABELS = {
    "pdi": Label("PDI 检查", "PDI"),
    "finance": Label("金融按揭", "Finance and mortgage"),
    "insurance": Label("保险", "Insurance"),
    "plates": Label("上牌资料", "Plates and papers"),
    "accessories": Label("精品加装", "Accessories"),
    "gifts": Label("赠品", "Gifts"),
}
KINDS = (
    Option("gift", Label("赠品", "Gift")),
    Option("price", Label("价格", "Price")),
    Option("date", Label("时间", "Date")),
    Option("service", Label("服务", "Service")),
    Option("other", Label("其他", "Other")),
)
PROMISE_STATUSES = (
    Option("open", Label("待兑现", "Open")),
    Option("kept", Label("已兑现", "Kept")),
    Option("broken", Label("未兑现", "Broken")),
    Option("waived", Label("客户免除", "Waived")),
)

DELIVERY = Entity(
    name="delivery",
    model=Delivery,
    label=Label("交付", "Delivery"),
    label_plural=Label("交付", "Deliveries"),
    title=("order_number",),
    sort="-created_at",
    state="status",
    verbs=DELIVERY_VERBS,
    happens=Happens("planned_at", ("order", "order.customer", "order.vehicle")),
    key_facts=("order", "customer", "car", "price", "planned_at", *STREAM_LABELS),
    own_fields=(
        Field("order", Label("订单", "Order"), LINK, target="sales_order", required=True, once=True, unique=True),
        Field("order_number", Label("订单号", "Order no."), TEXT, path="order__number", in_list=False),
        Field("customer", Label("客户", "Customer"), LINK, path="order__customer", target="customer", in_list=False),
        Field("car", Label("库存车", "Stock vehicle"), LINK, path="order__car", target="stock_vehicle", in_list=False),
        Field("price", Label("成交价", "Price"), MONEY, path="order__price", in_list=False),
        Field("vehicle", Label("车辆", "Vehicle"), LINK, path="order__vehicle", target="vehicle", in_list=False),
        Field("status", Label("状态", "State"), CHOICE, options=STATUSES, read_only=True),
        Field("planned_at", Label("约定交车时间", "Agreed for"), DATETIME, at_once=True),
        *(Field(name, label, CHOICE, options=PROGRESS) for name, label in STREAM_LABELS.items()),
        Field("photos", Label("交车照片", "Photos"), PHOTO, in_list=False),
        Field("signature", Label("客户签字", "Customer's signature"), SIGNATURE, in_list=False),
        Field("note", Label("说明", "Note"), LONG_TEXT, in_list=False, at_once=True),
        Field("handed_over_at", Label("交车时间", "Handed over"), DATETIME, in_list=False, read_only=True),
        Field("token", Label("客户链接", "Customer's link"), TEXT, in_list=False, read_only=True, filterable=False,
              sortable=False, settings=FieldSettings(page="/d/")),
    ),
)  # fmt: skip

# What people type freely goes when a customer's data are erased: so `what` is of the type that says so.
PROMISE = Entity(
    name="promise",
    model=Promise,
    label=Label("承诺", "Promise"),
    label_plural=Label("承诺", "Promises"),
    title=("what",),
    sort="-created_at",
    state="status",
    verbs=PROMISE_VERBS,
    happens=Happens("created_at", ("customer", "order", "vehicle")),
    key_facts=("customer", "order", "vehicle", "kind", "due_on", "blocks"),
    settled=frozenset({"what", "kind", "customer", "order", "blocks"}),
    open_in=frozenset({"open"}),
    own_fields=(
        Field("what", Label("承诺内容", "What was promised"), LONG_TEXT, searchable=True, required=True,
              settings=FieldSettings(max_length=200)),
        Field("kind", Label("类型", "Kind"), CHOICE, options=KINDS, required=True),
        Field("customer", Label("客户", "Customer"), LINK, target="customer", required=True),
        Field("order", Label("订单", "Order"), LINK, target="sales_order"),
        Field("vehicle", Label("车辆", "Vehicle"), LINK, target="vehicle", in_list=False),
        Field("due_on", Label("兑现期限", "Due"), DATE),
        Field("blocks", Label("未兑现不交车", "Blocks the hand-over"), BOOLEAN, in_list=False, default=True),
        Field("status", Label("状态", "State"), CHOICE, options=PROMISE_STATUSES, read_only=True),
        Field("made_by", Label("承诺人", "Promised by"), USER, path="created_by", in_list=False, read_only=True),
        Field("settled_at", Label("了结时间", "Settled"), DATETIME, in_list=False, read_only=True),
        Field("outcome", Label("兑现说明", "What came of it"), TEXT, in_list=False),
    ),
)  # fmt: skip
