"""Book a test drive as a customer: a lead or the one that the phone is known by, a car, an advisor, an hour."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import load_rows, write_drafts
from chezhan.catalogue.particulars.services import contact_of_store
from chezhan.catalogue.records.writes.refusals import RowsRefused
from chezhan.catalogue.records.writes.saving import create_records
from chezhan.catalogue.sealing import index_of
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.crypto import blind_index
from chezhan.kernel.errors import AppError
from chezhan.kernel.pace import DAY, HOUR, keep_pace
from chezhan.kernel.tickets import age_of, new_ticket
from chezhan.modules.drives.models import DrivePage, TestDrive
from chezhan.modules.drives.online.acting import booking_actor
from chezhan.modules.drives.online.offering import Hour, hour_at, hours_of, models_of
from chezhan.modules.drives.online.opening import look, open_page, store_named
from chezhan.modules.drives.online.refusals import (
    BookingNotTaken,
    BookingOutdated,
    BookingTooQuick,
    ConsentMissing,
    SlotTaken,
    TooManyBookings,
)
from chezhan.modules.drives.queries import hold_schedule
from chezhan.modules.leads.knowing import open_lead_of
from chezhan.modules.leads.models import Lead
from chezhan.modules.library.models import Trim
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.keys import key_of
from tenants.links import new_token

TICKET = "test drive page"
QUICKEST, LONGEST = 3, DAY
# Of one phone in a day, wherever they come from: nobody fills the schedule.
PER_PHONE = 3
OWN = {"contact_name": "name", "phone": "phone"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the customer sends. `key`: the page's own name of it, so that a second try books nothing twice."""

    key: str
    ticket: str
    trap: str
    trim_id: UUID
    starts_at: dt.datetime
    name: str
    phone: str
    consent: bool


def read_booking_page(*, token: str, address: str) -> dict[str, Any]:
    """Raises BookingClosed, TooManyBookings."""
    look(address)
    store = store_named(token)
    with tenant_context(store):
        page = open_page(token)
        told = {
            "store": store.name,
            **contact_of_store(),
            "intro": page.intro,
            "bring": page.bring,
            "models": models_of(),
        }
    return told | {"ticket": new_ticket(token=token, purpose=TICKET)}


def read_hours(*, token: str, address: str, trim_id: UUID) -> list[dict[str, Any]]:
    """Raises as read_booking_page."""
    look(address)
    store = store_named(token)
    with tenant_context(store):
        found = hours_of(store=store, page=open_page(token), trim_id=trim_id)
    return [{"day": day, "times": [one.starts_at for one in hours]} for day, hours in found.items()]


def book(*, token: str, address: str, wish: Wish) -> str:
    """The token of the booking's own page. Raises BookingClosed, TooManyBookings, BookingTooQuick, BookingOutdated,
    ConsentMissing, SlotTaken, BookingNotTaken, and RowsRefused of `name` and `phone`.
    """
    store = store_named(token)
    sender = blind_index(key=key_of(store), purpose="drive_page.sender", normalised=address)
    for window, limit in ((HOUR, settings.PUBLIC_POSTS_PER_HOUR), (DAY, settings.PUBLIC_POSTS_PER_DAY)):
        _pace(f"drive-post:{store.id}:{sender.hex()}", limit, window)
    with tenant_context(store):
        page = open_page(token)
    _check(token, wish)
    for window, limit in ((HOUR, page.per_hour), (DAY, page.per_day)):
        _pace(f"drive-page:{page.id}", limit, window)
    try:
        with acting_as(page.id, reason="drive_page"), tenant_context(store):
            return _enter(store, page, wish)
    except RowsRefused as error:
        rows = [{**row, "field": OWN[row["field"]]} for row in error.params["rows"] if row["field"] in OWN]
        if len(rows) < len(error.params["rows"]):
            raise BookingNotTaken from None
        error.params = {**error.params, "rows": rows}
        raise
    except (SlotTaken, BookingNotTaken, TooManyBookings):
        raise
    except AppError:
        # All else would tell how the store is run.
        raise BookingNotTaken from None


