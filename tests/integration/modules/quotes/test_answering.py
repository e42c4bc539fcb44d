"""The customer answers a quote on its page: accepted once, or not right; refused with words that help."""

import threading

import pytest
import time_machine
from django.db import connections
from django.test import Client

from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.notices.models import Notice
from chezhan.modules.sales.models import SalesOrder
from tenants.context import tenant_context


@pytest.fixture
def sent(year, seller, quote):
    """A quote that its customer holds the link of, until 9 March."""
    advisor = seller("advisor")
    advisor.do("quote", quote, "submit")
    seller().do("quote", quote, "approve", approval_note="同意")
    return advisor.do("quote", quote, "send", valid_until="2026-03-09")


def answer(quote, status=303, language="zh", **given):
    told = Client().post(f"/q/{quote['token']}?lang={language}", given)
    assert told.status_code == status, told.content.decode()
    return told.content.decode()


def look(quote, status=200):
    told = Client().get(f"/q/{quote['token']}?lang=zh")
    assert told.status_code == status
    return told.content.decode()


def notices(cast):
    with tenant_context(cast.stores["north"]):
        return list(Notice.objects.order_by("at").values_list("person_id", "kind"))


def test_a_customer_accepts_by_the_link_and_the_advisor_makes_the_order(cast, seller, sent):
    advisor = seller("advisor")
    assert "接受这份报价" in look(sent) and "不用付款" in look(sent)
    assert "请填写您的姓名" in answer(sent, 422, answer="accept", name="  ")
    assert "Enter your name" in answer(sent, 422, language="en", answer="accept", name="李" * 61)
    assert advisor.now("quote", sent)["status"] == "sent"
    answer(sent, answer="accept", name="李四")
    answer(sent, answer="accept", name="又按了一次")
    now = advisor.now("quote", sent)
    assert (now["status"], now["answered_by"], bool(now["answered_at"])) == ("agreed", "李四", True)
    told = look(sent)
    assert "已接受这份报价" in told and "李四" not in told and "<form" not in told
    assert "已经接受过了" in answer(sent, 409, answer="query", words="换颜色")
    assert notices(cast) == [(cast.people["advisor"].id, "quote_agreed")]
    with tenant_context(cast.stores["north"]):
        (entry,) = [one for one in AuditEntry.objects.filter(reason="quote_link") if one.entity == "quote"]
        assert (str(entry.actor_id), entry.changes["status"]) == (sent["id"], ["sent", "agreed"])
        assert SalesOrder.objects.count() == 0
    # What was accepted in time holds, however late the order is made.
    with time_machine.travel("2026-03-12T10:00:00+08:00", tick=True):
        late = seller("advisor")
        assert late.do("quote", sent, "accept")["status"] == "accepted"
    assert "已为您生成订单" in look(sent)


def test_what_is_not_right_goes_to_the_advisor_who_sends_it_again_or_makes_a_version(cast, seller, sent):
    advisor = seller("advisor")
    assert "不超过 500 字" in answer(sent, 422, answer="query", words="")
    answer(sent, answer="query", words="我要黑色的\n价格再少一点")
    now = advisor.now("quote", sent)
    assert (now["status"], now["objection"]) == ("queried", "我要黑色的\n价格再少一点")
    assert "我要黑色的" in look(sent)
    assert notices(cast) == [(cast.people["advisor"].id, "quote_queried")]
    assert advisor.do("quote", sent, "send", valid_until="2026-03-10")["status"] == "sent"
    advisor.do("quote", sent, "revise")
    assert "已有新版本" in look(sent, 404)
    assert "已有新版本" in answer(sent, 404, answer="accept", name="李四")
    assert advisor.now("quote", sent)["status"] == "superseded"


def test_a_quote_that_is_over_or_withdrawn_is_not_accepted(cast, seller, sent):
    advisor = seller("advisor")
    with time_machine.travel("2026-03-10T10:00:00+08:00", tick=True):
        assert "<form" not in look(sent)
        assert "已过有效期" in answer(sent, 409, answer="accept", name="李四")
    assert advisor.now("quote", sent)["status"] == "sent"
    advisor.do("quote", sent, "decline", declined_for="买了别的")
    assert "已经失效" in answer(sent, 404, answer="accept", name="李四")
    assert notices(cast) == []


def test_nobody_of_the_store_accepts_for_the_customer(seller, sent):
    manager = seller()
    assert not {"agree", "query"} & set(manager.offered("quote", sent))
    assert manager.do("quote", sent, "agree", 404, answered_by="李四")["code"] == "unknown_verb"
    answered = manager.change("quote", manager.now("quote", sent), 403, answered_by="李四")
    assert answered["error"]["code"] == "field_not_writable"
    assert manager.now("quote", sent)["status"] == "sent"


def test_two_presses_at_once_count_once(cast, seller, sent):
    start, told = threading.Barrier(3), []

    def press(number: int) -> None:
        start.wait()
        client = Client(REMOTE_ADDR=f"203.0.113.{number}")
        told.append(client.post(f"/q/{sent['token']}", {"answer": "accept", "name": f"李{number}"}).status_code)
        connections.close_all()

    threads = [threading.Thread(target=press, args=[number]) for number in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert told == [303] * 3
    assert notices(cast) == [(cast.people["advisor"].id, "quote_agreed")]
    now = seller("advisor").now("quote", sent)
    assert (now["status"], now["version"]) == ("agreed", sent["version"] + 1)
