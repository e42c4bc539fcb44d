"""Contracts of sale as people know them."""

from chezhan.catalogue.entity import Entity, Field, Happens, Option
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import CHOICE, DATETIME, FILE, INTEGER, LINK, SIGNATURE, TEXT
from chezhan.modules.contracts import refusals
from chezhan.modules.contracts.models import Contract
from chezhan.modules.contracts.verbs import VERBS

STATUSES = (
    Option("drawn", Label("待签署", "To be signed")),
    Option("signed", Label("已签署", "Signed")),
    Option("asked", Label("签署中", "Being signed")),
    Option("refused", Label("客户拒签", "Refused")),
    Option("replaced", Label("已被新版替代", "Replaced")),
    Option("void", Label("已作废", "Void")),
)
WAYS = (
    Option("finger", Label("客户在线签名", "By the customer, online")),
    Option("paper", Label("纸质签署", "On paper")),
    Option("provider", Label("电子签服务商", "By a signing service")),
)
UNASKED = (
    Option("by_hand", Label("已改回链接签署，服务商的结果不再接受", "Signed by the link; its answers are refused")),
    Option(
        "changed",
        Label("门店已换服务商，原服务商的结果不再接受", "The store's service changed; its answers are refused"),
    ),
)
PDF = FieldSettings(accept=("application/pdf",), max_files=1)
SCANS = FieldSettings(accept=("application/pdf", "image/*"), max_files=10)

CONTRACT = Entity(
    name="contract",
    model=Contract,
    label=Label("合同", "Contract"),
    label_plural=Label("合同", "Contracts"),
    title=("number",),
    sort="-created_at",
    state="status",
    verbs=VERBS,
    underway=("status", frozenset({"drawn", "asked", "refused"})),
    happens=Happens("drawn_at", ("order", "order.customer")),
    settled=frozenset({"scan", "signed_name", "void_reason"}),
    refusals={
        "contract_kept": refusals.ContractKept,
        "contract_signed_stays": refusals.ContractSigned,
        "contract_out_of_date": refusals.ContractOutOfDate,
    },
    own_fields=(
        Field("number", Label("合同编号", "Number"), TEXT, searchable=True, read_only=True, unique=True),
        Field("order", Label("订单", "Order"), LINK, target="sales_order", searchable=True, read_only=True),
        Field("revision", Label("版本", "Version"), INTEGER, read_only=True),
        Field("status", Label("状态", "State"), CHOICE, options=STATUSES, read_only=True),
        Field("asked_at", Label("发给服务商的时间", "Sent to the service"), DATETIME, in_list=False, read_only=True),
        Field("unasked", Label("服务商签署", "Signing service"), CHOICE, options=UNASKED, in_list=False,
              read_only=True),
        Field("drawn_at", Label("出具时间", "Drawn up"), DATETIME, read_only=True),
        Field("paper", Label("合同文件", "Contract"), FILE, in_list=False, read_only=True, settings=PDF,
              sensitivity="masked"),
        Field("sha256", Label("合同文件校验值（SHA-256）", "SHA-256 of the contract"), TEXT, in_list=False,
              read_only=True, filterable=False, sortable=False),
        Field("token", Label("客户签署链接", "Customer's link"), TEXT, in_list=False, read_only=True, filterable=False,
              sortable=False, settings=FieldSettings(page="/c/")),
        Field("way", Label("签署方式", "Signed"), CHOICE, options=WAYS, read_only=True),
        Field("signed_name", Label("签署人", "Signed by"), TEXT, in_list=False, sensitivity="masked",
              settings=FieldSettings(max_length=60)),
        Field("signed_at", Label("签署时间", "Signed at"), DATETIME, read_only=True),
        Field("signature", Label("签名", "Signature"), SIGNATURE, in_list=False, read_only=True, sensitivity="masked"),
        Field("signed_paper", Label("已签署的合同", "Signed contract"), FILE, in_list=False, read_only=True,
              settings=PDF, sensitivity="masked"),
        Field("signed_sha256", Label("已签署文件校验值（SHA-256）", "SHA-256 of the signed contract"), TEXT,
              in_list=False, read_only=True, filterable=False, sortable=False),
        Field("scan", Label("纸质合同扫描件", "Scan"), FILE, in_list=False, settings=SCANS, sensitivity="masked"),
        Field("refused_for", Label("拒签原因", "Refused because"), TEXT, in_list=False, read_only=True,
              settings=FieldSettings(max_length=200)),
        Field("void_reason", Label("作废原因", "Void because"), TEXT, in_list=False),
    ),
)  # fmt: skip
