"""What a rule tells another program: signed, once however often it comes, tried again, on record."""

import pytest

from tests.integration.engines.rules.conftest import CREATED, run
from tests.integration.modules.webhooks.conftest import WEBHOOKS, calling, later, send

PHONE = "13800138000"


class Killed(BaseException):
    """As a process that ends: nothing after it runs."""


@pytest.fixture
def created(manager, webhook):
    """A customer of whom a rule has told."""
    rule = manager.put(trigger=CREATED, actions=[calling(webhook, "name", "phone", event="customer.new")])
    record = manager.made(name="张三", phone=PHONE)
    run()
    run()
    return rule, record


def test_a_rule_tells_another_program_once_and_signs_it(manager, receiver, created):
    rule, record = created
    send()
    send()
    (told,) = receiver.taken.values()
    assert not receiver.forged
    assert (told["type"], told["data"]["entity"], told["data"]["id"]) == ("customer.new", "customer", record["id"])
    assert told["data"]["values"] == {"name": "张三", "phone": PHONE}
    assert told["data"]["source"] == {"kind": "rule", "id": rule["id"], "name": "规则"}
    (line,) = manager.log_of()
    assert (line["state"], line["status"], line["title"], line["attempts"]) == ("delivered", 204, "张三", 1)
    assert manager.log(rule)[0]["effect"] == {"webhooks": [line["id"]]}


def test_what_is_not_taken_comes_again_with_the_same_id(manager, receiver, created, noon):
    receiver.answers = [500, 503]
    for wait in (0, 6, 301):
        noon.shift(wait)
        send()
    ids = [asked.headers["webhook-id"] for asked in receiver.asked]
    assert (len(ids), len(set(ids)), list(receiver.taken)) == (3, 1, ids[:1])
    assert len({asked.body for asked in receiver.asked}) == 1
    assert len({asked.headers["webhook-timestamp"] for asked in receiver.asked}) == 3
    assert manager.log_of()[0]["attempts"] == 3


def test_after_eight_tries_it_is_failed_and_can_be_sent_again(manager, receiver, created, noon):
    receiver.answers, receiver.says = [500] * 8, "坏了".encode()
    for _ in range(10):
        send()
        noon.shift(60_000)
    (line,) = manager.log_of(state="failed")
    told = manager.told(line)
    assert (len(receiver.asked), told["code"], told["answer"]) == (8, "webhook_status", "坏了")
    assert manager.ask("get", WEBHOOKS)[0]["failed"] == 1
    manager.replay(line)
    assert manager.replay(line, status=409)["error"]["code"] == "webhook_nothing_to_replay"
    send()
    assert list(receiver.taken) == [told["message_id"]]
    assert manager.told(line)["state"] == "delivered"


def test_a_sender_that_is_killed_leaves_it_to_the_next(manager, receiver, created, monkeypatch, noon):
    from chezhan.modules.webhooks import sending  # noqa: PLC0415

    def die(claimed):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(sending, "hand_over", die)
        with pytest.raises(Killed):
            send()
    assert manager.log_of()[0]["state"] == "sending"
    noon.move_to(later(minutes=5))
    send()
    assert len(receiver.taken) == 1


def test_a_receiver_that_is_gone_is_switched_off(manager, receiver, created, webhook):
    receiver.answers = [410]
    send()
    assert manager.log_of()[0]["code"] == "webhook_gone"
    assert manager.ask("get", WEBHOOKS)[0]["enabled"] is False
    manager.made(name="李四")
    run()
    assert len(manager.log_of()) == 1


def test_a_new_secret_signs_beside_the_old_one_for_a_day(manager, receiver, webhook, noon):
    path = f"{WEBHOOKS}/{webhook['id']}"
    new = manager.ask("post", f"{path}/rotate", {"version": webhook["version"]})
    assert receiver.secret not in str(manager.ask("get", WEBHOOKS))
    assert new["secret"] not in str(manager.ask("get", WEBHOOKS))
    manager.ask("post", f"{path}/trial", {}, status=201)
    send()
    (trial,) = receiver.taken.values()
    assert (trial["type"], list(trial["data"])) == ("webhook.test", ["store"])
    noon.shift(86_500)
    manager.ask("post", f"{path}/trial", {}, status=201)
    send()
    assert len(receiver.forged) == 1
    receiver.secret = new["secret"]
    noon.shift(10)
    send()
    assert len(receiver.taken) == 2


def test_an_erasure_empties_what_was_sent_of_somebody(manager, receiver, created, webhook):
    _, record = created
    send()
    base = f"/api/store/records/customer/{record['id']}/personal-data"
    assert manager.ask("get", base)["beside"]["webhooks"][0]["to"] == "财务"
    manager.ask("post", f"{base}/erase", {"name": "张三", "reason": "asked"})
    (line,) = manager.log_of()
    told = manager.told(line)
    assert (told["body"], told["answer"], line["state"]) == (None, None, "delivered")
    assert manager.replay(line, status=409)["error"]["code"] == "webhook_nothing_to_replay"
