"""Leads that come in by themselves: kept first, entered once, put to the open lead of that phone, refused with a
reason, and never lost.
"""

import datetime as dt
import json
import threading
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from chezhan.kernel import clock
from chezhan.modules.inbound import entering
from chezhan.modules.inbound.models import LeadPost
from chezhan.modules.inbound.signing import sign
from chezhan.modules.inbound.tasks import enter_lead_posts
from chezhan.modules.leads.models import Interaction, Lead
from tenants.context import public_context, tenant_context
from tenants.lookup import forget_roles
from tenants.models import Membership
from tests.integration.engines.forms.conftest import Colleague

SOURCES = "/api/store/design/lead-sources"
MAPPING = {"id": "clue_id", "contact_name": "user.name", "phone": "user.mobile", "series": "series", "budget": "budget"}


class Sender:
    """A portal that was given the address and the secret."""

    def __init__(self, path: str, secret: str) -> None:
        self.path, self.secret = path, secret

    def send(self, body: Any, *, status: int | None = 202, secret: str = "", at: dt.datetime | None = None) -> Any:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        stamp = str(int((at or clock.now()).timestamp()))
        headers = {
            "X-Chezhan-Timestamp": stamp,
            "X-Chezhan-Signature": sign(secret=secret or self.secret, timestamp=stamp, body=raw),
        }
        answer = Client().post(self.path, raw, content_type="application/json", headers=headers)
        assert answer.status_code == (status or answer.status_code), answer.content
        return answer.json()


class Designer(Colleague):
    def source(self, **values: Any) -> tuple[Any, Sender]:
        wanted = {"name": "懂车帝", "kind": "portal", "channel": "dongchedi", "mapping": MAPPING, **values}
        made = self.ask("post", SOURCES, wanted, status=201)
        return made["source"], Sender(made["source"]["path"], made["secret"])

    def log(self, **asked: str) -> list[Any]:
        query = "&".join(f"{name}={value}" for name, value in asked.items())
        return self.ask("get", f"{SOURCES}/posts?{query}")["posts"]


@pytest.fixture
def manager(sign_in) -> Designer:
    return Designer(sign_in("manager", store="north"))


@pytest.fixture
def north(cast):
    return cast.stores["north"]


def clue(number: int = 1, name: str = "王先生", phone: str = "13800138001", **more: Any) -> dict[str, Any]:
    return {"clue_id": number, "user": {"name": name, "mobile": phone}, "series": "海豹", **more}


def leads(store: Any) -> list[Any]:
    with tenant_context(store):
        return list(Lead.objects.order_by("created_at", "id"))


def test_a_post_becomes_a_lead_once_and_more_of_its_phone_goes_to_it(manager, north):
    source, portal = manager.source()
    first = portal.send(clue())
    # Kept before anything is made of it.
    assert [one["outcome"] for one in manager.log()] == ["received"]
    assert leads(north) == []
    assert portal.send(clue()) == first
    enter_lead_posts.run()
    assert portal.send(clue()) == first
    portal.send(clue(2, phone="+86 138 0013 8001", name="王总", budget="二十万左右"))
    portal.send(clue(3, name="赵女士", phone="13800138003", budget="二十万左右"))
    enter_lead_posts.run()
    known, other = leads(north)
    assert (known.contact_name, known.channel, known.series, known.owner) == ("王先生", "dongchedi", "海豹", None)
    # What fits no field is not lost.
    assert (other.budget, other.need) == (None, "budget: 二十万左右")
    said = manager.ask("get", f"/api/store/records/lead/{known.id}")
    assert said["record"]["phone"] == "13800138001"
    (again,) = next(one for one in said["related"] if one["entity"] == "interaction")["rows"]
    assert "王总" in again["summary"]
    # A post alone stops no clock.
    assert said["record"]["first_contacted_at"] is None
    log = manager.log()
    assert [(one["outcome"], one["title"]) for one in log] == [
        ("created", "赵女士"), ("merged", "王先生"), ("created", "王先生"),
    ]  # fmt: skip
    (line,) = manager.ask("get", SOURCES)["sources"]
    assert (line["came"], line["refused"], line["waiting"], line["id"]) == (3, 0, 0, source["id"])


