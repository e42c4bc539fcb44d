"""A lead that nobody calls: given to somebody else after thirty working minutes, told to the manager after a day."""

import datetime as dt

import pytest
import time_machine
from playwright.sync_api import expect

from chezhan.catalogue.worktime.services import present_calendar
from chezhan.kernel import clock
from tenants.context import tenant_context
from tests.e2e.dealership import ask, open_dealership, until
from tests.e2e.journeys import facts
from tests.integration.engines.flows.conftest import run


def run_at(moment: dt.datetime) -> None:
    """The clock's turn as it will be then."""
    with time_machine.travel(moment):
        run()


@pytest.mark.only("desktop")
def test_a_missed_lead_goes_to_somebody_else_and_then_to_the_manager(signed_in, new_context, cast, look):
    store = open_dealership(cast)
    at, came = f"/s/{store.slug}", clock.now()
    manager, advisor = (signed_in(name, browser=new_context()) for name in ("manager", "advisor"))
    manager.goto(f"{at}/work")
    busy = {"contact_name": "老客户", "channel": "walk_in", "owner": str(cast.people["both"].id)}
    ask(manager, store, "POST", "records/lead", {"values": busy})
    told = {"contact_name": "李女士", "phone": "13911113333", "channel": "autohome", "owner": None}
    lead = ask(manager, store, "POST", "records/lead", {"values": told})["record"]
    advisor.goto(f"{at}/work")
    task = advisor.get_by_role("listitem").filter(has_text="首次联系客户")
    until(advisor, run, task)
    look(advisor, "missed-waiting")

    with tenant_context(store):
        due = present_calendar().add_working(came, 30)
    run_at(due - dt.timedelta(minutes=1))
    advisor.reload()
    expect(task).to_be_visible()
    manager.goto(f"{at}/leads/{lead['id']}")
    owner = facts(manager, "负责人")
    expect(owner).to_have_text(str(cast.people["advisor"]))
    until(manager, lambda: run_at(due + dt.timedelta(minutes=2)), owner.filter(has_text=str(cast.people["both"])))
    look(manager, "missed-reassigned")
    until(advisor, lambda: run_at(due + dt.timedelta(minutes=2)), task, count=0)

    manager.goto(f"{at}/messages")
    alarm = manager.get_by_text("24 小时仍未联系").first
    until(manager, lambda: run_at(came + dt.timedelta(hours=24, minutes=2)), alarm)
    look(manager, "missed-told")
