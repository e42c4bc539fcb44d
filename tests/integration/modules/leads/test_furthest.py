"""How far a lead ever came is kept, whatever becomes of it; and figures made of it agree with one another."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import DataError, connections, transaction

from chezhan.catalogue.audit.models import AuditEntry
from chezhan.kernel import clock
from chezhan.modules.leads import furthest_before
from chezhan.modules.leads.furthest_before import FURTHEST
from chezhan.modules.leads.models import Interaction, Lead
from tenants import backfilling
from tenants.backfilling import fill_stores
from tenants.context import tenant_context
from tenants.models import Backfill
from tenants.roles import OWNER
from tests.integration.modules.leads.test_losses import act, colleague, lose, read, told  # noqa: F401

WRITTEN = ("lead", "interaction")
FUNNEL = "/api/store/figures/funnel"


@pytest.fixture
def store(cast):
    return cast.stores["north"]


def furthest(store):
    with tenant_context(store):
        return dict(Lead.objects.values_list("contact_name", "furthest"))


def entries(store):
    with tenant_context(store):
        return AuditEntry.objects.filter(entity__in=WRITTEN).count()


@pytest.fixture(autouse=True)
def nothing_filled_in():
    yield
    Backfill.objects.using(OWNER).all().delete()


def test_a_lead_keeps_the_furthest_stage_until_that_is_taken_back(cast, colleague, store):  # noqa: F811
    advisor = colleague("advisor")
    lead = advisor.create("lead", contact_name="甲", channel="web")["record"]
    assert lead["furthest"] == "new"
    visited = act(advisor, lead, "visit")
    assert visited["furthest"] == "visited"
    undone = advisor.ask("post", f"/api/store/records/lead/{lead['id']}/undo/visit", {"version": visited["version"]})
    assert undone["record"]["furthest"] == "new"
    act(advisor, lead, "visit")
    act(advisor, lead, "lose", lost_reason="price")
    again = act(advisor, lead, "reopen")
    assert (again["status"], again["furthest"]) == ("contacted", "visited")
    # Nobody writes it.
    body = {"version": again["version"], "values": {"furthest": "quoted"}}
    advisor.ask("patch", f"/api/store/records/lead/{lead['id']}", body, status=403)
    # A visit on record says so by itself, and takes nothing back; a call does not.
    other = advisor.create("lead", contact_name="乙", channel="web")["record"]
    with tenant_context(store):
        for kind in ("call", "visit", "note"):
            Interaction.objects.create(lead_id=other["id"], at=clock.now(), kind=kind, summary="谈了")
    told_of = read(advisor, other)
    assert (told_of["status"], told_of["furthest"], told_of["version"]) == ("new", "visited", other["version"])


def test_what_was_there_before_is_filled_in_by_batches_that_go_on_where_they_broke_off(colleague, store, monkeypatch):  # noqa: F811
    advisor = colleague("advisor")
    for number in range(5):
        lead = advisor.create("lead", contact_name=f"第{number}", channel="web")["record"]
        act(advisor, lead, "visit")
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute(f"SET LOCAL search_path = {store.schema}, public")
        cursor.execute("ALTER TABLE lead DISABLE TRIGGER USER")
        cursor.execute("UPDATE lead SET furthest = 'new'")
        cursor.execute("ALTER TABLE lead ENABLE TRIGGER USER")
    whole, told, batches = backfilling._next, entries(store), []

    def ended(*args):
        """The process ends between two batches: once the third begins."""
        batches.append(args)
        if len(batches) == 3:
            raise KeyboardInterrupt
        return whole(*args)

    monkeypatch.setattr(backfilling, "_next", ended)
    with pytest.raises(KeyboardInterrupt):
        fill_stores(batch=2)
    assert sorted(furthest(store).values()) == ["new"] + ["visited"] * 4
    # Or within one: what it did goes with what it wrote down of it.
    monkeypatch.setattr(backfilling, "_next", whole)
    broken = replace(FURTHEST, batch=f"{FURTHEST.batch}; SELECT 1 / 0")
    monkeypatch.setattr(furthest_before, "FURTHEST", broken)
    with pytest.raises(DataError):
        fill_stores(batch=2)
    assert sorted(furthest(store).values()) == ["new"] + ["visited"] * 4
    # The next run does what is left, and no more; then there is nothing to do. Nobody is named for it.
    monkeypatch.setattr(furthest_before, "FURTHEST", FURTHEST)
    assert fill_stores(batch=2) == 1
    assert set(furthest(store).values()) == {"visited"}
    assert (fill_stores(), entries(store)) == (0, told)


def test_losses_by_every_side_come_to_what_the_funnel_lost(colleague, time_machine):  # noqa: F811
    time_machine.move_to(dt.datetime(2026, 3, 2, 4, tzinfo=dt.UTC), tick=False)
    advisor, boss = colleague("advisor"), colleague()
    for number, (reason, visited) in enumerate([("price", True), ("competitor", False), ("price", False)]):
        lose(advisor, f"战败{number}", reason=reason, visited=visited, series="汉")
    act(advisor, act(advisor, advisor.create("lead", contact_name="成交", channel="web")["record"], "visit"), "win")
    advisor.create("lead", contact_name="在跟", channel="web")
    losses, board = told(boss), boss.ask("get", f"{FUNNEL}?days=30")
    cells = zip(board["figures"], board["whole"]["cells"], strict=True)
    funnel = {figure["name"]: cell["value"] for figure, cell in cells}
    assert (losses["lost"], losses["won"]) == (funnel["lost_of_new"], funnel["reached_won"]) == (3, 1)
    sums = {side["field"]: sum(row["lost"] for row in side["rows"]) + side["hidden"] for side in losses["sides"]}
    assert sums == dict.fromkeys(("lost_reason", "lost_to", "furthest", "channel", "owner", "series"), 3)
    # How many came to a stage: those that went on from it, those that were lost there, and those that wait there.
    (side,) = [one for one in losses["sides"] if one["field"] == "furthest"]
    assert {row["value"]: row["lost"] for row in side["rows"]} == {"new": 2, "visited": 1}
    assert (funnel["reached_new"], funnel["reached_visited"], funnel["reached_test_drive"]) == (5, 2, 1)
