"""Strangers fill in a form: what comes in is kept, entered as the form's own actor, and nothing is told back."""

import datetime as dt

import pytest
from django.test import Client
from time_machine import travel

from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.retention.tasks import clear_what_is_old
from chezhan.engines.forms.models import FormPost
from chezhan.kernel import clock
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import DESIGN, NAME, RECORDS, field

PUBLIC = "/api/public/forms"
PHONE, INCOME = field("phone"), field("annual_income")


class Stranger:
    """`token`: of a form that is open. Waits as long as a person takes to fill it in."""

    def __init__(self, token: str, address: str = "203.0.113.7") -> None:
        self.token, self.client = token, Client(REMOTE_ADDR=address)

    def look(self, status: int = 200):
        answer = self.client.get(f"{PUBLIC}/{self.token}")
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def send(self, status: int = 200, *, key: str = "", after: float = 20, trap: str = "", **values):
        ticket = self.look()["ticket"]
        body = {"key": key or f"key-{id(values)}", "ticket": ticket, "website": trap, "values": values}
        with travel(clock.now() + dt.timedelta(seconds=after), tick=False):
            answer = self.client.post(f"{PUBLIC}/{self.token}", body, content_type="application/json")
        assert answer.status_code == status, answer.content.decode()
        return answer.json()


@pytest.fixture
def opened(designer):
    """opened(*parts) → the draft and the stranger before its open form."""

    def _opened(*parts, **members):
        draft = designer.put(NAME, *parts, purposes=["create"])
        public = designer.ask("post", f"{DESIGN}/{draft['id']}/public", {})
        if members:
            body = {"version": public["version"], **members}
            public = designer.ask("patch", f"{DESIGN}/{draft['id']}/public", body)
        return draft, Stranger(public["token"])

    return _opened


def posts(designer, draft):
    return designer.ask("get", f"{DESIGN}/{draft['id']}/public/posts")


def test_what_a_stranger_sends_is_a_record_and_is_kept_as_it_came(designer, opened, cast):
    draft, stranger = opened(PHONE, thanks="谢谢，稍后联系您", owner=str(cast.people["advisor"].id))
    assert stranger.send(name="赵敏", phone="13800138000") == {"thanks": "谢谢，稍后联系您"}
    (row,) = designer.ask("get", f"{RECORDS}/customer?fields=name,phone,owner")["rows"]
    assert (row["name"], row["phone"], row["owner"]) == ("赵敏", "13800138000", str(cast.people["advisor"].id))
    (post,) = posts(designer, draft)
    assert (post["outcome"], post["record_id"]) == ("created", row["id"])
    assert post["values"] == {"name": "赵敏", "phone": "13800138000"}
    with tenant_context(cast.stores["north"]):
        kept = bytes(FormPost.objects.get().payload)
    assert "赵敏".encode() not in kept and b"13800138000" not in kept


def test_only_fields_of_the_form_are_written(designer, opened):
    _, stranger = opened()
    stranger.send(name="赵敏", region="城东", owner="nobody", id="1")
    (row,) = designer.ask("get", f"{RECORDS}/customer?fields=name,region,owner")["rows"]
    assert (row["name"], row["region"], row["owner"]) == ("赵敏", "", None)


def test_what_is_refused_is_kept_with_why_and_can_be_entered_later(designer, opened):
    draft, stranger = opened(PHONE, field("region", required=True))
    error = stranger.send(422, name="赵敏", phone="12")["error"]
    assert {row["field"]: row["code"] for row in error["params"]["rows"]} == {"phone": "not_a_phone"}
    (post,) = posts(designer, draft)
    assert (post["outcome"], post["reasons"], post["values"]["name"]) == ("refused", {"phone": "not_a_phone"}, "赵敏")
    assert designer.ask("get", f"{RECORDS}/customer")["rows"] == []
    again = f"{DESIGN}/{draft['id']}/public/posts/{post['id']}/enter"
    designer.ask("post", again, {}, status=422)
    whole = designer.ask("get", f"{DESIGN}/{draft['id']}")
    designer.publish(designer.save(whole, NAME, field("city")))
    assert designer.ask("post", again, {})["record_id"]
    assert posts(designer, draft)[0]["outcome"] == "created"


def test_sent_twice_is_entered_once(designer, opened):
    draft, stranger = opened()
    for _ in range(2):
        stranger.send(key="the same key", name="赵敏")
    assert len(designer.ask("get", f"{RECORDS}/customer")["rows"]) == 1
    assert len(posts(designer, draft)) == 1


def test_machines_are_told_apart(designer, opened):
    draft, stranger = opened()
    assert stranger.send(422, after=1, name="机器")["error"]["code"] == "public_form_too_quick"
    assert stranger.send(422, trap="http://spam.example", name="机器")["error"]["code"] == "public_form_not_taken"
    body = {"key": "long enough", "ticket": "made up", "values": {"name": "机器"}}
    answer = stranger.client.post(f"{PUBLIC}/{stranger.token}", body, content_type="application/json")
    assert answer.json()["error"]["code"] == "public_form_outdated"
    assert designer.ask("get", f"{RECORDS}/customer")["rows"] == []
    assert [post["outcome"] for post in posts(designer, draft)] == ["refused"] * 3


def test_so_many_from_one_address_and_so_many_in_all(opened, settings):
    settings.PUBLIC_POSTS_PER_HOUR = 2
    _, stranger = opened(per_hour=3)
    for number in range(2):
        stranger.send(key=f"number {number}", name="赵敏")
    assert stranger.send(429, key="number 3", name="赵敏")["error"]["code"] == "public_form_too_many"
    other = Stranger(stranger.token, "203.0.113.8")
    other.send(key="number 4", name="周芷若")
    assert other.send(429, key="number 5", name="周芷若")["error"]["code"] == "public_form_too_many"


