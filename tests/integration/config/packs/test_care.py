"""The defaults D6 to D10 as they ship: each acts on what fits, leaves its twin alone, and does not act twice."""

import datetime as dt

from chezhan.catalogue.packs.shipped import shipped_packs
from chezhan.kernel.clock import SHANGHAI
from tests.integration.config.packs.conftest import DAY, ago, ahead
from tests.integration.engines.rules.conftest import run


def test_every_item_is_installed_and_reads_back(store):
    made = store.give()
    document = shipped_packs()["dealer"]
    assert set(made) == {one.path for one in document.items}
    assert {one.default for one in document.items} == set(
        ["B6", "D1", "D2", "D3", "D4", "D6", "D7", "D8", "D9", "D10", "D12", "D14", "D15", "D16"]
    )
    assert {path: state for path, state in store.states("dealer").items() if state != "shipped"} == {}
    rules = {one["id"]: one for one in store.ask("get", "/api/store/design/rules")}
    mine = [made[path] for path in made if path.startswith("rule/")]
    assert [(rules[one]["published"], rules[one]["enabled"]) for one in mine] == [(1, True)] * len(mine)
    # In either language, until somebody gives it another name.
    [board] = store.ask("get", "/api/store/views?entity=used_car")
    assert (board["name"], board["name_en"]) == ("二手车看板", "Used-car board")
    called = store.ask("patch", f"/api/store/views/{board['id']}", {"version": board["version"], "name": "在售"})
    assert (called["name"], called["name_en"]) == ("在售", "")


def test_a_repair_shop_begins_with_the_same_but_for_the_makers_warranty():
    dealer, repair = (shipped_packs()[key].by_path for key in ("dealer", "repair"))
    # Leads go to other people there, who offer something else.
    shared = [path for path in repair if repair[path].default not in ("D1", "B6")]
    assert {path: repair[path] for path in shared} == {path: dealer[path] for path in shared}
    # And they sell no cars.
    care = {path for path, one in dealer.items() if one.default not in ("D3", "D4", "D12", "D14", "D15", "D16")}
    assert {path for path in care if path not in repair} == {
        "field/vehicle-warranty-ends-on",
        "template/d7-warranty",
        "rule/d7-warranty-60",
    }


def test_d6_service_is_due_by_months_by_km_or_by_the_cars_own_interval(store):
    store.give("D6")
    km = {"x_last_service_at": ago(30), "x_last_service_km": 10_000, "x_current_km_at": ago(0)}
    bev = {"energy": "bev", "x_last_service_at": "2025-03-02"}
    due = {
        "A": store.car("A", x_last_service_at="2025-09-02"),
        "B": store.car("B", **km, x_current_km=20_000),
        "C": store.car("C", **km, x_current_km=15_000, x_service_interval_km=5_000),
        "D": store.car("D", **bev, x_service_interval_months=12),
        # 335 km a day, read ten days ago: 20,050 km by now.
        "E": store.car("E", **{**km, "x_current_km_at": ago(10)}, x_current_km=16_700),
    }
    store.car("A1", x_last_service_at="2025-09-03")
    store.car("B1", **km, x_current_km=19_999)
    store.car("C1", **km, x_current_km=21_000, x_service_interval_km=15_000)
    store.car("D1", **bev)
    store.car("E1", **{**km, "x_current_km_at": ago(10)}, x_current_km=16_600)
    store.car("F1")
    store.at(0)
    assert store.given() == {key: ["保养到期：打电话约客户到店"] for key in due}
    assert store.written() == {one: [("保养到期短信", "delivered")] for one in due}
    assert "浙A·0000A" in store.words("A")
    # The next day the twins are due by their months, and by the km they are thought to have; nobody is told twice.
    store.at(1)
    assert store.given().keys() == {*due, "A1", "B1", "E1"}
    store.change_car(due["B"], x_last_service_at=ago(0), x_last_service_km=20_000)
    store.at(29)
    assert {len(tasks) for tasks in store.given().values()} == {1}
    store.at(30)
    assert {plate for plate, tasks in store.given().items() if len(tasks) == 2} == {"A", "C", "D", "E"}


def test_d7_insurance_inspection_and_warranty_each_on_their_days(store):
    store.give("D7")
    for days in (61, 60, 31, 30, 15, 14, 7, 6):
        store.car(f"K{days}", x_insurance_ends_on=ahead(days))
    for days in (61, 60, 30, 29):
        store.car(f"J{days}", x_inspection_due_on=ahead(days))
    for days in (60, 59):
        store.car(f"W{days}", x_warranty_ends_on=ahead(days))
    store.at(0)
    both = [("保险到期短信", "delivered"), ("保险到期通知（给顾问）", "delivered")]
    inspection, warranty = [("年检到期短信", "delivered")], [("质保到期短信", "delivered")]
    assert store.written() == {
        **dict.fromkeys(("K30", "K15", "K7"), both),
        **dict.fromkeys(("J60", "J30"), inspection),
        "W60": warranty,
    }
    assert store.given().keys() == {"K60", "J30", "W60"}
    store.at(0)
    assert sum(map(len, store.written().values())) == 9
    store.at(1)
    assert store.given().keys() == {"K60", "K61", "J30", "W60"}
    assert store.written()["K31"] == both


