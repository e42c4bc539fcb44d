"""Killed anywhere, or without a reply: never twice, never lost, and unknown where nobody can know."""

import datetime as dt
from contextlib import contextmanager

import orjson
import psycopg
import pytest
from django.db import OperationalError, connection, connections

from chezhan.kernel import clock
from chezhan.kernel.outbound import NotReached, ReplyLost
from chezhan.modules.messaging import holding, sending
from chezhan.modules.messaging.channels.registry import Taken, provider_of
from chezhan.modules.messaging.refusals import SendRefused
from tenants.context import tenant_context
from tenants.models import StoreWork
from tenants.roles import OWNER
from tests.integration.modules.messaging.conftest import later, send

PHONE = "13800138000"


class Killed(BaseException):
    """As a process that ends: nothing after it runs."""


@pytest.fixture
def one(manager):
    """A message that waits for Aliyun."""
    manager.connect("sms", "aliyun", access_key_id="id", access_key_secret="s")
    record, template = manager.made(name="张三", phone=PHONE), manager.template()
    manager.send(record, template)
    return manager


@pytest.fixture
def answers(monkeypatch):
    """answers("sms", "aliyun", told…): what the provider makes of one message after the other; those it was given."""

    def _answers(channel, name, *told):
        given, left = [], list(told)

        def take(*, account, letter):
            given.append(letter.id)
            answer = left.pop(0)
            if isinstance(answer, BaseException):
                raise answer
            return answer

        monkeypatch.setattr(provider_of(channel=channel, name=name), "send", take, raising=False)
        return given

    return _answers


def test_a_lost_reply_is_unknown_and_never_sent_again(one, answers, noon):
    given = answers("sms", "aliyun", ReplyLost())
    send()
    noon.move_to(later(hours=2))
    send()
    (told,) = one.messages()
    assert (told["state"], told["code"], len(given)) == ("unknown", "reply_lost", 1)


def test_what_was_not_taken_is_tried_again(one, answers, noon):
    given = answers("sms", "aliyun", NotReached(), SendRefused("busy", again=True), Taken("9^0"))
    for _ in range(3):
        send()
        noon.move_to(later(minutes=3))
    (told,) = one.messages()
    assert (told["state"], told["provider_id"], len(given)) == ("sent", "9^0", 3)
    assert told["cost"] == "0.0450"


def test_what_is_refused_for_good_is_not_tried_again(one, answers, noon):
    given = answers("sms", "aliyun", SendRefused("isv.MOBILE_NUMBER_ILLEGAL"))
    send()
    noon.move_to(later(hours=1))
    send()
    (told,) = one.messages()
    assert (told["state"], told["code"], len(given)) == ("failed", "isv.MOBILE_NUMBER_ILLEGAL", 1)


def test_a_sender_that_is_killed_while_it_sends_leaves_it_unknown(one, answers, noon):
    given = answers("sms", "aliyun", Killed())
    with pytest.raises(Killed):
        send()
    assert one.messages()[0]["state"] == "sending"
    noon.move_to(later(minutes=10))
    send()
    (told,) = one.messages()
    assert (told["state"], told["code"], len(given)) == ("unknown", "sender_lost", 1)


def test_a_provider_that_knows_our_id_is_given_the_same_again(manager, answers, noon):
    manager.send(manager.made(name="张三", phone=PHONE), manager.template())
    given = answers("sms", "outbox", Killed(), Taken("x", delivered=True))
    with pytest.raises(Killed):
        send()
    noon.move_to(later(minutes=10))
    send()
    assert manager.messages()[0]["state"] == "delivered"
    assert given == [given[0]] * 2


def test_a_sender_that_was_thought_dead_does_not_write_over_what_is_known(one, answers, noon, cast):
    store = cast.stores["north"]
    with tenant_context(store):
        claimed = sending.pick(store=store, now=clock.now())
    noon.move_to(later(minutes=10))
    send()
    sending.settle(store=store, claimed=claimed, outcome=Taken("late"))
    assert one.messages()[0]["state"] == "unknown"


