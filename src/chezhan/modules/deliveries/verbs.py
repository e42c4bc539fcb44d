"""What is done with deliveries and promises."""

from collections.abc import Mapping
from uuid import UUID

from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.labels import Label
from chezhan.catalogue.verb import Ask, Doer, Verb
from chezhan.modules.deliveries.handing_over import hand_over
from tenants.links import new_token

Drafts = Mapping[UUID, Draft]


def _share(doer: Doer, drafts: Drafts) -> None:
    for delivery in drafts.values():
        if delivery.current["token"] is None:
            delivery.wanted["token"] = new_token(doer.actor.in_store)


def _settle(doer: Doer, drafts: Drafts) -> None:
    for promise in drafts.values():
        promise.wanted["settled_at"] = doer.now


def _reopen(doer: Doer, drafts: Drafts) -> None:
    for promise in drafts.values():
        promise.wanted.update({"settled_at": None, "outcome": ""})


def _from(*states: str) -> frozenset[str]:
    return frozenset(states)


DELIVERY_VERBS = (
    Verb(
        "hand_over",
        Label("交车", "Hand over"),
        of=_from("preparing", "ready"),
        to="handed_over",
        asks=(Ask("photos"), Ask("signature", required=True)),
        doing=hand_over,
    ),
    Verb(
        "make_ready",
        Label("通知可交车", "Ready"),
        of=_from("preparing"),
        to="ready",
        asks=(Ask("planned_at"),),
        undoable=True,
    ),
    Verb("share", Label("生成客户链接", "Link for the customer"), of=_from("preparing", "ready"), doing=_share),
    Verb(
        "cancel",
        Label("取消交付", "Cancel"),
        of=_from("preparing", "ready"),
        to="cancelled",
        asks=(Ask("note", required=True),),
        grave=True,
    ),
    Verb("reopen", Label("重新打开", "Open again"), of=_from("cancelled"), to="preparing", undoable=True),
)
PROMISE_VERBS = (
    Verb(
        "keep",
        Label("已兑现", "Kept"),
        of=_from("open"),
        to="kept",
        asks=(Ask("outcome"),),
        doing=_settle,
        undoable=True,
    ),
    Verb(
        "waive",
        Label("客户免除", "Waived"),
        of=_from("open"),
        to="waived",
        asks=(Ask("outcome", required=True),),
        grave=True,
        doing=_settle,
        undoable=True,
    ),
    Verb(
        "break",
        Label("未兑现", "Broken"),
        of=_from("open"),
        to="broken",
        asks=(Ask("outcome", required=True),),
        grave=True,
        doing=_settle,
        undoable=True,
    ),
    Verb(
        "reopen",
        Label("重新打开", "Open again"),
        of=_from("kept", "broken", "waived"),
        to="open",
        doing=_reopen,
        undoable=True,
    ),
)
