"""Stock vehicles: on by their verbs alone, one buyer at a time, and their cost for few."""

import datetime as dt
import json
import threading
from uuid import UUID

import pytest
from django.db import connections

from chezhan.catalogue.records.verbs.doing import do
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.modules.stock.models import StockVehicle
from chezhan.modules.stock.services import move_car
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import RECORDS, Colleague

STOCK = f"{RECORDS}/stock_vehicle"
VINS = ("LGXC14AA0N1000011", "LGXC14AA0N1000022", "LGXC14AA0N1000033")


@pytest.fixture
def colleague(cast, sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


@pytest.fixture
def boss(colleague):
    return colleague()


@pytest.fixture
def trim(boss):
    brand = boss.create("brand", name="比亚迪")["record"]["id"]
    series = boss.create("series", name="海豚", brand=brand, minimum=2)["record"]["id"]
    made = boss.create("trim", name="海豚 420KM 时尚版", series=series, energy="bev", guide_price="125800")
    return made["record"]


def do_one(someone, car, verb, status=200, **values):
    body = {"version": car["version"], "values": values}
    answer = someone.ask("post", f"{STOCK}/{car['id']}/do/{verb}", body, status=status)
    return answer["record"] if status == 200 else answer["error"]


def in_stock(boss, trim, vin, **values):
    told = {"price": "120000", "cost": "110000", "exterior": "白色", **values}
    car = boss.create("stock_vehicle", trim=trim["id"], **told)["record"]
    car = do_one(boss, car, "receive", vin=vin, arrived_on="2026-01-05")
    return do_one(boss, car, "put_in_stock", location="展厅", certificate="held")


def test_a_car_goes_from_its_order_to_its_buyer_by_verbs(boss, trim):
    car = boss.create("stock_vehicle", trim=trim["id"])["record"]
    assert (car["status"], car["brand_name"], car["guide_price"]) == ("ordered", "比亚迪", "125800.00")
    refused = do_one(boss, car, "reserve", status=409)
    assert refused["code"] == "illegal_move"
    refused = do_one(boss, car, "receive", status=422, arrived_on="2026-01-05")["params"]["rows"]
    assert [(one["field"], one["code"]) for one in refused] == [("vin", "value_required")]
    car = do_one(boss, do_one(boss, car, "ship", expected_on="2026-01-04"), "receive", vin=VINS[0],
                 arrived_on="2026-01-05")  # fmt: skip
    car = do_one(boss, car, "put_in_stock", location="A1", certificate="pledged", status=422)
    assert car["code"] == "refused_by_rule"
    car = boss.ask("get", f"{STOCK}?limit=1")["rows"][0]
    car = boss.change("stock_vehicle", boss.ask("get", f"{STOCK}/{car['id']}")["record"], lender="平安银行")["record"]
    car = do_one(boss, car, "put_in_stock", location="A1", certificate="pledged")
    car = do_one(boss, do_one(boss, car, "allocate", order_no="SO1"), "invoice", invoiced_on="2026-02-01")
    refused = do_one(boss, car, "deliver", status=409, left_on="2026-02-03")
    assert (refused["code"], refused["params"]["lender"]) == ("certificate_pledged", "平安银行")
    car = boss.change("stock_vehicle", car, certificate="released")["record"]
    car = do_one(boss, car, "deliver", left_on="2026-02-04")
    # Its age stands still from the day it left.
    assert (car["status"], car["age"], car["age_band"]) == ("delivered", 30, "30–59")
    # Gone, its VIN is free for a car that comes back; open, it is there but once.
    again = boss.create("stock_vehicle", trim=trim["id"], vin=VINS[0])["record"]
    twice = boss.create("stock_vehicle", status=409, trim=trim["id"], vin=VINS[0])["error"]
    assert (again["status"], twice["code"], twice["params"]) == ("ordered", "already_taken", {"field": "vin"})
    # When it is done is when nobody says another day, and no reason to lose what is there.
    dated = do_one(boss, boss.create("stock_vehicle", trim=trim["id"])["record"], "receive", vin=VINS[2])
    assert dated["arrived_on"] == str(clock.today())
    earlier = boss.create("stock_vehicle", trim=trim["id"], arrived_on="2026-01-03")["record"]
    assert do_one(boss, earlier, "receive", vin=VINS[1])["arrived_on"] == "2026-01-03"


def test_who_sells_reserves_and_sees_no_cost(boss, colleague, trim):
    car = in_stock(boss, trim, VINS[0])
    spare = in_stock(boss, trim, VINS[1], exterior="黑色")
    assert (car["margin"], boss.ask("get", f"{RECORDS}/series")["rows"][0]["available"]) == ("10000.00", 2)
    advisor = colleague("advisor")
    seen = advisor.ask("get", f"{STOCK}/{car['id']}")["record"]
    assert not {"cost", "margin", "rebate_accrued"} & seen.keys()
    verbs = advisor.ask("get", f"{STOCK}/{car['id']}/verbs")["verbs"]
    assert verbs == ["reserve"]
    past = (clock.now() - dt.timedelta(minutes=1)).isoformat()
    assert do_one(advisor, seen, "reserve", status=422, reserved_until=past)["code"] == "reserved_until_past"
    mine = do_one(advisor, seen, "reserve", reserved_until=(clock.now() + dt.timedelta(days=3)).isoformat())
    assert mine["status"] == "reserved"
    # Whoever comes too late is told who has it, and what else stands free.
    refused = do_one(colleague("both"), seen, "reserve", status=409)
    assert (refused["code"], refused["params"]["by"]) == ("car_taken", "Advisor")
    assert refused["params"]["others_zh"] == "黑色 000022 展厅"
    assert do_one(colleague("both"), mine, "release", status=409)["code"] == "reserved_by_other"
    freed = do_one(boss, mine, "free", release_reason="客户改期")
    assert (freed["status"], freed["reserved_by"], freed["reserved_until"]) == ("in_stock", None, None)
    series = boss.ask("get", f"{RECORDS}/series")["rows"][0]
    low = boss.ask("get", f"{RECORDS}/series/{series['id']}")["record"]
    assert low["below_minimum"] is False
    demo = boss.change("stock_vehicle", spare, is_demo=True)["record"]
    assert do_one(advisor, demo, "reserve", status=409)["code"] == "demo_car_stays"
    low = boss.ask("get", f"{RECORDS}/series/{series['id']}")["record"]
    assert (low["available"], low["below_minimum"]) == (1, True)
    rule = {"combinator": "and", "rules": [{"field": "below_minimum", "operator": "=", "value": True}]}
    assert len(boss.ask("get", f"{RECORDS}/series?filter={json.dumps(rule)}")["rows"]) == 1


def test_the_last_car_is_reserved_once_by_whoever_comes_first(cast, boss, trim):
    car = in_stock(boss, trim, VINS[2])
    actors = [cast.actor(name, store="north") for name in ("advisor", "both") * 3]
    start, told = threading.Barrier(len(actors)), []

    def race(actor):
        start.wait()
        try:
            with tenant_context(cast.stores["north"]):
                do(actor=actor, entity="stock_vehicle", verb="reserve", ids=[UUID(car["id"])], values={})
            told.append("won")
        except AppError as refusal:
            told.append((refusal.code, refusal.params["by"]))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=race, args=[one]) for one in actors]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with tenant_context(cast.stores["north"]):
        kept = StockVehicle.objects.get(id=car["id"])
    names = {cast.people[name].id: name.title() for name in ("advisor", "both")}
    assert told.count("won") == 1
    assert [one for one in told if one != "won"] == [("car_taken", names[kept.reserved_by])] * 5
    # Another module moves it on for its deal, under the same rules.
    with tenant_context(cast.stores["north"]):
        moved = move_car(actor=actors[0], car_id=UUID(car["id"]), verb="allocate", values={"order_no": "SO7"})
        assert moved.value("status") == "allocated"
        with pytest.raises(AppError) as refused:
            move_car(actor=actors[0], car_id=UUID(car["id"]), verb="allocate", values={"order_no": "SO8"})
        assert refused.value.code == "car_taken"
        assert StockVehicle.objects.get(id=car["id"]).order_no == "SO7"
