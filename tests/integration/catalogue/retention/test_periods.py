"""How long a store keeps what: chosen within bounds, kept by the clock, and nobody else's business."""

import datetime as dt
import os

import pytest
import time_machine

from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.storage import folder_of
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.retention import registry
from chezhan.catalogue.retention.tasks import clear_what_is_old
from chezhan.kernel import clock
from chezhan.modules.messaging.models import Message
from chezhan.modules.webhooks.models import Webhook, WebhookDelivery
from tenants.context import tenant_context
from tenants.owning import owner_context
from tenants.roles import OWNER


def periods(ask, store="north"):
    return {one["name"]: one for one in ask("manager", "GET", "retention", store=store)["periods"]}


def say(ask, name, span, *, version=0, status=200, who="manager"):
    return ask(who, "PUT", f"retention/periods/{name}", {"span": span, "version": version}, status)


def test_what_a_store_says_holds_for_it_alone(ask, showroom):
    assert {one["name"]: one["span"] for one in periods(ask).values()} == {
        "audit": None,
        "import_files": 30,
        "lead_posts": 12,
        "messages": None,
        "public_forms": None,
        "recycle_bin": 90,
        "webhook_deliveries": 90,
    }
    told = say(ask, "recycle_bin", 7)
    assert (told["span"], told["version"], told["changed_by"]) == (7, 1, str(showroom.people["manager"].id))
    assert periods(ask)["recycle_bin"] == told
    assert ask("manager", "GET", "bin")["kept_days"] == 7
    assert ask("owner", "GET", "bin", store="south")["kept_days"] == 90


@pytest.mark.parametrize(
    ("name", "span"), [("recycle_bin", 6), ("recycle_bin", 366), ("recycle_bin", None), ("audit", 35), ("messages", 5)]
)
def test_law_and_technique_set_bounds(ask, name, span):
    before = periods(ask)
    refused = say(ask, name, span, status=422)
    assert refused["error"]["code"] == "retention_out_of_bounds"
    assert refused["error"]["params"]["least"] == before[name]["least"]
    assert periods(ask) == before


def test_a_period_is_not_changed_over_anothers_head(ask):
    say(ask, "recycle_bin", 10)
    for version in (0, 2):
        assert say(ask, "recycle_bin", 20, version=version, status=409)["error"]["code"] == "retention_changed"
    assert say(ask, "recycle_bin", 20, version=1)["span"] == 20
    assert say(ask, "everything", 20, status=404)["error"]["code"] == "retention_unknown_period"


def test_it_requires_the_permission(ask):
    assert ask("advisor", "GET", "retention", status=403)["error"]["code"] == "forbidden"
    say(ask, "recycle_bin", 10, who="advisor", status=403)
    assert periods(ask)["recycle_bin"]["span"] == 90


def test_the_bins_period_is_kept_by_the_clock(ask, make, showroom):
    say(ask, "recycle_bin", 7)
    old, young = make(name="张三丰"), make(name="李时珍")
    for record, days in ((old, 8), (young, 6)):
        with time_machine.travel(clock.now() - dt.timedelta(days=days), tick=False):
            ask("manager", "POST", "records/customer/delete", {"ids": [record["id"]]})
    with tenant_context(showroom.stores["south"]):
        theirs = RecycledRecord.objects.create(
            entity="customer", record_id=old["id"], row={}, deleted_by=old["id"], operation_id=old["id"],
            deleted_at=clock.now() - dt.timedelta(days=80),
        )  # fmt: skip
    clear_what_is_old()
    assert [row["title"] for row in ask("manager", "GET", "bin")["rows"]] == ["李时珍"]
    with tenant_context(showroom.stores["south"]):
        assert RecycledRecord.objects.filter(id=theirs.id).exists()


