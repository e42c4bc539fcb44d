"""What is done with a contract. It is drawn up by its order's verb; the customer signs it by the link."""

from chezhan.catalogue.labels import Label
from chezhan.catalogue.verb import Ask, Verb
from chezhan.modules.contracts import asking, moving

NAME = Label("合同上的买方姓名。", "The buyer, as the contract says.")


def _from(*states: str) -> frozenset[str]:
    return frozenset(states)


VERBS = (
    Verb(
        "sign",
        Label("客户签署", "Sign"),
        of=_from("drawn", "asked"),
        to="signed",
        asks=(
            Ask("signed_name", required=True),
            Ask("way", required=True),
            Ask("signature"),
            Ask("signed_paper"),
            Ask("signed_sha256"),
        ),
        doing=moving.sign,
        by_link=True,
    ),
    Verb(
        "refuse",
        Label("客户拒签", "Refuse"),
        of=_from("drawn", "asked"),
        to="refused",
        asks=(Ask("refused_for", required=True),),
        doing=moving.refuse,
        by_link=True,
    ),
    Verb(
        "send_to_sign",
        Label("发给电子签服务商", "Send to the signing service"),
        of=_from("drawn"),
        to="asked",
        doing=asking.ask_service,
        possible=asking.has_service,
    ),
    Verb(
        "send_again",
        Label("再次发给服务商", "Send to the service again"),
        of=_from("asked"),
        doing=asking.ask_service,
        possible=asking.has_service,
    ),
    Verb(
        "take_back",
        Label("改回链接签署", "Sign by the link instead"),
        of=_from("asked"),
        to="drawn",
        doing=asking.take_back,
    ),
    Verb(
        "record_paper",
        Label("登记纸质签署", "Signed on paper"),
        of=_from("drawn", "asked", "refused"),
        to="signed",
        asks=(Ask("scan", required=True), Ask("signed_name", required=True, help=NAME)),
        doing=moving.record_paper,
    ),
    Verb(
        "void",
        Label("作废合同", "Make void"),
        of=_from("drawn", "asked", "signed", "refused"),
        to="void",
        asks=(Ask("void_reason", required=True),),
        grave=True,
    ),
)
