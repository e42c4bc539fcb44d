"""What is done with a quote. Approval asks for the approver's word, which few may write."""

from chezhan.catalogue.labels import Label
from chezhan.catalogue.verb import Ask, Verb
from chezhan.modules.quotes import answering, moving


def _from(*states: str) -> frozenset[str]:
    return frozenset(states)


BECOMES = Label(
    "不选则用线索的姓名和电话；已有的客户不会重复新建。",
    "If left empty, whoever the lead names; nobody who is known already is entered twice.",
)
VERBS = (
    Verb("submit", Label("提交审批", "Submit"), of=_from("draft"), to="submitted", doing=moving.submit, undoable=True),
    Verb(
        "approve",
        Label("批准报价", "Approve"),
        of=_from("submitted"),
        to="approved",
        asks=(Ask("approval_note", required=True),),
    ),
    Verb(
        "send",
        Label("发给客户", "Send to the customer"),
        of=_from("approved", "queried"),
        to="sent",
        asks=(Ask("valid_until", required=True),),
        doing=moving.send,
    ),
    Verb(
        "agree",
        Label("客户在线接受", "Accepted online"),
        of=_from("sent", "queried"),
        to="agreed",
        asks=(Ask("answered_by", required=True),),
        doing=answering.note_agreement,
        by_link=True,
    ),
    Verb(
        "query",
        Label("客户在线提出异议", "Asked for changes online"),
        of=_from("sent", "queried"),
        to="queried",
        asks=(Ask("objection", required=True), Ask("answered_by")),
        doing=answering.note_objection,
        by_link=True,
    ),
    Verb(
        "accept",
        Label("客户接受，转订单", "Accepted: make the order"),
        of=_from("sent", "agreed"),
        to="accepted",
        asks=(Ask("customer", help=BECOMES),),
        doing=moving.accept,
    ),
    Verb(
        "revise",
        Label("做新版本", "New version"),
        of=_from("approved", "sent", "agreed", "queried", "declined", "expired"),
        to="superseded",
        doing=moving.revise,
    ),
    Verb(
        "decline",
        Label("客户谢绝", "Declined"),
        of=_from("sent", "agreed", "queried"),
        to="declined",
        asks=(Ask("declined_for", required=True),),
        undoable=True,
    ),
    Verb(
        "return",
        Label("退回修改", "Send back"),
        of=_from("submitted"),
        to="draft",
        asks=(Ask("approval_note", required=True),),
        undoable=True,
    ),
    Verb("expire", Label("记为过期", "Mark as expired"), of=_from("sent", "queried"), to="expired", undoable=True),
)
