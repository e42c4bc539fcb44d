"""Customers book test drives themselves: a free hour, once, with a lead that is known by its phone; and sign."""

import base64
import datetime as dt
import threading
from io import BytesIO
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from PIL import Image
from time_machine import travel

from chezhan.catalogue.doing import absence
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.drives.models import TestDrive
from chezhan.modules.drives.online import booking
from chezhan.modules.leads.models import Interaction, Lead
from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.stock.models import StockVehicle
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import Colleague

PUBLIC, PAGE = "/api/public/test-drives", "/api/store/design/test-drive-page"
PHONE = "13800138000"


class Customer:
    """On the page of the store, with as much time as people take."""

    def __init__(self, path: str, trim: str, address: str = "203.0.113.7") -> None:
        self.page, self.trim = f"{PUBLIC}/{path.removeprefix('/t/')}", trim
        self.client = Client(REMOTE_ADDR=address)

    def ask(self, method: str, path: str, body: Any = None, *, status: int = 200) -> Any:
        told = {} if body is None else {"data": body, "content_type": "application/json"}
        answer = getattr(self.client, method)(path, **told)
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def times(self, days: int = 1) -> list[str]:
        found = self.ask("get", f"{self.page}/times?trim={self.trim}")
        day = (clock.today() + dt.timedelta(days=days)).isoformat()
        (times,) = (one["times"] for one in found if one["day"] == day)
        return [dt.datetime.fromisoformat(one).astimezone(SHANGHAI).strftime("%H:%M") for one in times]

    def book(self, hour: float, *, days: int = 1, after: float = 20, status: int = 201, **said: Any) -> Any:
        body = self.wish(hour, days=days, **said)
        with travel(clock.now() + dt.timedelta(seconds=after), tick=False):
            return self.ask("post", self.page, body, status=status)

    def wish(self, hour: float, *, days: int = 1, **said: Any) -> dict[str, Any]:
        ticket = self.ask("get", self.page)["ticket"]
        midnight = dt.datetime.combine(clock.today() + dt.timedelta(days=days), dt.time(), SHANGHAI)
        begins = (midnight + dt.timedelta(hours=hour)).isoformat()
        usual = {"name": "赵女士", "phone": PHONE, "consent": True, "website": "", "key": f"key-{hour}-{days}-{said}"}
        return {"ticket": ticket, "trim": self.trim, "starts_at": begins, **usual, **said}


@pytest.fixture(autouse=True)
def morning():
    """A Tuesday: the store is open on the days that follow."""
    with travel(dt.datetime(2026, 3, 3, 9, tzinfo=SHANGHAI), tick=True):
        yield


@pytest.fixture
def manager(sign_in) -> Colleague:
    return Colleague(sign_in("manager", store="north"))


@pytest.fixture
def north(cast):
    return cast.stores["north"]


@pytest.fixture
def customer(manager, north) -> Customer:
    """Of a store that lends one car, and has two who drive along."""
    with tenant_context(north):
        series = Series.objects.create(name="海豚", brand=Brand.objects.create(name="比亚迪"))
        trim = Trim.objects.create(name="海豚 420KM", energy="bev", series=series)
        car = {"trim": trim, "status": "in_stock", "arrived_on": "2026-01-05", "km": 800}
        StockVehicle.objects.create(vin="LGXC14AA0N1000001", is_demo=True, **car)
        StockVehicle.objects.create(vin="LGXC14AA0N1000002", **car)
    return Customer(manager.ask("post", PAGE, {})["page"]["path"], str(trim.id))


def drives(store: Any) -> list[TestDrive]:
    with tenant_context(store):
        return list(TestDrive.objects.select_related("lead").order_by("starts_at"))


