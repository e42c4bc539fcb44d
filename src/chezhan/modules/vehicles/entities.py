"""Customers' cars as people know them."""

from chezhan.catalogue.entity import Entity, Field, Happens, Option, Related
from chezhan.catalogue.labels import Label
from chezhan.catalogue.types import CHOICE, DATE, LINK, PHONE, PLATE, TEXT, VIN
from chezhan.modules.vehicles.models import Vehicle, VehicleOwner

PLATE_KINDS = (
    Option("blue", Label("蓝牌", "Blue")),
    Option("new_energy", Label("新能源", "New energy")),
    Option("yellow", Label("黄牌", "Yellow")),
    Option("special", Label("特种", "Special")),
    Option("temporary", Label("临时", "Temporary")),
)
ENERGIES = (
    Option("petrol", Label("汽油", "Petrol")),
    Option("diesel", Label("柴油", "Diesel")),
    Option("hev", Label("油电混动", "Hybrid")),
    Option("phev", Label("插电混动", "Plug-in hybrid")),
    Option("erev", Label("增程", "Range extender")),
    Option("bev", Label("纯电", "Electric")),
)

VEHICLE = Entity(
    name="vehicle",
    model=Vehicle,
    label=Label("车辆", "Vehicle"),
    label_plural=Label("车辆", "Vehicles"),
    title=("plate", "vin", "series", "brand"),
    sort="-created_at",
    happens=Happens("created_at", ("customer",)),
    own_fields=(
        Field("plate", Label("车牌", "Plate"), PLATE, searchable=True, sensitivity="masked"),
        Field("customer", Label("车主", "Owner"), LINK, target="customer", searchable=True, required=True),
        Field(
            "customer_phone",
            Label("车主电话", "Owner's phone"),
            PHONE,
            path="customer__sealed_phone",
            sensitivity="sealed",
            in_list=False,
        ),
        Field("brand", Label("品牌", "Brand"), TEXT, searchable=True, required=True),
        Field("series", Label("车系", "Series"), TEXT, searchable=True),
        Field("trim", Label("车型", "Trim"), TEXT, in_list=False),
        Field("vin", Label("车架号", "VIN"), VIN, searchable=True, sensitivity="masked", unique=True),
        Field("plate_kind", Label("号牌种类", "Plate kind"), CHOICE, options=PLATE_KINDS, in_list=False),
        Field("energy", Label("能源", "Energy"), CHOICE, options=ENERGIES),
        Field("engine", Label("发动机", "Engine"), TEXT, in_list=False),
        Field("transmission", Label("变速箱", "Transmission"), TEXT, in_list=False),
        Field("color", Label("颜色", "Colour"), TEXT),
        Field("body_style", Label("车身形式", "Body style"), TEXT),
        Field("first_registered_on", Label("初次登记", "First registered"), DATE),
        Field("line", Label("车型库车系", "Series in the library"), LINK, target="series", in_list=False),
        Field("left_on", Label("车主已转出", "Left its owner on"), DATE, in_list=False, later=True),
    ),
    related=(
        Related("sales_order", via="vehicle", label=Label("订单", "Orders")),
        Related("delivery", via="vehicle", label=Label("交付", "Deliveries")),
        Related("promise", via="vehicle", label=Label("承诺", "Promises")),
        Related("task", via="vehicle", label=Label("待办", "Tasks")),
        Related("vehicle_owner", via="vehicle", label=Label("历任车主", "Owners")),
        Related("used_car", via="vehicle", label=Label("二手车", "Used car")),
    ),
)
HOWS = (
    Option("earlier", Label("此前", "Before")),
    Option("trade_in", Label("本店收购", "Bought by us")),
    Option("used_sale", Label("本店售出", "Sold by us")),
)

# Written where a car changes hands.
VEHICLE_OWNER = Entity(
    name="vehicle_owner",
    model=VehicleOwner,
    label=Label("车主变更", "Owner of a car"),
    label_plural=Label("车主变更", "Owners of cars"),
    title=("since",),
    told_by=("how", "since"),
    sort="-created_at",
    own_fields=(
        Field("vehicle", Label("车辆", "Vehicle"), LINK, target="vehicle", required=True, once=True),
        Field("customer", Label("车主", "Owner"), LINK, target="customer", once=True),
        Field("since", Label("从", "From"), DATE, read_only=True),
        Field("until", Label("至", "Until"), DATE, read_only=True),
        Field("how", Label("方式", "How"), CHOICE, options=HOWS, read_only=True),
    ),
)
