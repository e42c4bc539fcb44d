"""Sales orders as people know them."""

from chezhan.catalogue.entity import Entity, Field, Option, Related
from chezhan.catalogue.labels import Label
from chezhan.catalogue.types import CHOICE, DATE, LINK, MONEY, PHONE, PLATE, TEXT, VIN
from chezhan.modules.sales.models import SalesOrder

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

SALES_ORDER = Entity(
    name="sales_order",
    model=SalesOrder,
    label=Label("销售订单", "Sales order"),
    label_plural=Label("销售订单", "Sales orders"),
    title=("number",),
    sort="-ordered_on",
    series="SO",
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
        Field("vehicle", Label("车辆", "Vehicle"), LINK, target="vehicle", in_list=False),
        Field("vin", Label("车架号", "VIN"), VIN, path="vehicle__vin", searchable=True, in_list=False),
        Field("plate", Label("车牌", "Plate"), PLATE, path="vehicle__plate", searchable=True, in_list=False),
        Field("brand", Label("品牌", "Brand"), TEXT, searchable=True),
        Field("series", Label("车系", "Series"), TEXT, searchable=True),
        Field("region", Label("区域", "Region"), TEXT),
        Field("price", Label("成交价", "Price"), MONEY),
        Field("status", Label("状态", "Status"), CHOICE, options=STATUSES),
        Field("dealer_code", Label("经销商代码", "Dealer code"), TEXT, in_list=False),
    ),
    related=(Related("task", via="sales_order", label=Label("待办", "Tasks")),),
)
