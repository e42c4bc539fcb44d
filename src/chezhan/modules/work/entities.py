"""Tasks as people know them."""

from chezhan.catalogue.entity import Entity, Field, Happens, Option
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import CHOICE, DATETIME, LINK, LONG_TEXT, USER
from chezhan.modules.work.models import Task

STATUSES = (
    Option("open", Label("待处理", "Open")),
    Option("done", Label("已完成", "Done")),
    Option("cancelled", Label("已取消", "Cancelled")),
)
PRIORITIES = (
    Option("high", Label("紧急", "Urgent")),
    Option("normal", Label("普通", "Normal")),
    Option("low", Label("不急", "Can wait")),
)

# What people type freely goes when a customer's data are erased: so `what` is of the type that says so.
TASK = Entity(
    name="task",
    model=Task,
    label=Label("待办", "Task"),
    label_plural=Label("待办", "Tasks"),
    title=("what",),
    sort="-created_at",
    underway=("status", frozenset({"open"})),
    happens=Happens(
        "created_at",
        (
            "customer",
            "lead",
            "lead.customer",
            "vehicle",
            "sales_order",
            "sales_order.customer",
            "test_drive",
            "test_drive.customer",
        ),
    ),
    key_facts=("customer", "lead", "sales_order", "vehicle", "due_at", "priority"),
    own_fields=(
        Field(
            "what",
            Label("事项", "What"),
            LONG_TEXT,
            searchable=True,
            required=True,
            settings=FieldSettings(max_length=200),
        ),
        Field("due_at", Label("截止时间", "Due"), DATETIME),
        Field("priority", Label("优先级", "Priority"), CHOICE, options=PRIORITIES),
        # By its actions alone.
        Field("status", Label("状态", "Status"), CHOICE, options=STATUSES, read_only=True),
        Field("customer", Label("客户", "Customer"), LINK, target="customer"),
        Field("lead", Label("线索", "Lead"), LINK, target="lead", in_list=False),
        Field("test_drive", Label("试驾", "Test drive"), LINK, target="test_drive", in_list=False),
        Field("referral", Label("转介绍", "Referral"), LINK, target="referral", in_list=False),
        Field("vehicle", Label("车辆", "Vehicle"), LINK, target="vehicle", in_list=False),
        Field("sales_order", Label("订单", "Order"), LINK, target="sales_order", in_list=False),
        Field("note", Label("说明", "Details"), LONG_TEXT, in_list=False),
        Field("result", Label("结果", "Result"), LONG_TEXT, in_list=False, later=True),
        Field("done_at", Label("完成时间", "Done at"), DATETIME, in_list=False, read_only=True),
        Field("done_by", Label("完成人", "Done by"), USER, in_list=False, read_only=True),
        Field("made_by", Label("创建人", "Made by"), USER, path="created_by", in_list=False, read_only=True),
    ),
)