def test_a_customer_books_a_free_hour_and_is_a_lead(customer, north, cast):
    page = customer.ask("get", customer.page)
    assert [(one["brand"], one["name"]) for one in page["models"]] == [("比亚迪", "海豚 420KM")]
    assert "驾驶证" in page["bring"] and "10:00" in customer.times()
    token = customer.book(10)["token"]
    (drive,) = drives(north)
    assert (drive.status, drive.source, drive.token, bool(drive.consented_at)) == ("booked", "online", token, True)
    lead = drive.lead
    assert (lead.contact_name, lead.channel, lead.series, lead.status) == ("赵女士", "web", "海豚", "new")
    assert drive.owner == lead.owner in {cast.people["advisor"].id, cast.people["both"].id}
    # The car is out then, and an hour that overlaps it is no choice; sent twice, it is one booking.
    assert not {"09:30", "10:00", "10:30"} & set(customer.times()) and "11:00" in customer.times()
    assert customer.book(10)["token"] == token
    # Who is known by the phone is no second lead; whose lead it is drives along.
    customer.book(14, name="赵敏")
    first, second = drives(north)
    assert (second.lead_id, second.owner) == (first.lead_id, first.owner)
    with tenant_context(north):
        assert "赵敏" in Interaction.objects.get(lead_id=lead.id).summary
    told = customer.ask("get", f"{PUBLIC}/drives/{token}")
    assert (told["status"], told["open"], told["signed_at"]) == ("booked", True, None)
    assert "赵" not in str(told) and PHONE not in str(told)


def test_who_books_is_nobodys_lead_no_more(customer, north, manager):
    lead = manager.create("lead", contact_name="赵女士", channel="web", phone=PHONE, owner=None)["record"]
    manager.ask(
        "post", f"/api/store/records/lead/{lead['id']}/do/release",
        {"version": lead["version"], "values": {"release_reason": "暂时没人"}},
    )  # fmt: skip
    customer.book(10)
    (drive,) = drives(north)
    assert (str(drive.lead_id), drive.lead.owner, drive.lead.pooled_at) == (lead["id"], drive.owner, None)
    assert drive.owner


def test_an_hour_that_was_just_taken_is_refused_with_the_next_ones_and_leaves_nothing(customer, north):
    customer.book(10)
    refused = customer.book(10.5, phone="13900139000", key="another key", status=409)["error"]
    assert (refused["code"], refused["params"]["next"]) == ("booking_slot_taken", "11:00, 11:30, 12:00, 12:30")
    # An hour of the night, of today's past and beyond the days ahead: no more than that.
    for hour, days in ((3, 1), (9, 0), (10, 40)):
        assert (
            customer.book(hour, days=days, key=f"odd hour {days}", status=409)["error"]["code"] == "booking_slot_taken"
        )
    assert len(drives(north)) == 1
    with tenant_context(north):
        assert Lead.objects.count() == 1