def test_old_entries_of_the_audit_go_where_the_store_says_so(ask, make, showroom):
    record, north = make(name="张三丰"), showroom.stores["north"]
    with owner_context(north):
        AuditEntry.objects.using(OWNER).update(at=clock.now() - dt.timedelta(days=4 * 366))
    clear_what_is_old()
    assert "张三丰" in _told(north), "for ever, unless the store says otherwise"
    say(ask, "audit", 36)
    make(name="李时珍")
    clear_what_is_old()
    assert "张三丰" not in _told(north) and "李时珍" in _told(north)
    assert ask("manager", "GET", f"records/customer/{record['id']}")["record"]["name"] == "张三丰"
    with tenant_context(north):
        note = AuditEntry.objects.get(entity="audit_entry", kind="erased")
    assert note.changes["entries"] > 0 and note.reason == "task:retention.audit"
    clear_what_is_old()
    with tenant_context(north):
        assert AuditEntry.objects.filter(entity="audit_entry").count() == 1


def test_files_of_imports_go_after_the_stores_days_and_not_under_anybodys_hands(ask, showroom):
    north = showroom.stores["north"]
    say(ask, "import_files", 3)
    with tenant_context(north):
        jobs = {
            name: RecordImport.objects.create(
                entity="customer", file_name="a", size=1, sha256="0" * 64, person_id=north.id, status=status
            ).id
            for name, status in (("old", "done"), ("young", "done"), ("working", "running"))
        }
    for name, days in (("old", 4), ("young", 2), ("working", 4)):
        folder = folder_of(job_id=jobs[name])
        folder.mkdir(parents=True)
        moment = (clock.now() - dt.timedelta(days=days)).timestamp()
        os.utime(folder, (moment, moment))
    clear_what_is_old()
    assert [name for name, job in jobs.items() if folder_of(job_id=job).exists()] == ["young", "working"]


def test_one_that_fails_keeps_no_other_from_going(ask, make, showroom, monkeypatch):
    def broken(**_):
        raise RuntimeError

    monkeypatch.setitem(registry._kept, "a_first", registry.Kept("a_first", "days", 1, 9, 1, broken))
    assert registry.every_kept()[0].clear is broken
    record = make(name="张三丰")
    with time_machine.travel(clock.now() - dt.timedelta(days=91), tick=False):
        ask("manager", "POST", "records/customer/delete", {"ids": [record["id"]]})
    clear_what_is_old()
    assert ask("manager", "GET", "bin")["rows"] == []


def _told(store):
    with tenant_context(store):
        return repr(list(AuditEntry.objects.filter(entity="customer").values_list("changes")))


def test_messages_lose_their_words_and_deliveries_go_but_not_what_waits(ask, showroom):
    north, old = showroom.stores["north"], clock.now() - dt.timedelta(days=200)
    with tenant_context(north):
        for state in ("delivered", "queued"):
            Message.objects.create(
                channel="sms", purpose="service", why_kind="trial", effect=state, state=state, at=old,
                text=b"1", address=b"2", reach=b"3", tail="5678",
            )  # fmt: skip
        webhook = Webhook.objects.create(name="财务", url="https://a.example", secret=b"1", changed_by=north.id)
        for state in ("delivered", "queued"):
            WebhookDelivery.objects.create(
                webhook=webhook, type="trial", effect=state, state=state, at=old, body=b"1", why_kind="trial"
            )
    clear_what_is_old()
    assert _messages(north) == {"delivered": b"1", "queued": b"1"}, "for ever, unless the store says otherwise"
    say(ask, "messages", 6)
    clear_what_is_old()
    assert _messages(north) == {"delivered": None, "queued": b"1"}
    with tenant_context(north):
        sent = Message.objects.get(effect="delivered")
        assert (sent.address, sent.reach, sent.tail, sent.state) == (None, None, "", "delivered")
        assert list(WebhookDelivery.objects.values_list("effect", flat=True)) == ["queued"]


def _messages(store):
    with tenant_context(store):
        found = Message.objects.values_list("effect", "text")
        return {effect: None if text is None else bytes(text) for effect, text in found}
