"""Who puts addresses down, which may be asked, and whose rights what is sent has."""

from dataclasses import replace

import pytest

from chezhan.access.rights import Action, FieldRight, Right
from chezhan.access.shipped import EVERY_ACTION, shipped_policy
from chezhan.catalogue.policies.setting import Change, set_policies
from tests.integration.engines.rules.conftest import CREATED, DESIGN, run
from tests.integration.modules.webhooks.conftest import WEBHOOKS, calling, send

INSIDE = (
    "http://example.com/", "https://127.0.0.1/", "https://10.0.0.1/", "https://[::ffff:127.0.0.1]/", "ftp://example.com/",
    "https://example.com:22/", "https://user@example.com/", "https://localhost/",
)  # fmt: skip


def codes(rule):
    return [(one["where"], one["code"]) for one in rule["problems"]]


def test_an_address_inside_is_refused_when_it_is_written_down(manager):
    for url in INSIDE:
        assert manager.webhook(url, status=422)["error"]["code"] == "outbound_refused", url
    assert manager.ask("get", WEBHOOKS) == []


def test_an_address_that_leads_inside_since_is_not_asked(manager, webhook, receiver, settings):
    manager.ask("post", f"{WEBHOOKS}/{webhook['id']}/trial", {}, status=201)
    settings.OUTBOUND_INSIDE = frozenset()
    send()
    (line,) = manager.log_of()
    assert (line["state"], line["code"], receiver.asked) == ("failed", "outbound_refused", [])


def test_only_who_designs_has_to_do_with_webhooks(manager, webhook, caller, receiver):
    manager.ask("post", f"{WEBHOOKS}/{webhook['id']}/trial", {}, status=201)
    (line,) = manager.log_of()
    advisor = caller("advisor")
    for path in ("", "/deliveries", f"/deliveries/{line['id']}"):
        assert advisor.ask("get", f"{WEBHOOKS}{path}", status=403)["error"]["code"] == "forbidden"
    assert advisor.webhook(receiver.url, status=403)["error"]["code"] == "forbidden"
    advisor.ask("delete", f"{WEBHOOKS}/{webhook['id']}", status=403)
    assert advisor.change(webhook, enabled=False, status=403)
    assert manager.ask("get", WEBHOOKS)[0]["enabled"] is True


def test_a_change_of_what_somebody_else_changed_is_refused(manager, webhook):
    changed = manager.change(webhook, name="新名")
    assert manager.change(webhook, status=409)["error"]["code"] == "webhook_changed"
    assert manager.webhook(webhook["url"], name="新名", status=409)["error"]["code"] == "webhook_name_taken"
    assert (changed["name"], len(manager.ask("get", WEBHOOKS))) == ("新名", 1)


def test_what_could_not_be_told_is_not_published(manager, webhook, receiver):
    off = manager.webhook(receiver.url, name="停用")["webhook"]
    manager.change(off, enabled=False)
    nobody = {"kind": "webhook"}
    wrong = [nobody, calling(off), calling(webhook, "nothing", "customer.phone")]
    rule = manager.begin(trigger=CREATED, actions=wrong)
    assert codes(rule) == [
        ("actions.0", "action_without_webhook"),
        ("actions.1", "webhook_off"),
        ("actions.2", "unknown_field"),
        ("actions.2", "unknown_field"),
    ]


@pytest.fixture
def managers(cast):
    """managers(…): what managers of the store may do with customers is as ever but for this."""

    def _managers(**changed):
        policy = replace(shipped_policy("store_manager", "customer"), **changed)
        set_policies(actor=cast.actor("owner", store="north"), changes=[Change("store_manager", "customer", policy)])

    return _managers


def test_what_its_publisher_may_not_take_out_of_the_store_no_rule_tells(manager, webhook, managers):
    rule = manager.put(trigger=CREATED, actions=[calling(webhook, "name")])
    managers(actions=EVERY_ACTION - {Action.EXPORT})
    assert codes(manager.ask("get", f"{DESIGN}/{rule['id']}")) == [("actions.0", "forbidden")]
    manager.made(name="张三")
    run()
    assert (manager.log(rule)[0]["code"], manager.log_of()) == ("forbidden", [])


def test_what_a_delivery_said_is_shown_to_who_reads_it_all(manager, webhook, managers):
    manager.put(trigger=CREATED, actions=[calling(webhook, "name", "city")])
    manager.made(name="张三", city="杭州")
    run()
    send()
    (line,) = manager.log_of()
    assert manager.told(line)["body"]["data"]["values"] == {"name": "张三", "city": "杭州"}
    managers(fields={"city": FieldRight(Right.HIDDEN)})
    told = manager.told(line)
    assert (told["title"], told["body"], told["answer"]) == ("张三", None, None)
    manager.made(name="李四")
    run()
    assert len(manager.log_of()) == 1