def test_what_is_refused_says_why_and_is_entered_once_that_is_mended(manager, north):
    source, portal = manager.source()
    portal.send(clue(1, phone="没有"))
    portal.send({"clue_id": 2, "name": "钱女士", "tel": "13800138009"})
    portal.send(b"\xff\xfe not json")
    portal.send(json.dumps(clue(4, name="孙先生", phone="13800138004"), ensure_ascii=False).encode("gb18030"))
    enter_lead_posts.run()
    log = {one["outcome"]: one for one in manager.log()}
    reasons = [one["reasons"] for one in reversed(manager.log(outcome="refused"))]
    assert reasons == [{"phone": "not_a_phone"}, {"": "lead_post_empty"}, {"": "lead_post_unreadable"}]
    assert log["created"]["title"] == "孙先生"
    empty = next(one for one in manager.log() if one["reasons"] == {"": "lead_post_empty"})
    assert "13800138009" in manager.ask("get", f"{SOURCES}/posts/{empty['id']}")["body"]
    mapping = {"contact_name": "name", "phone": "tel"}
    wanted = {name: source[name] for name in ("name", "kind", "channel")} | {"mapping": mapping, "version": 1}
    manager.ask("put", f"{SOURCES}/{source['id']}", wanted)
    entered = manager.ask("post", f"{SOURCES}/posts/{empty['id']}/enter", {})
    assert (entered["outcome"], entered["title"]) == ("created", "钱女士")
    again = manager.ask("post", f"{SOURCES}/posts/{empty['id']}/enter", {}, status=409)
    assert again["error"]["code"] == "lead_post_nothing_to_enter"
    assert len(leads(north)) == 2


def test_who_does_not_sign_is_refused_and_kept_and_the_old_secret_holds_for_a_week(manager, north, time_machine):
    source, portal = manager.source()
    unsigned = portal.send(clue(), status=401, secret="lead_guessed")
    assert unsigned["error"]["code"] == "lead_post_unsigned"
    stale = portal.send(clue(), status=401, at=clock.now() - dt.timedelta(minutes=6))
    assert stale["error"]["code"] == "lead_post_stale"
    enter_lead_posts.run()
    assert [(one["outcome"], *one["reasons"].values()) for one in manager.log()] == [("refused", "lead_post_unsigned")]
    assert leads(north) == []
    # It stands in nobody's way who can, however often.
    portal.send(clue())
    wanted = {name: source[name] for name in ("name", "kind", "channel", "mapping")} | {"per_hour": 8}
    source = manager.ask("put", f"{SOURCES}/{source['id']}", wanted | {"version": source["version"]})
    while portal.send({"n": clock.now().isoformat()}, status=None, secret="lead_guessed")["error"]["code"] != (
        "lead_post_too_many"
    ):
        pass
    fresh = manager.ask("post", f"{SOURCES}/{source['id']}/rotate", {"version": 2})["secret"]
    portal.send(clue(2))
    portal.send(clue(3), secret=fresh)
    time_machine.move_to(clock.now() + dt.timedelta(days=7, minutes=1))
    portal.send(clue(4), status=401)
    portal.send(clue(5), secret=fresh)
    assert Client().post("/api/public/leads/nobodys-token").status_code == 404
    off = {name: source[name] for name in ("name", "kind", "channel", "mapping")} | {"enabled": False, "version": 3}
    manager.ask("put", f"{SOURCES}/{source['id']}", off)
    assert portal.send(clue(6), status=404, secret=fresh)["error"]["code"] == "lead_source_closed"


def test_a_call_that_was_answered_is_a_first_contact_and_a_form_needs_no_signature(manager, north):
    _, calls = manager.source(
        name="400", kind="call", channel="call", mapping={"phone": "caller", "seconds": "duration"}
    )
    calls.send({"caller": "13800138005", "duration": 95})
    calls.send({"caller": "13800138006", "duration": 0})
    form, _ = manager.source(
        name="官网", kind="form", channel="web", mapping={"contact_name": "n", "phone": "p", "trap": "w"}
    )
    # Escaped as UTF-8, as GB 18030, and by a machine; what is both goes by the charset that is said.
    escaped = "application/x-www-form-urlencoded"
    for told, kind in (
        ("n=%E5%90%B4&p=13800138007", escaped), ("n=%B3%C2&p=13800138010", escaped),
        ("n=Bot&p=13800138008&w=x", escaped), ("n=%C3%AB&p=13800138011", f"{escaped}; charset=GBK"),
        ("n=%D0%BB&p=13800138012&_charset_=gb2312", escaped), ("n=%D0%BB&p=13800138013", f"{escaped}; charset=utf-8"),
    ):  # fmt: skip
        Client().post(form["path"], told, content_type=kind)
    enter_lead_posts.run()
    by_name = {one.contact_name: one for one in leads(north)}
    answered, missed = [one for one in leads(north) if one.channel == "call"]
    assert (bool(answered.first_contacted_at), missed.first_contacted_at) == (True, None)
    assert {"吴", "陈", "毛", "谢", "л"} <= by_name.keys() and "Bot" not in by_name
    assert [one["reasons"] for one in manager.log(outcome="refused")] == [{"": "lead_post_trapped"}]


def test_a_post_of_which_nothing_came_is_tried_again_and_entered_once(manager, north, monkeypatch, time_machine):
    """As when a process is killed between the two."""
    _, portal = manager.source()
    portal.send(clue())

    def dies(**_: Any) -> None:
        raise RuntimeError("no more room")

    with monkeypatch.context() as patched:
        patched.setattr(entering, "create_records", dies)
        enter_lead_posts.run()
    (line,) = manager.log()
    assert (line["outcome"], line["attempts"], leads(north)) == ("received", 1, [])
    time_machine.move_to(clock.now() + dt.timedelta(minutes=3))
    enter_lead_posts.run()
    assert [one["outcome"] for one in manager.log()] == ["created"]
    assert len(leads(north)) == 1


