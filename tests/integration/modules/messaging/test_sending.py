"""Messages by hand: what they say, who reads it, and when they go."""

from tests.integration.modules.messaging.conftest import MESSAGES, later, send

PHONE = "13800138000"


def test_a_message_says_what_the_record_says_and_stays_to_be_looked_at(manager):
    record, template = manager.made(name="张三", phone=PHONE), manager.template()
    manager.send(record, template)
    assert send() == 1
    (told,) = manager.messages(record_id=record["id"])
    assert told["text"].startswith("张三您好，")
    assert (told["state"], told["provider"], told["title"], told["address"]) == ("delivered", "outbox", "张三", PHONE)
    assert (told["why_kind"], told["template_name"]) == ("person", "模板")
    assert send() == 0


def test_the_same_order_to_send_sends_once(manager):
    record, template = manager.made(name="张三", phone=PHONE), manager.template()
    first, second = manager.send(record, template), manager.send(record, template)
    assert (len(first["ids"]), second["ids"]) == (1, [])
    assert len(manager.send(record, template, key="another-key")["ids"]) == 1


def test_words_and_addresses_are_sealed_in_the_table(manager, rows):
    manager.send(manager.made(name="张三", phone=PHONE), manager.template())
    (row,) = rows()
    kept = b"".join(bytes(getattr(row, name)) for name in ("text", "address", "reach"))
    assert "张三".encode() not in kept
    assert PHONE.encode() not in kept


def test_nothing_is_sent_by_a_template_that_is_not_approved(manager):
    record, template = manager.made(name="张三", phone=PHONE), manager.template(approved=False)
    assert manager.send(record, template, status=422)["error"]["code"] == "message_not_approved"
    approved = manager.decide(template)
    assert manager.send(record, approved)["ids"]
    body = {**{name: approved[name] for name in ("name", "entity", "channel", "purpose")}, "text": "改了", "version": 2}
    changed = manager.ask("patch", f"/api/store/design/messages/templates/{template['id']}", body)
    assert changed["approval"] == "draft"
    assert manager.send(record, template, key="second-key", status=422)["error"]["code"] == "message_not_approved"


def test_a_template_that_names_what_is_not_there_is_not_approved(manager):
    template = manager.template(text="{{nobody}}", approved=False)
    assert manager.decide(template, status=422)["error"]["params"]["inside"] == "nobody"


def test_who_may_not_read_a_field_does_not_read_it_in_a_message(manager, writer, cast):
    """The phone is masked for an advisor who does not own the customer; so is a text that says it."""
    template = manager.template(text="您的号码是{{phone}}")
    record = manager.made(name="张三", phone=PHONE, owner=str(cast.people["manager"].id))
    manager.send(record, template)
    (mine,) = manager.messages()
    assert mine["text"] == "您的号码是138 0013 8000"
    (others,) = writer("advisor").messages()
    assert (others["text"], others["address"]) == (None, "****8000")


def test_an_address_that_is_masked_may_be_written_to_and_stays_masked(manager, writer, cast):
    template = manager.template(text="您好")
    record = manager.made(name="张三", phone=PHONE, owner=str(cast.people["manager"].id))
    writer("advisor").send(record, template)
    send()
    (told,) = writer("advisor").messages()
    assert (told["state"], told["address"]) == ("delivered", "****8000")
    assert manager.messages()[0]["address"] == PHONE


def test_who_does_not_see_the_record_sees_no_message(manager, writer):
    record, template = manager.made(name="张三", phone=PHONE), manager.template()
    (message_id,) = manager.send(record, template)["ids"]
    stranger = writer("rival_manager", store="rival")
    assert stranger.messages() == []
    assert stranger.ask("get", f"{MESSAGES}/{message_id}", status=404)["error"]["code"] == "message_unknown"


def test_without_an_address_it_is_put_down_as_held_back(manager):
    record, template = manager.made(name="张三"), manager.template()
    manager.send(record, template)
    assert send() == 1
    (told,) = manager.messages()
    assert (told["state"], told["code"]) == ("suppressed", "no_address")


