"""Test drives: a car and an advisor once at a time, by verbs from the booking to the return."""

import datetime as dt
import threading
from uuid import UUID

import pytest
from django.db import IntegrityError, connections, transaction

from chezhan.catalogue.doing import absence
from chezhan.catalogue.records.verbs.doing import do as done
from chezhan.catalogue.records.writes.saving import create_records
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import AppError
from chezhan.modules.drives.models import TestDrive
from chezhan.modules.leads.models import Lead
from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.stock.models import StockVehicle
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import RECORDS, Colleague

DRIVES = f"{RECORDS}/test_drive"


def at(hour: float, *, days: int = 1) -> str:
    day = clock.now().astimezone(SHANGHAI).date() + dt.timedelta(days=days)
    return (dt.datetime.combine(day, dt.time(), SHANGHAI) + dt.timedelta(hours=hour)).isoformat()


def instant(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.fixture
def colleague(cast, sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


@pytest.fixture
def ground(cast):
    """A lead, two demo cars and one that is for sale."""
    with tenant_context(cast.stores["north"]):
        trim = Trim.objects.create(
            name="海豚 420KM",
            energy="bev",
            series=Series.objects.create(name="海豚", brand=Brand.objects.create(name="比亚迪")),
        )
        lead = Lead.objects.create(contact_name="李女士", owner=cast.people["advisor"].id)
        cars = [
            StockVehicle.objects.create(
                trim=trim,
                vin=f"LGXC14AA0N100000{number}",
                status="in_stock",
                arrived_on="2026-01-05",
                is_demo=number < 2,
                km=800,
            )
            for number in range(3)
        ]
    return str(lead.id), [str(car.id) for car in cars]


def book(someone, ground, hour, *, car=0, status=201, **values):
    lead, cars = ground
    told = {"lead": lead, "car": cars[car], "starts_at": at(hour), **values}
    answer = someone.ask("post", DRIVES, {"values": told}, status=status)
    return answer["record"] if status == 201 else answer["error"]["params"]["rows"]


def do(someone, drive, verb, status=200, **values):
    body = {"version": drive["version"], "values": values}
    answer = someone.ask("post", f"{DRIVES}/{drive['id']}/do/{verb}", body, status=status)
    return answer["record"] if status == 200 else answer["error"]


def codes(rows):
    return {(one["field"], one["code"]) for one in rows}


def test_neither_a_car_nor_an_advisor_is_booked_twice(cast, colleague, ground):
    advisor, other, boss = colleague("advisor"), colleague("both"), colleague()
    first = book(advisor, ground, 10)
    assert (first["status"], first["ends_at"][11:16]) == ("booked", at(3)[11:16])
    (refused,) = book(other, ground, 10.5, status=422)
    assert (refused["field"], refused["code"]) == ("car", "car_booked")
    free = refused["params"]["next"].split(", ")
    assert free[0] == "09:00" and "11:00" in free and not {"09:30", "10:00", "10:30"} & set(free)
    assert codes(book(advisor, ground, 10.5, car=1, status=422)) == {("owner", "advisor_booked")}
    assert codes(book(advisor, ground, 10, status=422)) == {("car", "car_booked"), ("owner", "advisor_booked")}
    assert codes(book(other, ground, 14, car=2, status=422)) == {("car", "not_a_demo_car")}
    assert codes(book(other, ground, 14, ends_at=at(13), status=422)) == {("ends_at", "bad_slot")}
    # One ends as the other begins; and another car with another advisor goes at the same hour.
    second = book(other, ground, 11)
    beside = book(boss, ground, 10, car=1)
    moved = {"version": second["version"], "values": {"starts_at": at(10.5), "ends_at": at(11.5)}}
    refused = other.ask("patch", f"{DRIVES}/{second['id']}", moved, status=422)["error"]["params"]["rows"]
    assert codes(refused) == {("car", "car_booked")}
    other.ask("patch", f"{DRIVES}/{beside['id']}", {"version": 1, "values": {"starts_at": at(15)}}, status=403)
    # What is cancelled holds nothing any more, and can't come back into an hour that went to somebody else.
    gone = do(advisor, first, "cancel", cancel_reason="客户有事")
    book(colleague("both"), ground, 9.75, ends_at=at(10.75))
    refused = do(advisor, gone, "rebook", status=422, starts_at=at(10), ends_at=at(11))["params"]["rows"]
    assert codes(refused) == {("car", "car_booked")}
    again = do(advisor, gone, "rebook", starts_at=at(16))
    assert (again["status"], instant(again["ends_at"])) == ("booked", instant(at(17)))
    day = at(0)[:10]
    told = advisor.ask("get", f"/api/store/test-drives/day?day={day}")
    assert {(one["name"], one["away"]) for one in told["drivers"]} == {("Advisor", False), ("Both", False)}
    free = advisor.ask(
        "get", f"/api/store/test-drives/free?day={day}&car={ground[1][0]}&advisor={cast.people['advisor'].id}"
    )
    assert [dt.datetime.fromisoformat(one["starts_at"]).astimezone(SHANGHAI).hour for one in free] == [
        12,
        12,
        13,
        13,
        14,
        14,
        15,
        17,
    ]


def test_whoever_is_on_leave_is_not_booked(cast, colleague, ground, monkeypatch):
    monkeypatch.setattr(absence, "_known", [lambda day: {cast.people["advisor"].id}])
    (refused,) = book(colleague("advisor"), ground, 10, status=422)
    assert (refused["field"], refused["code"], refused["params"]["advisor"]) == ("owner", "advisor_away", "Advisor")
    book(colleague("both"), ground, 10)


def test_a_drive_leaves_with_a_licence_and_brings_its_lead_on(cast, colleague, ground):
    advisor, long_ago = colleague("advisor"), clock.now() - dt.timedelta(days=9)
    with tenant_context(cast.stores["north"]):
        Lead.objects.filter(id=ground[0]).update(progressed_at=long_ago)
    drive = do(advisor, book(advisor, ground, 10), "confirm")
    refused = do(advisor, drive, "leave", status=422)["params"]["rows"]
    assert {one["field"] for one in refused} == {"agreement", "out_km"}
    with tenant_context(cast.stores["north"]):
        TestDrive.objects.filter(id=drive["id"]).update(
            agreement=[{"id": str(UUID(int=7)), "name": "签名.png", "size": 9, "kind": "image/png"}]
        )
    assert do(advisor, drive, "leave", status=422, out_km=812)["code"] == "licence_not_checked"
    out = do(advisor, drive, "leave", out_km=812, licence_checked=True, route="city")
    assert (out["status"], bool(out["out_at"])) == ("out", True)
    assert do(advisor, out, "cancel", status=409, cancel_reason="不去了")["code"] == "illegal_move"
    assert do(advisor, out, "return", status=422, in_km=800)["code"] == "km_go_back"
    done = do(advisor, out, "return", in_km=830, rating=5, feedback="动力很好")
    assert (done["status"], bool(done["in_at"])) == ("done", True)
    with tenant_context(cast.stores["north"]):
        lead, car = Lead.objects.get(id=ground[0]), StockVehicle.objects.get(id=ground[1][0])
    assert (lead.status, bool(lead.first_contacted_at), car.km) == ("test_drive", True, 830)
    # Nobody is told three days later that nothing moved.
    assert lead.progressed_at > long_ago


def test_a_car_that_is_booked_is_not_taken_out_of_the_test_drives(colleague, ground):
    boss = colleague()

    def withdraw(car, status=200):
        path = f"{RECORDS}/stock_vehicle/{ground[1][car]}"
        now = boss.ask("get", path)["record"]
        return boss.ask("patch", path, {"version": now["version"], "values": {"is_demo": False}}, status=status)

    drive = book(boss, ground, 10)
    (refused,) = withdraw(0, 422)["error"]["params"]["rows"]
    assert (refused["field"], refused["code"], refused["params"]["number"]) == ("is_demo", "car_has_drives", 1)
    withdraw(1)
    do(boss, drive, "cancel", cancel_reason="换车")
    withdraw(0)
    assert codes(book(boss, ground, 14, status=422)) == {("car", "not_a_demo_car")}


def test_one_of_those_who_want_the_same_hour_has_it_and_the_table_would_hold_it_too(cast, ground):
    lead, cars = ground
    row = {"lead": lead, "car": cars[0], "starts_at": at(10), "ends_at": at(11)}
    actors = [cast.actor(name, store="north") for name in ("advisor", "both", "manager", "owner")]
    start, told = threading.Barrier(len(actors)), []

    def race(actor):
        start.wait()
        try:
            with tenant_context(cast.stores["north"]):
                create_records(actor=actor, entity="test_drive", rows=[row])
            told.append("won")
        except AppError as refusal:
            told.extend(one["code"] for one in refusal.params["rows"])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=race, args=[one]) for one in actors]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(told) == ["car_booked"] * 3 + ["won"]
    with tenant_context(cast.stores["north"]):
        kept = TestDrive.objects.get()
        twice = {"lead_id": lead, "starts_at": kept.starts_at, "ends_at": kept.ends_at}
        with pytest.raises(IntegrityError, match="test_drive_car_once"), transaction.atomic():
            TestDrive.objects.create(**twice, car_id=cars[0], owner=UUID(int=9))
        with pytest.raises(IntegrityError, match="test_drive_advisor_once"), transaction.atomic():
            TestDrive.objects.create(**twice, car_id=cars[1], owner=kept.owner)


