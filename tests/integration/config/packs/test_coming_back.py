"""The defaults D14 and D16 as they ship: what a friend who buys is worth, and who is near changing their car."""

from typing import Any

from chezhan.modules.messaging.models import Message
from chezhan.modules.referrals.models import Referral
from tenants.context import tenant_context
from tests.integration.config.packs.conftest import ago
from tests.integration.engines.rules.conftest import run

RECORDS = "/api/store/records"


def do(store: Any, entity: str, record: str, verb: str, *, status: int = 200, **values: Any) -> Any:
    version = store.ask("get", f"{RECORDS}/{entity}/{record}")["record"]["version"]
    body = {"version": version, "values": values}
    return store.ask("post", f"{RECORDS}/{entity}/{record}/do/{verb}", body, status=status)


def test_d14_a_friend_who_bought_is_worth_a_reward_that_is_put_down(store):
    store.give("D14")
    referrer, friend = store.person("赵敏"), store.person("周芷若")
    lead, other = (store.made("lead", contact_name=name, channel="referral") for name in ("周芷若", "小昭"))
    won, still = (store.made("referral", referrer=referrer, lead=one) for one in (lead, other))
    run()
    before = store.ask("get", f"{RECORDS}/referral/{won}")["record"]
    assert (before["friend_discount"], before["reward_amount"], before["status"]) == ("500.00", None, "open")
    assert do(store, "referral", won, "win", status=409)["error"]["code"] == "referral_not_won"
    do(store, "lead", lead, "contact")
    do(store, "lead", lead, "win", customer=friend)
    run()
    now = store.ask("get", f"{RECORDS}/referral/{won}")["record"]
    assert (now["status"], now["reward_kind"], now["reward_amount"]) == ("won", "cash", "2000.00")
    assert store.ask("get", f"{RECORDS}/referral/{still}")["record"]["status"] == "open"
    given = {"reward_kind": "package", "rewarded_on": ago(0), "payment_reference": "FK-1"}
    refused = do(store, "referral", won, "reward", status=422, **given)["error"]
    assert refused["code"] == "referral_package_missing"
    do(store, "referral", won, "reward", **given, package="三年基础保养")
    run()
    store.at(0)
    with tenant_context(store.store):
        wrote = set(Message.objects.filter(record_id=won).values_list("template__name", flat=True))
        assert not Message.objects.filter(record_id=still).exists()
        assert Referral.objects.get(id=won).package == "三年基础保养"
    assert {"转介绍成交感谢短信", "转介绍奖励已发放短信"} <= wrote
    assert len([one for one in store.tasks() if one.referral_id]) == 3


def test_d14_nobody_is_rewarded_for_themselves(store):
    referrer = store.person("赵敏")
    lead = store.made("lead", contact_name="赵敏", channel="referral")
    own = store.made("referral", referrer=referrer, lead=lead)
    do(store, "lead", lead, "contact")
    do(store, "lead", lead, "win", customer=referrer)
    assert store.ask("get", f"{RECORDS}/referral/{own}")["record"]["status"] == "open"
    assert do(store, "referral", own, "win", status=422)["error"]["code"] == "referred_self"


def test_d16_a_car_near_the_age_at_which_its_series_is_changed_is_told_of_once(store):
    # The day of purchase is a field of D8.
    store.give("D8", "D16")
    brand = store.made("brand", name="比亚迪")
    quick = store.made("series", name="海豚", brand=brand, holding_months=36)
    store.car("A", x_purchased_on=ago(1_100), line=quick)
    store.car("B", first_registered_on=ago(365 * 5))
    store.car("C", x_purchased_on=ago(700), line=quick)
    store.car("D", first_registered_on=ago(365 * 4))
    store.car("E", first_registered_on=ago(365 * 6), left_on=ago(3))
    store.at(0)
    assert store.given() == {key: ["临近换车：介绍新车型，约旧车免费评估"] for key in ("A", "B")}
    # Who agreed to nothing is not written to.
    assert {state for messages in store.written().values() for _, state in messages} == {"suppressed"}
    store.at(1)
    assert {len(tasks) for tasks in store.given().values()} == {1}
