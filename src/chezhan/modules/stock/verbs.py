"""What is done with a stock vehicle. A verb for few asks for a field that few may write: see `policies`."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.labels import Label
from chezhan.catalogue.verb import Ask, Doer, Verb
from chezhan.modules.stock.queries import held_hours, name_of, tail, taken, told
from chezhan.modules.stock.refusals import CertificatePledged, DemoCarStays, ReservedByOther, ReservedUntilPast

FREE = {"reserved_by": None, "reserved_at": None, "reserved_until": None, "lead_id": None, "order_no": ""}


def _reserve(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Until the moment that was given, else for as long as is held of the series here. Raises ReservedUntilPast."""
    _keep_demo_cars(drafts)
    held = held_hours(trims={draft.value("trim_id") for draft in drafts.values()})
    for draft in drafts.values():
        until = doer.given.get("reserved_until") or doer.now + dt.timedelta(hours=held[draft.value("trim_id")])
        if until <= doer.now:
            raise ReservedUntilPast
        draft.wanted |= {
            "reserved_by": doer.actor.person_id, "reserved_at": doer.now, "reserved_until": until, "release_reason": "",
        }  # fmt: skip


def _keep_demo_cars(drafts: Mapping[UUID, Draft]) -> None:
    for draft in drafts.values():
        if draft.value("is_demo"):
            raise DemoCarStays(params={"vin": tail(draft)})


def _release(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """One's own; a manager frees anybody's with a reason."""
    for draft in drafts.values():
        by = draft.current["reserved_by"]
        if by != doer.actor.person_id:
            raise ReservedByOther(params={"vin": tail(draft), "by": name_of(actor=doer.actor, person_id=by)})
        draft.wanted |= FREE


def _free(_: Doer, drafts: Mapping[UUID, Draft]) -> None:
    for draft in drafts.values():
        draft.wanted |= FREE


def _allocate(_: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Whoever it was reserved for is known from its history."""
    _keep_demo_cars(drafts)
    for draft in drafts.values():
        draft.wanted |= {"reserved_by": None, "reserved_at": None, "reserved_until": None}


def _void(_: Doer, drafts: Mapping[UUID, Draft]) -> None:
    for draft in drafts.values():
        draft.wanted["invoiced_on"] = None


def _leave(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    for draft in drafts.values():
        if draft.value("certificate") == "pledged":
            lender = told(actor=doer.actor, name="lender", value=draft.value("lender"))
            raise CertificatePledged(params={"vin": tail(draft), "lender": lender})


def _come_back(_: Doer, drafts: Mapping[UUID, Draft]) -> None:
    for draft in drafts.values():
        draft.wanted |= {"left_on": None, "left_to": ""}


def _from(*states: str) -> frozenset[str]:
    return frozenset(states)


VERBS = (
    Verb(
        "ship",
        Label("已发运", "Shipped"),
        of=_from("ordered"),
        to="in_transit",
        asks=(Ask("expected_on", required=True), Ask("vin")),
        undoable=True,
    ),
    Verb(
        "receive",
        Label("到店接车", "Receive"),
        of=_from("in_transit", "ordered"),
        to="received",
        asks=(Ask("arrived_on", required=True, now=True), Ask("vin", required=True), Ask("km"), Ask("location")),
        undoable=True,
    ),
    Verb(
        "put_in_stock",
        Label("验收入库", "Put in stock"),
        of=_from("received"),
        to="in_stock",
        asks=(Ask("location", required=True), Ask("certificate"), Ask("price")),
        undoable=True,
    ),
    Verb(
        "reserve",
        Label("预留", "Reserve"),
        of=_from("in_stock"),
        to="reserved",
        asks=(Ask("lead"), Ask("reserved_until")),
        doing=_reserve,
        instead=taken,
        undoable=True,
    ),
    Verb("release", Label("释放", "Release"), of=_from("reserved"), to="in_stock", doing=_release, undoable=True),
    Verb(
        "allocate",
        Label("配车", "Allocate"),
        of=_from("reserved", "in_stock"),
        to="allocated",
        asks=(Ask("order_no", required=True),),
        doing=_allocate,
        instead=taken,
    ),
    Verb(
        "free",
        Label("收回", "Take back"),
        of=_from("reserved", "allocated"),
        to="in_stock",
        asks=(Ask("release_reason", required=True),),
        grave=True,
        doing=_free,
        undoable=True,
    ),
    Verb(
        "invoice",
        Label("开票", "Invoice"),
        of=_from("allocated"),
        to="invoiced",
        asks=(Ask("invoiced_on", required=True, now=True),),
    ),
    Verb(
        "deliver",
        Label("交车", "Deliver"),
        of=_from("invoiced"),
        to="delivered",
        asks=(Ask("left_on", required=True, now=True),),
        doing=_leave,
    ),
    Verb(
        "void_invoice",
        Label("发票作废", "Void the invoice"),
        of=_from("invoiced"),
        to="allocated",
        asks=(Ask("release_reason", required=True),),
        grave=True,
        doing=_void,
    ),
    Verb(
        "transfer",
        Label("调拨出库", "Transfer out"),
        of=_from("in_stock", "received"),
        to="transferred",
        asks=(Ask("left_on", required=True, now=True), Ask("left_to", required=True)),
        grave=True,
        doing=_leave,
    ),
    Verb(
        "return",
        Label("退回厂家", "Return"),
        of=_from("ordered", "in_transit", "received", "in_stock"),
        to="returned",
        asks=(Ask("left_on", required=True, now=True), Ask("left_to", required=True)),
        grave=True,
    ),
    Verb(
        "bring_back",
        Label("重新入库", "Bring back"),
        of=_from("transferred", "returned"),
        to="in_stock",
        asks=(Ask("arrived_on", required=True, now=True), Ask("vin", required=True), Ask("location", required=True)),
        doing=_come_back,
    ),
)
