"""Funnel, leaderboard and forecast: of a period, by who is responsible, made of what the asker sees."""

import datetime as dt

import pytest

from chezhan.kernel import clock
from chezhan.modules.figures.forecast import shares_of
from chezhan.modules.leads.models import Interaction, Lead
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import Colleague

FIGURES = "/api/store/figures"


@pytest.fixture
def colleague(cast, sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


@pytest.fixture
def leads(cast):
    """Of the advisor: won after ten days, lost after a visit, new. Of `both`: one from long before. Two orders."""
    now = clock.now()
    ago = lambda days: now - dt.timedelta(days=days)  # noqa: E731
    advisor, both = cast.people["advisor"].id, cast.people["both"].id
    with tenant_context(cast.stores["north"]):
        Lead.objects.create(
            contact_name="甲", status="won", created_at=ago(20), closed_at=ago(10), first_contacted_at=ago(20),
            owner=advisor, channel="web",
        )  # fmt: skip
        lost = Lead.objects.create(
            contact_name="乙", status="lost", lost_reason="price", created_at=ago(15), closed_at=ago(5), owner=advisor
        )
        Interaction.objects.create(lead=lost, at=ago(14), kind="visit", summary="到店看车")
        Lead.objects.create(contact_name="丙", created_at=ago(1), owner=advisor)
        Lead.objects.create(contact_name="丁", created_at=ago(40), owner=both)
        customer = Customer.objects.create(name="甲")
        for number, (price, owner) in enumerate([("100000", advisor), ("200000", both)]):
            SalesOrder.objects.create(
                number=f"S{number}", customer=customer, brand="比亚迪", price=price, cost="90000", owner=owner,
                status="approved", ordered_on=ago(3).date(),
            )  # fmt: skip
    return str(advisor), str(both)


def read(someone, path):
    """Heads by name, and by key a line as name → (value, before)."""
    board = someone.ask("get", f"{FIGURES}/{path}")
    names = [one["name"] for one in board["figures"]]
    lines = {
        line["key"]: dict(zip(names, [(cell["value"], cell["before"]) for cell in line["cells"]], strict=True))
        for line in [*board["lines"], {**board["whole"], "key": "whole"}]
    }
    return board, lines


def test_the_funnel_counts_how_far_the_leads_of_a_period_came(colleague, leads):
    boss, (advisor, both) = colleague(), leads
    board, lines = read(boss, "funnel?by=owner")
    whole = {name.removeprefix("reached_"): value for name, (value, _) in lines["whole"].items()}
    # A lost one counts where its visit shows that it was.
    assert whole == {
        "new": 3, "contacted": 2, "invited": 2, "visited": 2, "test_drive": 1, "quoted": 1, "won": 1, "lost_of_new": 1,
        "follow_up_days": 10, "cycle_days": 10,
    }  # fmt: skip
    assert lines["whole"]["reached_new"] == (3, 1)
    # Whoever had some before is told of too, behind those that have more now.
    assert [line["key"] for line in board["lines"]] == [advisor, both]
    assert lines[both]["reached_new"] == (0, 1)
    # Of one advisor alone: the same, and every click leads to theirs.
    own, theirs = read(colleague("advisor"), f"funnel?owner={both}")
    assert theirs["whole"]["reached_new"] == (0, 1)
    assert {"field": "owner", "operator": "=", "value": both} in own["whole"]["cells"][0]["filter"]["rules"]
    by_channel = read(boss, "funnel?by=channel")[1]
    assert by_channel["web"]["reached_won"] == (1, 0)


def test_the_leaderboard_has_a_line_for_each_and_money_for_those_who_may(colleague, leads):
    boss, (advisor, both) = colleague(), leads
    board, lines = read(boss, "leaderboard")
    assert (lines[advisor]["close_rate"], lines[advisor]["orders"]) == ((0.5, None), (1, 0))
    assert (lines[both]["ticket"], lines[both]["margin"]) == ((200000, None), (110000, 0))
    assert lines["whole"]["margin"][0] == 120000
    assert "margin" not in [one["name"] for one in read(colleague("advisor"), "leaderboard")[0]["figures"]]
    (line,) = [line for line in board["lines"] if line["key"] == both]
    assert {"field": "owner", "operator": "=", "value": both} in line["cells"][0]["filter"]["rules"]


def test_sales_by_model_are_told_with_who_asked_for_it(cast, colleague, leads):
    boss = colleague()
    with tenant_context(cast.stores["north"]):
        SalesOrder.objects.filter(number="S0").update(series="海豹")
        Lead.objects.filter(contact_name__in=["甲", "乙"]).update(series="海豹")
        Lead.objects.filter(contact_name="丙").update(series="汉")
    lines = read(boss, "models")[1]
    assert (lines["海豹"]["orders"], lines["海豹"]["margin"], lines["海豹"]["close_rate"]) == (
        (1, 0),
        (10000, 0),
        (0.5, None),
    )
    assert (lines["汉"]["orders"], lines["汉"]["leads_new"]) == ((0, 0), (1, 0))
    assert sum(line["orders"][0] for key, line in lines.items() if key != "whole") == lines["whole"]["orders"][0] == 2
    assert "margin" not in [one["name"] for one in read(colleague("advisor"), "models")[0]["figures"]]


def test_the_forecast_is_reckoned_from_the_stores_own_stages(colleague, leads):
    told = colleague().ask("get", f"{FIGURES}/forecast")
    new = told["stages"][0]
    # Two ended in all: too few, so the rate of all leads stands in everywhere.
    assert (new["name"], new["open"], new["rate"], new["thin"], new["expected"]) == ("new", 2, 0.5, True, 1.0)
    assert (told["cycle"], told["new_a_month"]) == (10, pytest.approx(4 / 3))
    first, *_ = told["months"]
    assert first["open"] == pytest.approx(shares_of(cycle=10)[0])
    assert sum(shares_of(cycle=10)) < 1 and shares_of(cycle=10) == sorted(shares_of(cycle=10), reverse=True)
    nothing = colleague("rival_manager", "rival").ask("get", f"{FIGURES}/forecast")
    assert nothing["cycle"] is None
    assert colleague("technician", "garage").client.get(f"{FIGURES}/forecast").json() is None