def test_two_hands_make_one_lead_of_one_phone(manager, north):
    _, portal = manager.source()
    for number in range(6):
        portal.send(clue(number))
    gate = threading.Barrier(3)

    def enter_some() -> None:
        gate.wait()
        entering.enter_due(store=north, until=clock.now() + dt.timedelta(seconds=20))
        connections.close_all()

    hands = [threading.Thread(target=enter_some) for _ in range(3)]
    for one in hands:
        one.start()
    for one in hands:
        one.join()
    assert len(leads(north)) == 1
    assert sorted(one["outcome"] for one in manager.log()) == ["created"] + ["merged"] * 5
    with tenant_context(north):
        assert Interaction.objects.count() == 5


def test_only_who_designs_sees_sources_and_what_was_sent_who_reads_all_of_leads(manager, north, sign_in, cast):
    _, portal = manager.source()
    portal.send(clue())
    enter_lead_posts.run()
    (post,) = manager.log()
    advisor = Designer(sign_in("advisor", store="north"))
    for method, path in (
        ("get", ""),
        ("get", "/posts"),
        ("get", f"/posts/{post['id']}"),
        ("post", f"/posts/{post['id']}/enter"),
    ):
        assert (
            advisor.ask(method, f"{SOURCES}{path}", {} if method == "post" else None, status=403)["error"]["code"]
            == "forbidden"
        )
    with tenant_context(north):
        sealed = LeadPost.objects.get()
        assert b"13800138001" not in bytes(sealed.payload)
    assert "secret" not in manager.ask("get", SOURCES)["sources"][0]


def test_who_asks_again_after_a_day_is_heard_again_and_whose_lead_it_is_has_the_note(
    manager, north, cast, time_machine
):
    """A form has no number of its own by which it would be known as sent twice."""
    time_machine.move_to(dt.datetime(2026, 3, 2, 2, tzinfo=dt.UTC), tick=False)
    form, _ = manager.source(name="官网", kind="form", channel="web", mapping={"contact_name": "n", "phone": "p"})

    def asks() -> None:
        Client().post(form["path"], "n=%E5%90%B4&p=13800138007", content_type="application/x-www-form-urlencoded")
        enter_lead_posts.run()

    asks()
    asks()
    (lead,) = leads(north)
    with tenant_context(north):
        Lead.objects.filter(id=lead.id).update(owner=cast.people["advisor"].id)
        assert (LeadPost.objects.count(), Interaction.objects.count()) == (1, 0)
        LeadPost.objects.update(at=clock.now() - dt.timedelta(days=1, minutes=1))
    asks()
    asks()
    with tenant_context(north):
        assert [one.outcome for one in LeadPost.objects.order_by("at")] == ["created", "merged"]
        assert Interaction.objects.get(lead_id=lead.id).owner == cast.people["advisor"].id


def test_the_posts_of_a_source_whose_person_left_are_nobodys_and_not_refused(manager, north, cast):
    advisor = cast.people["advisor"]
    _, portal = manager.source(owner=str(advisor.id))
    portal.send(clue(1))
    with public_context():
        Membership.objects.filter(person=advisor).delete()
        forget_roles(person_id=advisor.id, group_id=north.group.id)
    # Signs that nobody sees come along with what is copied.
    portal.send(clue(2, name="\ufeff赵女士", phone="138\u200b00138003"))
    portal.send(clue(3, name="钱女士", phone=13800138004.0))
    enter_lead_posts.run()
    assert [(one.contact_name, one.owner) for one in leads(north)] == [
        ("王先生", None), ("赵女士", None), ("钱女士", None),
    ]  # fmt: skip


def test_what_was_posted_of_a_person_is_erased_with_them_refused_or_not(manager, north):
    _, portal = manager.source()
    portal.send(clue(1, phone="138 0013 8001"), status=401, secret="lead_guessed")
    portal.send(clue(2))
    portal.send(clue(3, name="钱女士", phone="13800138004"))
    enter_lead_posts.run()
    lead = next(one for one in leads(north) if one.contact_name == "王先生")
    customer = manager.create("customer", name="王先生")["record"]
    manager.change("lead", manager.ask("get", f"/api/store/records/lead/{lead.id}")["record"], customer=customer["id"])
    body = {"name": "王先生", "reason": "asked"}
    manager.ask("post", f"/api/store/records/customer/{customer['id']}/personal-data/erase", body)
    with tenant_context(north):
        posts = LeadPost.objects.order_by("at")
        assert [(one.outcome, one.payload is None, one.phone_index is None) for one in posts] == [
            ("refused", True, True), ("created", True, True), ("created", False, False),
        ]  # fmt: skip
    refused = manager.log(outcome="refused")[0]["id"]
    gone = manager.ask("post", f"{SOURCES}/posts/{refused}/enter", {}, status=409)
    assert gone["error"]["code"] == "lead_post_nothing_to_enter"
