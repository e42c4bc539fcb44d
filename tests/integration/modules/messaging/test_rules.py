"""The verb "message" of rules: once for each occasion, with its publisher's rights."""

from tests.integration.engines.rules.conftest import CREATED, DESIGN, run
from tests.integration.modules.messaging.conftest import SETUP, send

PHONE = "13800138000"


def codes(rule):
    return [(one["where"], one["code"]) for one in rule["problems"]]


def message(template, **values):
    return {"kind": "message", "template": template["id"], "to": "address", "path": "phone", **values}


def test_a_rule_writes_to_the_customer_once(manager):
    rule = manager.put(trigger=CREATED, actions=[message(manager.template())])
    record = manager.made(name="张三", phone=PHONE)
    run()
    run()
    send()
    (told,) = manager.messages(record_id=record["id"])
    assert (told["state"], told["why_kind"], told["why_name"]) == ("delivered", "rule", "规则")
    assert manager.log(rule)[0]["effect"] == {"messages": [told["id"]]}


def test_a_rule_writes_to_the_owner_in_the_product(manager, writer, cast):
    notice = manager.template("提醒", channel="in_app", purpose="notice", text="新客户{{name}}")
    manager.put(trigger=CREATED, actions=[message(notice, to="owner", path="")])
    manager.made(name="张三", phone=PHONE, owner=str(cast.people["advisor"].id))
    run()
    send()
    advisor = writer("advisor")
    (told,) = advisor.messages(mine="true")
    assert told["text"] == "新客户张三"
    assert advisor.ask("get", "/api/store/messages/unread")["count"] == 1
    assert advisor.ask("post", "/api/store/messages/read", {"ids": []})["count"] == 1
    assert advisor.ask("get", "/api/store/messages/unread")["count"] == 0
    assert manager.messages(mine="true") == []


def test_a_rule_that_could_not_write_is_not_published(manager):
    draft = manager.template("草稿", approved=False)
    cars = manager.template("车", entity="vehicle", text="{{plate}}")
    good = manager.template("好")
    wrong = [message(draft), message(cars), message(good, path="nobody"), {"kind": "message"}]
    found = codes(manager.begin(trigger=CREATED, actions=wrong))
    assert found == [
        ("actions.0", "message_not_approved"),
        ("actions.1", "message_template_invalid"),
        ("actions.2", "message_no_address"),
        ("actions.3", "message_unknown_template"),
    ]


def test_secrets_go_in_and_are_never_told(manager):
    manager.connect("sms", "aliyun", access_key_id="id", access_key_secret="hush hush")
    (row,) = manager.ask("get", f"{SETUP}/channels")["channels"]
    assert (row["secrets"], row["config"]["access_key_id"]) == (["access_key_secret"], "id")
    assert "hush" not in str(row)
    kept = manager.connect("sms", "aliyun", version=1, access_key_id="other")
    assert kept["secrets"] == ["access_key_secret"]
    refused = manager.connect("mail", "smtp", status=422)
    assert refused["error"]["code"] == "message_channel_invalid"
    assert manager.connect("sms", "aliyun", version=1, status=409)["error"]["code"] == "message_channel_changed"


def test_only_who_designs_sets_up(manager, writer):
    advisor = writer("advisor")
    for path in ("channels", "limits"):
        assert advisor.ask("get", f"{SETUP}/{path}", status=403)["error"]["code"] == "forbidden"
    assert advisor.template(status=403)["error"]["code"] == "forbidden"


def test_a_trial_goes_to_the_address_that_was_typed(manager):
    made = manager.ask("post", f"{SETUP}/channels/sms/trial", {"address": PHONE}, status=201)
    send()
    told = manager.ask("get", f"/api/store/messages/{made['id']}")
    assert (told["state"], told["why_kind"], told["address"]) == ("delivered", "trial", "****8000")


def test_a_dry_run_tells_what_would_go_what_is_held_back_and_the_cost(manager):
    manager.limits(per_day=1, per_week=3, quiet_from=1_260, quiet_to=510)
    offer = manager.template("优惠", purpose="marketing", text="新车到店，欢迎{{name}}" + "试驾" * 40)
    people = [manager.made(name=f"客户{number}", phone=f"1380013800{number}") for number in range(5)]
    manager.made(name="没有电话")
    for one in people[1:]:
        manager.consents(one)
    manager.consents(people[1], given=False)
    shared = manager.made(name="同一号码", phone="13800138002")
    manager.consents(shared)
    manager.send(people[3], offer)
    send()
    manager.connect("sms", "aliyun", access_key_id="id", access_key_secret="s")
    rule = manager.begin(trigger=CREATED, actions=[message(offer)])
    before = len(manager.messages())
    (told,) = manager.ask("get", f"{DESIGN}/{rule['id']}/try")["foretold"]
    # Of seven: one has no phone, one said nothing, one refused, one had its message today, and two share a number.
    assert (told["action"], told["kind"]) == (0, "message")
    assert told["figures"] == {
        "channel": "sms",
        "template": "优惠",
        "goes": 2,
        "no_address": 1,
        "no_consent": 1,
        "no_consent_withdrawn": 1,
        "over_the_cap": 2,
        "quiet": "may_wait",
        "cost": "0.18",
    }
    assert len(manager.messages()) == before
    daily = {"kind": "time", "every": "day", "on": [], "at": "22:00"}
    at_night = manager.save(rule, trigger=daily, actions=[message(offer)])
    assert manager.ask("get", f"{DESIGN}/{at_night['id']}/try")["foretold"][0]["figures"]["quiet"] == "waits"
    by_day = manager.save(at_night, trigger={**daily, "at": "10:00"}, actions=[message(offer)])
    assert manager.ask("get", f"{DESIGN}/{by_day['id']}/try")["foretold"][0]["figures"]["quiet"] == ""