def test_marketing_asks_for_consent_and_service_does_not(manager):
    record = manager.made(name="张三", phone=PHONE)
    offer, due = manager.template("优惠", purpose="marketing"), manager.template("保养")
    manager.send(record, offer)
    manager.send(record, due, key="another-key")
    send()
    assert {one["template_name"]: (one["state"], one["code"]) for one in manager.messages()} == {
        "优惠": ("suppressed", "no_consent"),
        "保养": ("delivered", ""),
    }
    manager.consents(record)
    manager.send(record, offer, key="second-key")
    send()
    assert manager.messages()[0]["state"] == "delivered"


def test_a_consent_that_was_withdrawn_counts_as_it_was_said_last(manager, noon):
    record, offer = manager.made(name="张三", phone=PHONE), manager.template(purpose="marketing")
    manager.consents(record)
    noon.shift(1)
    manager.consents(record, given=False, way="spoken")
    manager.send(record, offer)
    send()
    assert manager.messages()[0]["code"] == "no_consent_withdrawn"


def test_at_night_it_waits_for_the_morning(manager, noon):
    record, template = manager.made(name="张三", phone=PHONE), manager.template()
    noon.move_to(later(hours=10))
    manager.send(record, template)
    send()
    (told,) = manager.messages()
    assert (told["state"], told["code"], told["next_at"][:16]) == ("queued", "quiet_hours", "2026-03-05T00:30")
    noon.move_to(later(hours=11))
    assert send() == 1
    assert manager.messages()[0]["state"] == "delivered"


def test_no_more_than_the_cap_of_marketing_goes_to_one_number(manager):
    manager.limits(per_day=1)
    offer = manager.template(purpose="marketing")
    first, second = manager.made(name="张三", phone=PHONE), manager.made(name="李四", phone=PHONE)
    for one in (first, second):
        manager.consents(one)
        manager.send(one, offer)
    send()
    assert sorted(one["state"] for one in manager.messages()) == ["delivered", "suppressed"]
    assert {one["code"] for one in manager.messages()} == {"", "over_the_cap"}


def test_what_has_not_left_can_be_taken_back(manager, noon):
    noon.move_to(later(hours=10))
    (message_id,) = manager.send(manager.made(name="张三", phone=PHONE), manager.template())["ids"]
    told = manager.ask("post", f"{MESSAGES}/{message_id}/take-back", {})
    assert (told["state"], told["code"]) == ("suppressed", "taken_back")
    noon.move_to(later(hours=11))
    send()
    assert manager.messages()[0]["state"] == "suppressed"


def test_before_a_message_is_sent_it_is_said_what_would_become_of_it(manager, noon):
    offer, record = manager.template(purpose="marketing"), manager.made(name="张三", phone=PHONE)
    body = {"entity": "customer", "record_id": record["id"], "template_id": offer["id"], "path": "phone"}

    def fate(**values):
        told = manager.ask("post", f"{MESSAGES}/foretell", body | values)
        return told["held"], told["address"], told["quiet"]

    assert fate() == ("no_consent", "****8000", False)
    manager.consents(record)
    assert fate() == ("", "****8000", False)
    assert fate(record_id=manager.made(name="李四")["id"]) == ("no_address", "", False)
    manager.send(record, offer)
    send()
    assert fate() == ("over_the_cap", "****8000", False)
    noon.move_to(later(hours=30))
    manager.limits(quiet_from=0, quiet_to=1_439)
    assert fate() == ("", "****8000", True)
    manager.consents(record, given=False)
    assert fate() == ("no_consent_withdrawn", "****8000", False)
    assert len(manager.messages()) == 1
    draft = manager.template("草稿", approved=False)
    refused = manager.ask("post", f"{MESSAGES}/foretell", body | {"template_id": draft["id"]}, status=422)
    assert refused["error"]["code"] == "message_not_approved"
