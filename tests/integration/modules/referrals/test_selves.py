"""Who brings themselves is no referrer; a reward waits for a sale that stands."""

import pytest

from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import RECORDS, Colleague

PHONE = "13800138000"


@pytest.fixture
def boss(sign_in):
    return Colleague(sign_in("manager", store="north"))


def do(someone, entity, record, verb, status=200, **values):
    path = f"{RECORDS}/{entity}/{record['id']}"
    body = {"version": someone.ask("get", path)["record"]["version"], "values": values}
    return someone.ask("post", f"{path}/do/{verb}", body, status=status)


def test_neither_the_friend_nor_their_own_phone_under_another_name_is_the_referrer(boss):
    referrer = boss.create("customer", name="周芷若", phone=PHONE)["record"]
    other = boss.create("customer", name="赵敏", phone="13900139000")["record"]
    same = boss.create("lead", contact_name="周小姐", channel="web", customer=referrer["id"])["record"]
    alike = boss.create("lead", contact_name="张三", channel="web", phone="+86 138 0013 8000")["record"]
    for lead in (same, alike):
        refused = boss.create("referral", 422, referrer=referrer["id"], lead=lead["id"])["error"]["params"]["rows"]
        assert [(one["field"], one["code"]) for one in refused] == [("referrer", "referred_self")]
    made = boss.create("referral", referrer=other["id"], lead=alike["id"])["record"]
    boss.change("referral", made, referrer=referrer["id"], status=422)
    # The phone is found to be theirs later: nothing is won by itself, nor by hand.
    boss.change("customer", other, phone=PHONE)
    for verb in ("contact", "win"):
        do(boss, "lead", alike, verb)
    assert boss.ask("get", f"{RECORDS}/referral/{made['id']}")["record"]["status"] == "open"
    assert do(boss, "referral", made, "win", 422)["error"]["code"] == "referred_self"


def test_a_sale_that_came_to_nothing_is_worth_no_reward(cast, boss):
    with tenant_context(cast.stores["north"]):
        referrer = Customer.objects.create(name="周芷若")
    lead = boss.create("lead", contact_name="张三", channel="web", phone=PHONE)["record"]
    made = boss.create("referral", referrer=str(referrer.id), lead=lead["id"])["record"]

    def now():
        found = boss.ask("get", f"{RECORDS}/referral/{made['id']}")["record"]
        return found["status"], bool(found["won_on"])

    for verb in ("contact", "win"):
        do(boss, "lead", lead, verb)
    assert now() == ("won", True)
    do(boss, "lead", lead, "reopen")
    assert now() == ("open", False)
    given = {"reward_kind": "cash", "reward_amount": "2000", "payment_reference": "FK-1"}
    do(boss, "referral", made, "reward", 409, **given)
    do(boss, "lead", lead, "win")
    assert do(boss, "referral", made, "reward", **given)["record"]["status"] == "rewarded"
    # What was given stays given.
    do(boss, "lead", lead, "reopen")
    assert now() == ("rewarded", True)
