"""Rules by the clock: due by a date of the record, or at plain times; each record once for each occasion."""

import datetime as dt

import pytest

from chezhan.catalogue.occasions.dates import due_days, next_time
from chezhan.catalogue.occasions.triggers import WhenDue, WhenTime
from chezhan.engines.rules import clockwork, tasks
from chezhan.engines.rules.clockwork import KIND
from chezhan.engines.rules.models import RuleRun
from chezhan.kernel import clock
from tenants.context import public_context, tenant_context
from tenants.models import StoreWork
from tenants.work.trying import LEASE, WAITS
from tests.integration.engines.rules.conftest import DESIGN, put, when

UTC = dt.UTC
TUESDAY = dt.datetime(2027, 3, 2, 0, 30, tzinfo=UTC)  # 08:30 in Shanghai


@pytest.fixture
def at(time_machine):
    """at(days, hours): so long after the Tuesday."""
    time_machine.move_to(TUESDAY, tick=False)
    return lambda days=0, hours=0: time_machine.move_to(TUESDAY + dt.timedelta(days=days, hours=hours), tick=False)


@pytest.fixture
def later(time_machine):
    """later(span): so long after what it is now."""
    return lambda span: time_machine.move_to(clock.now() + span, tick=False)


@pytest.fixture
def cars(manager):
    """cars(series, day): one that was registered on that day."""
    customer = manager.made(name="车主")["id"]
    return lambda brand, day: manager.made("vehicle", brand=brand, customer=customer, first_registered_on=day)


def due(field="first_registered_on", days=7, **more):
    return {"kind": "due", "field": field, "days": days, "side": "before", "at": "09:00", **more}


def test_a_record_is_treated_so_many_days_before_its_date_and_once(manager, cars, at):
    rule = manager.put(trigger=due(), entity="vehicle", actions=[put(series="将至")])
    soon = cars("甲", "2027-03-09")
    later, past = cars("乙", "2027-03-10"), cars("丙", "2027-03-08")
    tasks.follow_the_clock()
    assert manager.log(rule) == []
    at(hours=1)
    assert tasks.follow_the_clock() == 1
    assert [manager.now(one, "vehicle")["series"] for one in (soon, later, past)] == ["将至", "", ""]
    assert tasks.follow_the_clock() == 0
    at(days=1, hours=1)
    tasks.follow_the_clock()
    assert [manager.now(one, "vehicle")["series"] for one in (soon, later, past)] == ["将至", "将至", ""]
    assert len(manager.log(rule)) == 2


def test_days_that_were_missed_are_made_up_for(manager, cars, at):
    rule = manager.put(trigger=due(), entity="vehicle", actions=[put(series="将至")])
    records = [cars(name, f"2027-03-{day}") for name, day in (("甲", "09"), ("乙", "10"))]
    at(days=3)
    tasks.follow_the_clock()
    assert [manager.now(one, "vehicle")["series"] for one in records] == ["将至", "将至"]
    assert len(manager.log(rule)) == 2


def test_every_year_counts_the_day_and_month_alone(manager, cars, at):
    manager.put(trigger=due(yearly=True), entity="vehicle", actions=[put(series="生日")])
    born = cars("甲", "1988-03-09")
    at(hours=1)
    tasks.follow_the_clock()
    assert manager.now(born, "vehicle")["series"] == "生日"


class Killed(BaseException):
    """As a process that ends: nobody lives to tell of it."""


def die(*_, **__):
    raise Killed


def test_killed_after_what_is_due_was_put_down_it_is_done_once(manager, cars, at, monkeypatch, cast):
    rule = manager.put(trigger=due(), entity="vehicle", actions=[put(("series", 'series & "x"'))])
    record = cars("甲", "2027-03-09")
    at(hours=1)
    with monkeypatch.context() as patch:
        patch.setattr(clockwork, "follow", die)
        with pytest.raises(Killed):
            tasks.follow_the_clock()
    with tenant_context(cast.stores["north"]):
        assert RuleRun.objects.get().outcome == "waiting"
    assert tasks.follow_the_clock() == 0, "somebody may still be at it"
    at(hours=2)
    with monkeypatch.context() as patch:
        patch.setattr(tasks, "next_time", die)
        with pytest.raises(Killed):
            tasks.follow_the_clock()
    at(hours=3)
    tasks.follow_the_clock()
    assert manager.now(record, "vehicle")["series"] == "x"
    assert len(manager.log(rule)) == 1


def test_a_rule_whose_statement_ends_every_process_is_set_aside_and_keeps_no_other(
    manager, cars, at, later, monkeypatch
):
    rule = manager.put("杀手", trigger=due(), entity="vehicle", actions=[put(series="将至")])
    other = manager.put("其他", trigger={"kind": "time", "every": "day", "at": "09:30"}, actions=[put(region="每日")])
    record, customer = cars("甲", "2027-03-09"), manager.made(name="乙")
    put_down = clockwork.put_down

    def deadly(*, rule, **more):
        return die() if rule.name == "杀手" else put_down(rule=rule, **more)

    with monkeypatch.context() as patch:
        patch.setattr(clockwork, "put_down", deadly)
        at(hours=2)
        with pytest.raises(Killed):
            tasks.follow_the_clock()
        # The next process finds the other one, though the first has been due for longer.
        assert tasks.follow_the_clock() == 1
        assert manager.now(customer)["region"] == "每日"
        for wait in WAITS:
            assert tasks.follow_the_clock() == 0, "not at once again"
            later(wait + LEASE)
            with pytest.raises(Killed):
                tasks.follow_the_clock()
        later(LEASE)
        tasks.follow_the_clock()
    told = {one["name"]: (one["stuck_code"], bool(one["stuck_at"])) for one in manager.ask("get", DESIGN)}
    assert told == {"杀手": ("worker_lost", True), "其他": ("", False)}
    later(WAITS[-1])
    assert tasks.follow_the_clock() == 0, "nobody tries it any more"
    mended = manager.ask("post", f"{DESIGN}/{rule['id']}/follow-again")
    assert (mended["stuck_at"], mended["stuck_code"]) == (None, "")
    assert tasks.follow_the_clock() == 1
    assert manager.now(record, "vehicle")["series"] == "将至"
    refused = manager.ask("post", f"{DESIGN}/{other['id']}/follow-again", status=409)
    assert refused["error"]["code"] == "rule_not_set_aside"


