"""What is done with a test drive, from its booking to the car's return."""

from collections.abc import Mapping
from uuid import UUID

from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.labels import Label
from chezhan.catalogue.verb import Ask, Doer, Verb
from chezhan.modules.drives.refusals import KmGoBack, LicenceNotChecked
from tenants.links import new_token


def _leave(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    for draft in drafts.values():
        if not draft.value("licence_checked"):
            raise LicenceNotChecked
        draft.wanted["out_at"] = doer.now


def _return(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    for draft in drafts.values():
        if draft.value("in_km") < draft.value("out_km"):
            raise KmGoBack(params={"out_km": draft.value("out_km")})
        draft.wanted["in_at"] = doer.now


def _share(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    for draft in drafts.values():
        if draft.current["token"] is None:
            draft.wanted["token"] = new_token(doer.actor.in_store)


def _rebook(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """As long as it was to be before, unless they say otherwise."""
    for draft in drafts.values():
        if "ends_at" not in doer.given:
            length = draft.current["ends_at"] - draft.current["starts_at"]
            draft.wanted["ends_at"] = draft.value("starts_at") + length
        draft.wanted["cancel_reason"] = ""


def _from(*states: str) -> frozenset[str]:
    return frozenset(states)


VERBS = (
    Verb("confirm", Label("确认", "Confirm"), of=_from("booked"), to="confirmed", undoable=True),
    Verb("share", Label("生成客户签署链接", "Link for the customer"), of=_from("booked", "confirmed"), doing=_share),
    Verb(
        "leave",
        Label("出发", "Leave"),
        of=_from("booked", "confirmed"),
        to="out",
        asks=(
            Ask("licence_checked", required=True),
            Ask("agreement", required=True),
            Ask("out_km", required=True),
            Ask("route"),
        ),
        doing=_leave,
        undoable=True,
    ),
    Verb(
        "return",
        Label("还车", "Return"),
        of=_from("out"),
        to="done",
        asks=(Ask("in_km", required=True), Ask("rating"), Ask("feedback")),
        doing=_return,
        undoable=True,
    ),
    Verb("miss", Label("未到店", "No-show"), of=_from("booked", "confirmed"), to="no_show", undoable=True),
    Verb(
        "cancel",
        Label("取消预约", "Cancel"),
        of=_from("booked", "confirmed"),
        to="cancelled",
        asks=(Ask("cancel_reason", required=True),),
        grave=True,
        undoable=True,
    ),
    Verb(
        "rebook",
        Label("重新预约", "Book again"),
        of=_from("no_show", "cancelled"),
        to="booked",
        asks=(Ask("starts_at", required=True), Ask("ends_at"), Ask("car")),
        doing=_rebook,
        undoable=True,
    ),
)
