"""What is done with an order, from the draft to the end, and with a payment.

A verb for few asks for a field that few may write: the approved discount, the number of the invoice.
"""

from chezhan.catalogue.labels import Label
from chezhan.catalogue.verb import Ask, Verb
from chezhan.modules.sales import moving
from chezhan.modules.sales.booking import reverse


def _from(*states: str) -> frozenset[str]:
    return frozenset(states)


ORDER_VERBS = (
    Verb(
        "approve",
        Label("审批通过", "Approve"),
        of=_from("draft"),
        to="approved",
        asks=(Ask("approved_discount", required=True),),
    ),
    Verb(
        "revise",
        Label("退回修改", "Revise"),
        of=_from("approved"),
        to="draft",
        asks=(Ask("price", required=True),),
    ),
    Verb(
        "draw_contract",
        Label("出具合同", "Draw up the contract"),
        of=_from("approved", "deposit", "allocated", "invoiced"),
        doing=moving.draw_contracts,
    ),
    Verb(
        "allocate",
        Label("配车", "Allocate a car"),
        of=_from("approved", "deposit"),
        to="allocated",
        asks=(Ask("car", required=True),),
        doing=moving.allocate,
    ),
    Verb(
        "invoice",
        Label("开票", "Invoice"),
        of=_from("allocated"),
        to="invoiced",
        asks=(Ask("invoice_no", required=True), Ask("invoiced_on", required=True, now=True)),
        doing=moving.invoice,
    ),
    Verb(
        "deliver",
        Label("交车", "Hand over"),
        of=_from("invoiced"),
        to="delivered",
        asks=(Ask("delivered_on", required=True, now=True),),
        doing=moving.deliver,
    ),
    Verb("close", Label("关闭订单", "Close"), of=_from("delivered"), to="closed", doing=moving.close),
    Verb(
        "release_car",
        Label("退回配车", "Give the car back"),
        of=_from("allocated"),
        to="deposit",
        asks=(Ask("release_reason", required=True),),
        grave=True,
        doing=moving.release,
    ),
    Verb(
        "void_invoice",
        Label("红冲发票", "Void the invoice"),
        of=_from("invoiced"),
        to="allocated",
        asks=(Ask("red_invoice_no", required=True),),
        grave=True,
        doing=moving.void_invoice,
    ),
    Verb(
        "cancel",
        Label("取消订单", "Cancel"),
        of=_from("draft", "approved", "deposit", "allocated"),
        to="cancelled",
        asks=(Ask("cancel_reason", required=True), Ask("deposit_outcome")),
        grave=True,
        doing=moving.cancel,
    ),
)
PAYMENT_VERBS = (
    Verb(
        "reverse",
        Label("冲销", "Reverse"),
        of=_from("booked"),
        to="reversed",
        asks=(Ask("reason", required=True),),
        grave=True,
        doing=reverse,
    ),
)
