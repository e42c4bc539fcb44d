"""What is done with a used car, from the first look to the buyer's papers, and with a cost."""

from chezhan.catalogue.labels import Label
from chezhan.catalogue.verb import Ask, Verb
from chezhan.modules.used import moving


def _from(*states: str) -> frozenset[str]:
    return frozenset(states)


VERBS = (
    Verb(
        "appraise",
        Label("评估", "Appraise"),
        of=_from("registered", "appraised"),
        to="appraised",
        asks=(
            Ask("appraised_price", required=True),
            Ask("grade", required=True),
            Ask("km", required=True),
            Ask("condition"),
            Ask("photos"),
        ),
        doing=moving.appraise,
    ),
    Verb(
        "offer",
        Label("收购报价", "Offer"),
        of=_from("appraised", "offered"),
        to="offered",
        asks=(Ask("offer_price", required=True), Ask("offer_until", required=True), Ask("subsidy"), Ask("quote")),
    ),
    Verb(
        "buy",
        Label("收购", "Buy"),
        of=_from("offered"),
        to="bought",
        asks=(
            Ask(
                "purchase_price",
                required=True,
                help=Label(
                    "置换的旧车，先让客户接受新车报价，再收购。",
                    "Of a trade-in the customer accepts the new car's quote first.",
                ),
            ),
            Ask("bought_on", required=True, now=True),
            Ask("seller", required=True),
            Ask("vin", required=True),
        ),
        doing=moving.buy,
    ),
    Verb(
        "transfer",
        Label("过户入库", "Transfer to us"),
        of=_from("bought"),
        to="transferred",
        asks=(Ask("transferred_on", required=True, now=True), Ask("location")),
        doing=moving.transfer,
    ),
    Verb("prepare", Label("开始整备", "Prepare"), of=_from("transferred"), to="preparing"),
    Verb(
        "put_on_sale",
        Label("上架", "Put on sale"),
        of=_from("transferred", "preparing"),
        to="for_sale",
        asks=(Ask("asking_price", required=True), Ask("floor_price"), Ask("location")),
    ),
    Verb(
        "reserve",
        Label("预订", "Reserve"),
        of=_from("for_sale"),
        to="reserved",
        asks=(Ask("buyer", required=True),),
    ),
    Verb(
        "sell",
        Label("售出", "Sell"),
        of=_from("for_sale", "reserved"),
        to="sold",
        asks=(Ask("buyer", required=True), Ask("sale_price", required=True), Ask("sold_on", required=True, now=True)),
        doing=moving.sell,
    ),
    Verb(
        "hand_over",
        Label("过户给买家", "Transfer to the buyer"),
        of=_from("sold"),
        to="handed_over",
        asks=(Ask("handed_over_on", required=True, now=True),),
        doing=moving.hand_over,
    ),
    Verb("release", Label("取消预订", "Release"), of=_from("reserved"), to="for_sale", doing=moving.release),
    Verb(
        "take_back",
        Label("退回在售", "Take the sale back"),
        of=_from("sold"),
        to="for_sale",
        asks=(Ask("note", required=True),),
        grave=True,
        doing=moving.take_back,
    ),
    Verb(
        "decline",
        Label("未成交", "Not bought"),
        of=_from("registered", "appraised", "offered"),
        to="declined",
        asks=(
            Ask(
                "declined_for",
                required=True,
                help=Label(
                    "已在新车订单中抵扣的，抵扣取消，由客户补差价。",
                    "What it took off the new car's order is due again.",
                ),
            ),
        ),
        doing=moving.decline,
    ),
    Verb("reopen", Label("重新评估", "Look again"), of=_from("declined"), to="registered", doing=moving.reopen),
)
COST_VERBS = (
    Verb(
        "reverse",
        Label("冲销", "Reverse"),
        of=_from("booked"),
        to="reversed",
        asks=(Ask("reason", required=True),),
        grave=True,
        doing=moving.reverse,
    ),
)