def test_d8_wishes_go_to_who_agreed_on_the_days_that_count(store):
    store.give("D8")
    fits = store.person("寿星", x_birthday="1988-03-09")
    store.agree(fits)
    store.agree(store.person("次日", x_birthday="1988-03-10"))
    store.agree(store.person("公司", kind="company", x_birthday="1988-03-09"))
    store.person("未同意", x_birthday="1990-03-09")
    store.car("P", x_purchased_on="2024-03-02")
    store.car("P1", x_purchased_on="2024-03-03")
    store.car("P0", x_purchased_on=DAY.isoformat())
    store.at(0)
    held = ("生日祝福", "suppressed")
    assert store.written() == {
        "寿星": [("生日祝福", "delivered")],
        "未同意": [held],
        "P": [("购车纪念日祝福", "suppressed")],
    }
    store.at(0)
    assert sum(map(len, store.written().values())) == 3
    eve_of_mid_autumn, winter = dt.date(2026, 9, 24), dt.date(2026, 11, 7)
    store.at((eve_of_mid_autumn - DAY).days - 1)
    assert len(store.written()["寿星"]) == 1
    store.at((eve_of_mid_autumn - DAY).days)
    assert store.written()["寿星"][1:] == [("中秋祝福", "delivered")]
    store.at((winter - DAY).days)
    assert ("冬季用车提示", "suppressed") in store.written()["车主P"]
    assert "冬季用车提示" not in dict(store.written()["寿星"])


def test_d10_customers_are_tagged_by_what_they_spend_when_they_came_and_what_they_choose(store):
    store.give("D10")
    told = {
        "高": {"x_spend_12m": "15000", "x_profit_12m": "50"},
        "中": {"x_spend_12m": "14999.99", "x_profit_12m": "30"},
        "中二": {"x_spend_12m": "5000", "x_profit_12m": "15"},
        "低": {"x_spend_12m": "4999.99", "x_profit_12m": "5"},
        "活": {"x_last_visit_at": ago(180)},
        "眠": {"x_last_visit_at": ago(181)},
        "眠二": {"x_last_visit_at": ago(365)},
        "失": {"x_last_visit_at": ago(366)},
        "质": {"x_quotes_quality": 3, "x_quotes_price": 2},
        "价": {"x_quotes_quality": 2, "x_quotes_price": 3},
        "平": {"x_quotes_quality": 1, "x_quotes_price": 1},
        "空": {},
    }
    people = {name: store.person(name, **values) for name, values in told.items()}
    store.at(0)
    found = {name: store.tags(one) for name, one in people.items()}
    assert found == {
        "高": {"高价值", "核心客户"}, "中": {"中价值", "核心客户"}, "中二": {"中价值"}, "低": {"低价值"},
        "活": {"活跃"}, "眠": {"休眠"}, "眠二": {"休眠"}, "失": {"流失"},
        "质": {"质量优先"}, "价": {"价格优先"}, "平": set(), "空": set(),
    }  # fmt: skip
    done = store.runs()
    store.change_person(people["高"], x_spend_12m="100", x_profit_12m="1")
    store.at(1)
    # Who was tagged is not gone through again; who changed, or came to another day, changes the tag.
    assert store.runs() == done + 5
    assert [store.tags(people[name]) for name in ("高", "活", "眠二")] == [{"低价值"}, {"休眠"}, {"流失"}]
    assert store.tags(people["中二"]) == {"中价值", "核心客户"}


def test_d9_who_is_worth_much_and_stays_away_is_called_once_until_they_come_back(store):
    store.give("D9", "D10")
    rich = {"x_spend_12m": "20000"}
    fits = {
        "久": store.person("久", **rich, x_last_visit_at=ago(180)),
        "诉": store.person("诉", **rich, x_last_visit_at=ago(5), x_complaints_90d=2),
        "宽": store.person("宽", **rich, x_last_visit_at=ago(15)),
    }
    others = {
        "近": store.person("近", **rich, x_last_visit_at=ago(178)),
        "怨": store.person("怨", **rich, x_last_visit_at=ago(5), x_complaints_90d=1),
        "窄": store.person("窄", **rich, x_last_visit_at=ago(14)),
        "穷": store.person("穷", x_spend_12m="100", x_last_visit_at=ago(400), x_complaints_90d=5),
    }
    visits = {"x_median_visit_days": 10, "brand": "比亚迪"}
    store.made("vehicle", customer=fits["宽"], x_last_visit_at=ago(15), **visits)
    store.made("vehicle", customer=others["窄"], x_last_visit_at=ago(13), **visits)
    store.agree(fits["久"])
    store.at(0)
    call = "预流失客户回访：了解久未到店的原因"
    assert store.given() == {key: [call] for key in fits}
    assert {(one.due_at.astimezone(SHANGHAI).date(), one.priority) for one in store.tasks()} == {
        (DAY + dt.timedelta(days=2), "high")
    }
    assert store.written() == {
        "久": [("久未到店关怀", "delivered")],
        **{key: [("久未到店关怀", "suppressed")] for key in ("诉", "宽")},
    }
    assert {name for name, one in (fits | others).items() if "预流失" in store.tags(one)} == set(fits)
    store.change_person(fits["久"], x_last_visit_at=ago(0))
    run()
    store.at(1)
    assert store.given() == {key: [call] for key in fits}
    assert "预流失" not in store.tags(fits["久"])
    assert "预流失" in store.tags(fits["诉"])


def test_d9_asks_after_as_many_days_as_the_manager_says(store):
    made = store.give("D9", "D10")
    near = store.person("近", x_spend_12m="20000", x_last_visit_at=ago(120))
    nearer = store.person("更近", x_spend_12m="20000", x_last_visit_at=ago(118))
    rule = store.ask("get", f"/api/store/design/rules/{made['rule/d9-pre-churn']}")
    rule["definition"]["condition"]["rules"][1]["rules"][0]["value"] = 120
    store.rewrite(rule)
    store.at(0)
    assert [("预流失" in store.tags(one)) for one in (near, nearer)] == [True, False]
