"""The page by which a customer ends messages; and what is held of a person."""

import re

from chezhan.modules.messaging.models import Message
from tests.integration.modules.messaging.conftest import send

PHONE = "13800138000"


def _written(manager, rows):
    offer = manager.template("优惠", purpose="marketing", text="新车到店。退订：{{@unsubscribe}}")
    record = manager.made(name="张三", phone=PHONE)
    manager.consents(record)
    manager.send(record, offer)
    send()
    (row,) = rows(purpose="marketing")
    return record, offer, f"/u/{row.link}"


def test_a_customer_ends_marketing_by_the_link_and_may_have_it_again(manager, rows, client, noon):
    record, offer, path = _written(manager, rows)
    assert path in manager.messages()[0]["text"]
    page = client.get(path)
    assert (page.status_code, len(page.content) < 100_000) == (200, True)
    assert PHONE not in page.content.decode()
    assert "张三" not in page.content.decode()
    noon.shift(60)
    assert "已为您退订" in client.post(path).content.decode()
    manager.send(record, offer, key="second-key")
    send()
    assert manager.messages()[0]["code"] == "no_consent_withdrawn"
    noon.shift(60)
    client.post(path, {"again": "1"})
    noon.shift(2 * 86_400)
    manager.send(record, offer, key="third-key")
    send()
    assert manager.messages()[0]["state"] == "delivered"


def test_the_page_speaks_english_too(manager, rows, client):
    _, _, path = _written(manager, rows)
    text = client.get(path, headers={"Accept-Language": "en-GB"}).content.decode()
    assert "Stop these offers" in text
    assert not re.search(
        r"[一-龥]", re.sub(r"<a [^>]*>中文</a>|class=\"store\">[^<]*<|<title>[^<]*<|font:[^}]*}", "", text)
    )


def test_a_link_of_nobody_is_refused_alike(manager, rows, client):
    _, _, path = _written(manager, rows)
    changed = path[:-1] + ("A" if path[-1] != "A" else "B")
    assert client.get(changed).status_code == client.get("/u/nothing").status_code == 404
    assert client.post(changed).status_code == 404


def test_a_mail_programme_ends_them_by_one_post(manager, rows, client):
    record, _, path = _written(manager, rows)
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    told = manager.ask("get", f"/api/store/messages/consents/customer/{record['id']}")
    assert [(one["given"], one["way"]) for one in told] == [(False, "link"), (True, "paper")]


def test_messages_and_consents_are_shown_with_a_persons_data_and_go_with_them(manager, rows):
    record, _, _ = _written(manager, rows)
    base = f"/api/store/records/customer/{record['id']}/personal-data"
    beside = manager.ask("get", base)["beside"]
    assert "新车到店" in beside["messages"][0]["text"]
    assert beside["consents"][0]["proof"] == "到店签字"
    manager.ask("post", f"{base}/erase", {"name": "张三", "reason": "asked"})
    (row,) = rows()
    assert (row.text, row.address, row.reach, row.params, row.tail) == (None, None, None, None, "")
    assert isinstance(row, Message)
    assert manager.ask("get", f"/api/store/messages/consents/customer/{record['id']}") == []