def test_what_is_too_large_is_not_read(opened):
    _, stranger = opened()
    assert stranger.send(413, name="长" * 70_000)["error"]["code"] == "public_form_too_large"


@pytest.mark.parametrize("change", [{"enabled": False}, {"ends_at": "2020-01-01T00:00:00+08:00"}, {"renew": True}])
def test_a_closed_link_answers_plainly(designer, opened, change):
    draft, stranger = opened()
    ticket = stranger.look()["ticket"]
    public = designer.ask("get", f"{DESIGN}/{draft['id']}/public")["public"]
    designer.ask("patch", f"{DESIGN}/{draft['id']}/public", {"version": public["version"], **change})
    assert stranger.look(404)["error"]["code"] == "public_form_closed"
    body = {"key": "long enough", "ticket": ticket, "values": {"name": "赵敏"}}
    answer = stranger.client.post(f"{PUBLIC}/{stranger.token}", body, content_type="application/json")
    assert answer.status_code == 404
    assert designer.ask("get", f"{RECORDS}/customer")["rows"] == []


@pytest.mark.parametrize("token", ["x", "A" * 42, "-" * 42, "不" * 42])
def test_a_made_up_link_is_like_a_closed_one(opened, token):
    opened()
    assert Stranger(token).look(404)["error"]["code"] == "public_form_closed"


def test_a_stranger_is_told_nothing_of_what_is_there(designer, opened, colleague):
    """Who is asked for, links and people are not in the page; a broken rule is told of what was entered alone."""
    _, stranger = opened(PHONE, field("owner"))
    page = stranger.look()
    assert [one["name"] for one in page["fields"]] == ["name", "phone"]
    assert "owner" not in page["state"]["fields"]


def test_the_form_of_the_link_counts_whatever_other_forms_there_are(designer, opened):
    designer.put(NAME, field("region", required=True), name="大家")
    draft = designer.put(NAME, field("city", required=True), name="对外", purposes=["create"])
    public = designer.ask("post", f"{DESIGN}/{draft['id']}/public", {})
    error = Stranger(public["token"]).send(422, name="赵敏")["error"]
    assert [row["field"] for row in error["params"]["rows"]] == ["city"]


def test_what_was_sent_is_shown_as_far_as_one_reads_it(designer, opened, ceiling_on_phones):
    draft, stranger = opened(PHONE)
    stranger.send(name="赵敏", phone="13800138000")
    ceiling_on_phones()
    (post,) = posts(designer, draft)
    assert post["values"] == {"name": "赵敏", "phone": "****"}


def test_only_a_published_form_that_strangers_can_fill_in_is_opened(designer):
    draft = designer.save(designer.begin(), NAME)
    path = f"{DESIGN}/{draft['id']}/public"
    assert designer.ask("post", path, {}, status=422)["error"]["code"] == "public_form_unpublished"
    designer.publish(designer.save(draft, NAME, field("owner", required=True)))
    assert designer.ask("post", path, {}, status=422)["error"]["code"] == "public_form_unfit"


def test_what_came_in_is_forgotten_when_the_store_keeps_it_no_longer(designer, opened, cast):
    draft, stranger = opened(PHONE)
    with travel(clock.now() - dt.timedelta(days=70), tick=False):
        stranger.send(name="赵敏", phone="13800138000")
    stranger.send(name="周芷若", phone="13900139000", key="key-second")
    clear_what_is_old()
    assert [one["values"] is None for one in posts(designer, draft)] == [False, False]
    designer.ask("put", "/api/store/retention/periods/public_forms", {"span": 2, "version": 0})
    clear_what_is_old()
    assert [one["values"] is None for one in posts(designer, draft)] == [False, True]
    with tenant_context(cast.stores["north"]):
        old = FormPost.objects.order_by("at").first()
        assert (old.payload, old.sender, old.outcome) == (None, None, "created")
        assert not AuditEntry.objects.filter(entity="form_post").exclude(kind="read").exists()
    assert len(designer.ask("get", f"{RECORDS}/customer")["rows"]) == 2


def test_only_the_sites_that_a_form_names_may_embed_it(designer, opened):
    """And nothing else of ours may be embedded at all."""
    draft, stranger = opened(PHONE)
    page, path = f"/p/{stranger.token}", f"{DESIGN}/{draft['id']}/public"

    def framing(address: str, client=stranger.client):
        answer = client.get(address)
        return answer.headers.get("Content-Security-Policy"), answer.headers.get("X-Frame-Options")

    assert framing(page) == ("frame-ancestors 'none'", "DENY")
    sites = ["https://www.example.com", "https://shop.example.com:8443"]
    public = designer.ask("patch", path, {"version": designer.ask("get", path)["public"]["version"], "sites": sites})
    assert framing(page) == (f"frame-ancestors {' '.join(sites)}", None)
    for address in ("/", "/s/anhe/customers", f"{PUBLIC}/{stranger.token}", f"/p/{stranger.token}x"):
        assert framing(address)[1] == "DENY"
    assert framing(f"{RECORDS}/customer", designer.client)[1] == "DENY"
    for wrong in (
        "*",
        "https://*.example.com",
        "http://www.example.com",
        "https://a.example.com; script-src *",
        "https://a b.cn",
    ):
        designer.ask("patch", path, {"version": public["version"], "sites": [wrong]}, status=422)
    designer.ask("patch", path, {"version": public["version"], "enabled": False})
    assert framing(page) == ("frame-ancestors 'none'", "DENY")