def test_a_record_that_ends_every_process_is_refused_and_the_others_are_done(manager, cars, at, later, monkeypatch):
    rule = manager.put(trigger=due(), entity="vehicle", actions=[put(series="将至")])
    records = [cars(name, "2027-03-09") for name in "甲乙丙"]
    deadly, run_rule = records[1]["id"], clockwork.run_rule

    def run(*, occasions, **more):
        return (
            die() if any(str(one.record_id) == deadly for one in occasions) else run_rule(occasions=occasions, **more)
        )

    at(hours=1)
    with monkeypatch.context() as patch:
        patch.setattr(clockwork, "run_rule", run)
        for wait in (*WAITS, WAITS[-1]):
            with pytest.raises(Killed):
                tasks.follow_the_clock()
            later(wait + LEASE)
        assert tasks.follow_the_clock() == 1
    assert [manager.now(one, "vehicle")["series"] for one in records] == ["将至", "", "将至"]
    told = {one["record_id"]: (one["outcome"], one["code"]) for one in manager.log(rule)}
    assert told.pop(deadly) == ("refused", "worker_lost")
    assert set(told.values()) == {("done", "")}
    assert _looked_for() == 1


def test_what_raises_comes_again_after_a_while_and_who_published_anew_begins_anew(
    manager, cars, at, later, monkeypatch
):
    rule = manager.put(trigger=due(), entity="vehicle", actions=[put(series="将至")])
    record = cars("甲", "2027-03-09")

    def fail(**_):
        raise RuntimeError

    at(hours=1)
    with monkeypatch.context() as patch:
        patch.setattr(clockwork, "put_down", fail)
        assert tasks.follow_the_clock() == 1
        for wait in WAITS:
            assert tasks.follow_the_clock() == 0
            later(wait)
            assert tasks.follow_the_clock()
    assert manager.ask("get", f"{DESIGN}/{rule['id']}")["stuck_code"] == "RuntimeError"
    saved = manager.save(rule, trigger=due(), actions=[put(series="改好")])
    manager.publish(saved)
    assert tasks.follow_the_clock() == 1
    assert manager.now(record, "vehicle")["series"] == "改好"


def test_at_plain_times_all_that_meet_the_condition_are_treated(manager, at):
    weekly = {"kind": "time", "every": "week", "on": [3], "at": "09:00"}
    rule = manager.put(trigger=weekly, condition=when("city", "=", "杭州"), actions=[put(region="周三")])
    here, elsewhere = manager.made(name="甲", city="杭州"), manager.made(name="乙")
    at(hours=1)
    tasks.follow_the_clock()
    assert manager.now(here)["region"] == ""
    at(days=1, hours=1)
    tasks.follow_the_clock()
    assert [manager.now(one)["region"] for one in (here, elsewhere)] == ["周三", ""]
    at(days=8, hours=1)
    tasks.follow_the_clock()
    assert [one["outcome"] for one in manager.log(rule)] == ["unchanged", "done"]


def test_switched_off_it_is_looked_for_no_more(manager, at):
    rule = manager.put(trigger=due(), entity="vehicle", actions=[put(series="将至")])
    assert _looked_for() == 1
    manager.ask("post", f"/api/store/design/rules/{rule['id']}/switch", {"on": False})
    assert _looked_for() == 0


def test_the_log_keeps_half_a_year(manager, cars, at, cast):
    manager.put(trigger=due(), entity="vehicle", actions=[put(series="将至")])
    cars("甲", "2027-03-09")
    at(hours=1)
    tasks.follow_the_clock()
    at(days=179)
    tasks.forget_runs()
    assert _kept(cast) == 1
    at(days=181)
    tasks.forget_runs()
    assert _kept(cast) == 0


def test_moments_are_of_shanghai_and_the_last_day_stands_for_those_that_a_month_lacks():
    monthly = WhenTime(every="month", on=(31,), at="09:00")
    assert next_time(monthly, after=dt.datetime(2027, 2, 1, tzinfo=UTC)) == dt.datetime(2027, 2, 28, 1, tzinfo=UTC)
    daily = WhenTime(at="07:00")
    assert next_time(daily, after=dt.datetime(2027, 2, 1, 23, tzinfo=UTC)) == dt.datetime(2027, 2, 2, 23, tzinfo=UTC)


def test_what_was_missed_longer_than_a_week_is_let_go():
    now = dt.datetime(2027, 3, 31, 2, tzinfo=UTC)
    days = due_days(WhenDue(field="first_registered_on"), since=now - dt.timedelta(days=30), now=now)
    assert days == [dt.date(2027, 3, day) for day in range(25, 32)]
    assert due_days(WhenTime(), since=now - dt.timedelta(days=30), now=now) == [dt.date(2027, 3, 31)]


def _looked_for():
    with public_context():
        return StoreWork.objects.filter(kind=KIND, due_at__gt=clock.now()).count()


def _kept(cast):
    with tenant_context(cast.stores["north"]):
        return RuleRun.objects.count()