def test_a_car_is_out_with_one_drive_at_a_time_whatever_their_hours(cast, colleague, ground):
    boss, (lead, cars) = colleague(), ground
    with tenant_context(cast.stores["north"]):
        signed = [{"id": str(UUID(int=7)), "name": "签名.png", "size": 9, "kind": "image/png"}]
        hours = [(at(hour), at(hour + 1)) for hour in (9, 10, 11, 12)]
        early, late, third, fourth = (
            TestDrive.objects.create(
                lead_id=lead, car_id=cars[0], starts_at=since, ends_at=till, agreement=signed, licence_checked=True,
                out_km=812, owner=cast.people["advisor"].id,
            )
            for since, till in hours
        )  # fmt: skip
    drives = {one: boss.ask("get", f"{DRIVES}/{one.id}")["record"] for one in (early, late, third, fourth)}
    out = do(boss, drives[early], "leave", out_km=812)
    (refused,) = do(boss, drives[late], "leave", status=422, out_km=812)["params"]["rows"]
    assert (refused["field"], refused["code"], refused["params"]["who"]) == ("car", "car_out", "Advisor")
    assert refused["params"]["since"] == f"{instant(out['out_at']).astimezone(SHANGHAI):%m-%d %H:%M}"
    with tenant_context(cast.stores["north"]):
        assert TestDrive.objects.get(id=late.id).status == "booked"
        with pytest.raises(IntegrityError, match="test_drive_car_out_once"), transaction.atomic():
            TestDrive.objects.filter(id=late.id).update(status="out", out_at=clock.now())
    # Another car is out beside it; once it is back, the next one leaves.
    moved = {"version": drives[third]["version"], "values": {"car": cars[1]}}
    other = boss.ask("patch", f"{DRIVES}/{third.id}", moved)["record"]
    assert do(boss, other, "leave", out_km=812)["status"] == "out"
    do(boss, out, "return", in_km=820)
    # Of two who leave with it at once, one does.
    start, told = threading.Barrier(2), []

    def leave(drive, name):
        start.wait()
        try:
            with tenant_context(cast.stores["north"]):
                done(
                    actor=cast.actor(name, store="north"),
                    entity="test_drive",
                    verb="leave",
                    ids=[drive.id],
                    values={"out_km": 820},
                )
            told.append("out")
        except AppError as refusal:
            told.extend(one["code"] for one in refusal.params["rows"])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=leave, args=one) for one in ((late, "manager"), (fourth, "owner"))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(told) == ["car_out", "out"]