def test_who_lost_the_claim_does_not_settle_for_whoever_has_it(manager, rows, noon, cast):
    manager.send(manager.made(name="张三", phone=PHONE), manager.template())
    store = cast.stores["north"]
    first = picked(store)
    noon.move_to(later(minutes=10))
    second = picked(store)
    assert second.id == first.id
    sending.settle(store=store, claimed=first, outcome=SendRefused("late"))
    assert (rows()[0].state, rows()[0].claim) == ("sending", second.claim)
    sending.settle(store=store, claimed=second, outcome=Taken("x"))
    assert rows()[0].state == "sent"


def test_a_message_that_is_in_another_hand_is_passed_over(one, rows, cast):
    store, (row,) = cast.stores["north"], rows()
    with another(f'SELECT 1 FROM "{store.schema}".message WHERE id = %s FOR UPDATE', row.id):
        assert picked(store) is None
    assert picked(store).id == row.id


def test_what_leaves_to_one_number_at_once_is_counted_one_after_the_other(manager, rows, cast):
    record, offer = manager.made(name="张三", phone=PHONE), manager.template("优惠", purpose="marketing")
    manager.consents(record)
    manager.send(record, offer)
    with (
        another(holding.TURN, bytes(rows()[0].reach).hex()),
        pytest.raises(OperationalError, match="lock timeout"),
    ):
        picked(cast.stores["north"])
    assert rows()[0].state == "queued"


def test_two_senders_take_one_message_once(one, cast):
    store = cast.stores["north"]
    with tenant_context(store):
        assert sending.pick(store=store, now=clock.now())
    with tenant_context(store):
        assert sending.pick(store=store, now=clock.now()) is None


def test_a_wake_up_that_was_lost_costs_two_minutes(one, noon, cast):
    """The process ended before the transaction was over for those who wake the sender."""
    StoreWork.objects.using(OWNER).update(due_at=clock.now() + dt.timedelta(minutes=2))
    assert send() == 0
    noon.move_to(later(minutes=3))
    assert send() == 1


def test_a_report_says_what_became_of_it(one, answers, client):
    answers("sms", "aliyun", Taken("9^0"))
    send()
    path = one.ask("get", "/api/store/design/messages/channels")["channels"][0]["report_path"]
    body = orjson.dumps([{"biz_id": "9^0", "out_id": "", "success": True, "err_code": "DELIVERED"}])
    refused = client.post("/api/public/messages/" + "A" * 42, body, content_type="application/json")
    assert refused.status_code == 403
    assert client.post(path, body, content_type="application/json").json()["code"] == 0
    (told,) = one.messages()
    assert (told["state"], told["delivered_at"] is not None) == ("delivered", True)


def test_a_reply_that_ends_them_is_a_consent_withdrawn(one, client):
    path = one.ask("get", "/api/store/design/messages/channels")["channels"][0]["report_path"]
    record = one.made(name="李四", phone="13900139000")
    one.consents(record)
    body = orjson.dumps([{"phone_number": "13900139000", "content": "R"}])
    assert client.post(path, body, content_type="application/json").status_code == 200
    one.send(record, one.template("优惠", purpose="marketing"), key="another-key")
    send()
    assert [told["code"] for told in one.messages(purpose="marketing")] == ["no_consent_withdrawn"]


def picked(store):
    with tenant_context(store):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '300ms'")
        return sending.pick(store=store, now=clock.now())


@contextmanager
def another(statement, *values):
    """What another connection holds in an open transaction."""
    params = connections[OWNER].get_connection_params()
    keys = ("dbname", "user", "password", "host", "port")
    with psycopg.connect(**{key: params[key] for key in keys}) as held:
        held.execute(statement, values)
        yield