def test_of_those_who_book_the_same_hour_at_once_one_has_it(customer, north):
    wishes = [customer.wish(10, key=f"racer no. {number}", phone=f"1380013800{number}") for number in range(4)]
    start, told = threading.Barrier(4), []

    def race(number: int) -> None:
        start.wait()
        answer = Client(REMOTE_ADDR=f"203.0.113.{number}").post(
            customer.page, wishes[number], content_type="application/json"
        )
        told.append(answer.status_code)
        connections.close_all()

    with travel(clock.now() + dt.timedelta(seconds=20), tick=False):
        threads = [threading.Thread(target=race, args=[number]) for number in range(4)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    assert sorted(told) == [201, 409, 409, 409]
    assert len(drives(north)) == 1


def test_nobody_on_leave_is_given_and_none_is_no_hour(customer, north, cast, monkeypatch):
    away = {cast.people["advisor"].id}
    monkeypatch.setattr(absence, "_known", [lambda day: away])
    customer.book(10)
    assert drives(north)[0].owner == cast.people["both"].id
    away.add(cast.people["both"].id)
    assert customer.times() == []


def test_machines_and_the_hasty_are_refused_and_nothing_is_kept(customer, manager, north):
    def refused(status: int = 422, **said: Any) -> str:
        return customer.book(10, status=status, **said)["error"]["code"]

    assert refused(after=1) == "booking_too_quick"
    assert refused(website="http://spam.example") == "booking_not_taken"
    assert refused(ticket="made up") == "booking_outdated"
    assert refused(consent=False) == "booking_consent_missing"
    rows = customer.book(10, phone="12", status=422)["error"]["params"]["rows"]
    assert [(one["field"], one["code"]) for one in rows] == [("phone", "not_a_phone")]
    assert drives(north) == []
    with tenant_context(north):
        assert not Lead.objects.exists()
    page = manager.ask("get", PAGE)["page"]
    manager.ask("patch", PAGE, {"version": page["version"], "enabled": False})
    assert customer.ask("get", customer.page, status=404)["error"]["code"] == "booking_closed"
    manager.ask("patch", PAGE, {"version": page["version"], "enabled": True}, status=409)


def test_one_phone_books_so_often_a_day_from_wherever(customer, north):
    for number in range(booking.PER_PHONE):
        customer.book(9 + 2 * number, key=f"number no. {number}")
    elsewhere = Customer(customer.page.removeprefix(f"{PUBLIC}/"), customer.trim, "203.0.113.99")
    refused = elsewhere.book(17, key="one more of it", status=429)
    assert refused["error"]["code"] == "booking_too_many"
    assert len(drives(north)) == booking.PER_PHONE
    elsewhere.book(17, key="somebody else", phone="13900139000")


def picture() -> str:
    content = BytesIO()
    Image.new("RGB", (300, 120), "white").save(content, "PNG")
    return f"data:image/png;base64,{base64.b64encode(content.getvalue()).decode()}"


def test_what_the_customer_signs_is_kept_with_the_drive_as_it_was_read(customer, manager, north):
    own = f"{PUBLIC}/drives/{customer.book(10)['token']}"
    terms = customer.ask("get", own)["terms"]
    for bad in ("data:image/png;base64,%%%", "data:text/html;base64,AAAA", "data:image/png;base64,AAAA"):
        refused = customer.ask("post", f"{own}/sign", {"picture": bad, "agreed": True}, status=422)
        assert refused["error"]["code"] == "signature_unreadable"
    customer.ask("post", f"{own}/sign", {"picture": picture(), "agreed": False}, status=422)
    assert drives(north)[0].signed_at is None
    signed = customer.ask("post", f"{own}/sign", {"picture": picture(), "agreed": True})
    assert signed["signed_at"]
    page = manager.ask("get", PAGE)["page"]
    manager.ask("patch", PAGE, {"version": page["version"], "terms": "新的协议"})
    assert customer.ask("get", own)["terms"] == terms
    # Signed twice, the first counts; and the car goes out by it.
    assert customer.ask("post", f"{own}/sign", {"picture": picture(), "agreed": True}) == signed
    (drive,) = drives(north)
    (kept,) = drive.agreement
    answer = manager.client.get(f"/api/store/files/{kept['id']}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    path = f"/api/store/records/test_drive/{drive.id}/do/leave"
    body = {"version": drive.version, "values": {"licence_checked": True, "out_km": 812}}
    assert manager.ask("post", path, body)["record"]["status"] == "out"
    refused = customer.ask("post", f"{own}/cancel", status=409)
    assert refused["error"]["code"] == "drive_not_open"


def test_a_customer_calls_off_and_the_hour_is_free_again(customer, north):
    own = f"{PUBLIC}/drives/{customer.book(10)['token']}"
    assert customer.ask("post", f"{own}/cancel")["status"] == "cancelled"
    assert customer.ask("post", f"{own}/cancel")["status"] == "cancelled"
    assert drives(north)[0].cancel_reason == "客户在线取消"
    assert "10:00" in customer.times()
    assert customer.ask("post", f"{own}/sign", {"picture": picture(), "agreed": True}, status=409)
    assert customer.ask("get", f"{PUBLIC}/drives/{'A' * 42}", status=404)["error"]["code"] == "drive_link_over"
