"""The manager's morning: yesterday against the store's own weeks before, of what the asker sees, with a list behind."""

import datetime as dt
import json

import pytest

from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.leads.models import Lead
from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.stock.models import StockVehicle
from tenants.context import tenant_context
from tests.integration.catalogue.policies.conftest import policy
from tests.integration.engines.forms.conftest import RECORDS, Colleague

MORNING = "/api/store/figures/morning"


@pytest.fixture
def colleague(cast, sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


def noon(days_ago: int) -> dt.datetime:
    day = clock.today() - dt.timedelta(days=days_ago)
    return dt.datetime.combine(day, dt.time(12), SHANGHAI)


def lead(days_ago: int, *, contacted: int | None = None, **values):
    """Due at noon that day; `contacted`: so many minutes after it."""
    due = noon(days_ago)
    at = None if contacted is None else due + dt.timedelta(minutes=contacted)
    return Lead(
        contact_name="李女士", contact_due_at=due, first_contacted_at=at, status="new" if at is None else "contacted",
        created_at=due - dt.timedelta(minutes=30), **values,
    )  # fmt: skip


@pytest.fixture
def weeks(cast):
    """A lead on each of the 28 days before yesterday, reached in time; of yesterday's four one was, one late, two
    never. And three cars, of which one is old, one is a demo car."""
    with tenant_context(cast.stores["north"]):
        Lead.objects.bulk_create([lead(days, contacted=-5) for days in range(2, 30)])
        yesterday = [lead(1, contacted=-5), lead(1, contacted=20), lead(1), lead(1, owner=cast.people["advisor"].id)]
        Lead.objects.bulk_create([*yesterday, lead(0)])
        trim = Trim.objects.create(
            name="海豚 420KM", series=Series.objects.create(name="海豚", brand=Brand.objects.create(name="比亚迪"))
        )
        for number, (age, demo) in enumerate([(120, False), (20, False), (200, True)]):
            StockVehicle.objects.create(
                trim=trim, vin=f"LGXC14AA0N100000{number}", status="in_stock", is_demo=demo,
                arrived_on=clock.today() - dt.timedelta(days=age),
            )  # fmt: skip
    return [str(one.id) for one in yesterday]


def figures(someone):
    return {one["name"]: one for one in someone.ask("get", MORNING)["figures"]}


def behind(someone, figure):
    path = f"{RECORDS}/{figure['entity']}?filter={json.dumps(figure['filter'])}"
    return {row["id"] for row in someone.ask("get", path)["rows"]}


def test_the_worst_of_yesterday_comes_first_with_the_records_behind_it(cast, colleague, weeks):
    boss = colleague()
    told = boss.ask("get", MORNING)
    assert (told["day"], told["last"]) == (str(noon(1).date()), str(noon(2).date()))
    assert [one["name"] for one in told["figures"]][:2] == ["first_contact_in_time", "first_contact_missed"]
    found = figures(boss)
    share, missed = found["first_contact_in_time"], found["first_contact_missed"]
    assert (share["value"], share["usual"], share["state"], share["unit"]) == (0.25, 1.0, "worse", "percent")
    assert behind(boss, share) == set(weeks[1:])
    # Whoever is due today has time until the evening.
    assert (missed["value"], missed["usual"], missed["state"]) == (2, 0, "worse")
    assert behind(boss, missed) == set(weeks[2:])
    fresh = found["leads_new"]
    assert (fresh["value"], fresh["usual"], fresh["state"]) == (4, 1, "better")
    aged = found["stock_aged"]
    assert (aged["value"], aged["usual"], aged["state"]) == (1, 1, "usual")
    assert len(behind(boss, aged)) == 1
    # Nothing was driven: no share, and nothing to be judged by.
    assert (found["drive_no_show"]["value"], found["drive_no_show"]["state"]) == (None, "usual")
    assert (found["quotes_waiting"]["usual"], found["quotes_waiting"]["state"]) == (None, "now")


def test_figures_are_of_what_the_asker_sees_and_of_no_more(cast, colleague, weeks):
    boss, advisor = colleague(), colleague("advisor")
    own = policy("read", rows="own", fields={"first_contacted_at": "hidden"})
    boss.ask("put", "/api/store/policies/lead/sales_advisor", {"policy": own})
    boss.ask("put", "/api/store/policies/stock_vehicle/sales_advisor", {"policy": policy("hidden")})
    found = figures(advisor)
    # Their own lead alone; what is made of a hidden field, or of hidden cars, is not there.
    assert found["leads_new"]["value"] == 1
    assert not {"first_contact_in_time", "first_contact_missed", "stock_aged", "reservations_ending"} & set(found)
    assert figures(boss)["leads_new"]["value"] == 4
    # Who works on cars sees tasks, and no sale.
    assert set(figures(colleague("technician", "garage"))) == {"tasks_overdue"}
    assert figures(colleague("rival_manager", "rival"))["leads_new"]["value"] == 0