def _enter(store: StoreRef, page: DrivePage, wish: Wish) -> str:
    hold_schedule()
    there = TestDrive.objects.filter(request_key=wish.key).values_list("token", flat=True).first()
    if there:
        return there
    hour, free = hour_at(store=store, page=page, trim_id=wish.trim_id, starts_at=wish.starts_at)
    if hour is None:
        day = wish.starts_at.astimezone(SHANGHAI).date().isoformat()
        raise SlotTaken(params={"day": day, "next": free or "–"})
    # Of hours that could be had alone: who was too late tries again.
    phone = index_of(type_name="phone", text=wish.phone).hex()
    _pace(f"drive-phone:{store.id}:{phone}", PER_PHONE, DAY)
    actor = booking_actor(page.id, store=store)
    lead_id, owner = _lead(actor, wish, hour)
    row = {
        "lead": str(lead_id),
        "car": str(hour.cars[0]),
        "starts_at": hour.starts_at.isoformat(),
        "ends_at": hour.ends_at.isoformat(),
        "source": "online",
        "owner": str(owner),
    }
    try:
        (drive_id,) = create_records(actor=actor, entity="test_drive", rows=[row])
    except RowsRefused:
        raise BookingNotTaken from None
    token = new_token(store)
    # Nobody's to write: neither the customer nor a colleague says when somebody agreed.
    TestDrive.objects.filter(id=drive_id).update(token=token, request_key=wish.key, consented_at=clock.now())
    return token


def _lead(actor: Actor, wish: Wish, hour: Hour) -> tuple[UUID, UUID]:
    """Theirs, or a new one; and who drives along: whose lead it is, if they can."""
    trim = Trim.objects.select_related("series__brand").get(id=wish.trim_id)
    when = hour.starts_at.astimezone(SHANGHAI)
    words = f"在线预约试驾：{trim.series.brand.name} {trim.name}，{when:%Y-%m-%d %H:%M}"
    lead_id = open_lead_of(wish.phone)
    if lead_id is None:
        owner = hour.advisors[0]
        row = {
            "contact_name": wish.name,
            "phone": wish.phone,
            "channel": "web",
            "brand": trim.series.brand.name[:60],
            "series": trim.series.name[:80],
            "need": words,
            "owner": str(owner),
        }
        return create_records(actor=actor, entity="lead", rows=[row])[0], owner
    of_lead = Lead.objects.values_list("owner", flat=True).get(id=lead_id)
    said = {
        "kind": "note",
        "direction": "in",
        "reached": False,
        "at": clock.now().isoformat(),
        "lead": str(lead_id),
        "summary": f"{words}（{wish.name}）",
        "owner": None if of_lead is None else str(of_lead),
    }
    create_records(actor=actor, entity="interaction", rows=[said])
    owner = of_lead if of_lead in hour.advisors else hour.advisors[0]
    if of_lead is None:
        _give(actor, lead_id, owner)
    return lead_id, owner


def _give(actor: Actor, lead_id: UUID, owner: UUID) -> None:
    """Who is about to come is nobody's no more: whoever drives with them has the lead, out of the pool too."""
    leads = load_rows(model=Lead, which=Q(id=lead_id, owner=None))
    for lead in leads.values():
        lead.wanted |= {"owner": owner, "pooled_at": None, "release_reason": ""}
    write_drafts(entity="lead", model=Lead, drafts=leads.values(), actor=actor, store=actor.in_store, now=clock.now())


def _check(token: str, wish: Wish) -> None:
    if wish.trap:
        raise BookingNotTaken
    age = age_of(wish.ticket, token=token, purpose=TICKET)
    if age is None or age > LONGEST:
        raise BookingOutdated
    if age < QUICKEST:
        raise BookingTooQuick
    if not wish.consent:
        raise ConsentMissing


def _pace(name: str, limit: int, window: int) -> None:
    keep_pace(name=name, limit=limit, window=window, refusal=TooManyBookings)
