"""What channels cost and what came of it, for those who may see what was spent."""

import datetime as dt
from decimal import Decimal

import pytest

from chezhan.modules.costs.returning import share
from chezhan.modules.leads.models import Lead
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import Colleague

RETURNS = "/api/store/channel-returns"
MARCH = {"first": "2026-03-01", "last": "2026-03-31"}


@pytest.fixture
def colleague(cast, sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


def told(someone, status=200, **params):
    answer = someone.client.get(RETURNS, {**MARCH, **params})
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def shown(row):
    money = [None if row[one] is None else Decimal(row[one]) for one in ("cost", "per_lead", "per_visit", "per_order")]
    return [row["leads"], row["visits"], row["orders"], *money]


def test_a_cost_is_spread_over_its_days_to_the_cent():
    days = {"begins": dt.date(2026, 2, 15), "ends": dt.date(2026, 3, 16)}
    whole = {"first": dt.date(2026, 2, 1), "last": dt.date(2026, 4, 1)}
    assert share(amount=Decimal(300), **days, **whole) == Decimal("300.00")
    assert share(amount=Decimal(100), **days, first=dt.date(2026, 3, 1), last=dt.date(2026, 3, 31)) == Decimal("53.33")
    assert share(amount=Decimal(100), **days, first=dt.date(2026, 4, 1), last=dt.date(2026, 4, 30)) == 0


def test_each_lead_visit_and_order_took_its_part(cast, colleague):
    boss, advisor = colleague(), colleague("advisor")
    march = {"first_on": "2026-03-01", "last_on": "2026-03-31"}
    boss.create("channel_cost", name="会员费", channel="autohome", amount="3000", **march)
    boss.create("channel_cost", name="车展", channel="autohome", campaign="春季车展", amount="600", **march)
    boss.create(
        "channel_cost", name="半年费", channel="yiche", amount="18100", first_on="2026-01-01", last_on="2026-06-30"
    )
    answer = boss.create(
        "channel_cost", 422, name="倒着", channel="yiche", amount="1", first_on="2026-03-02", last_on="2026-03-01"
    )
    assert "cost_ends_first" in str(answer)
    came, ended = dt.datetime(2026, 3, 4, tzinfo=dt.UTC), dt.datetime(2026, 3, 20, tzinfo=dt.UTC)
    lost = {"lost_reason": "price", "closed_at": ended}
    with tenant_context(cast.stores["north"]):
        for values in (
            {"status": "new"},
            {"status": "won", "closed_at": ended, "campaign": "春季车展"},
            {"status": "lost", "lost_stage": "quoted", **lost},
            {"status": "lost", "lost_stage": "contacted", **lost},
            {"status": "new", "channel": "walk_in"},
            {"status": "new", "created_at": dt.datetime(2026, 4, 4, tzinfo=dt.UTC)},
        ):
            Lead.objects.create(**{"contact_name": "甲", "channel": "autohome", "created_at": came, **values})
    found = told(boss)
    rows = {row["value"]: shown(row) for row in found["rows"]}
    assert rows == {
        "autohome": [4, 2, 1, 3600, 900, 1800, 3600],
        "yiche": [0, 0, 0, 3100, None, None, None],
        "walk_in": [1, 0, 0, 0, None, None, None],
    }
    assert shown(found["whole"])[:4] == [5, 2, 1, 6700]
    campaigns = {row["value"]: shown(row)[:4] for row in told(boss, by="campaign")["rows"]}
    assert campaigns == {"": [4, 1, 0, 6100], "春季车展": [1, 1, 1, 600]}
    assert told(boss, 422, last="2026-02-01")["error"]["code"] == "returns_bad_period"
    # Whoever sells sees neither what was spent nor what came of it.
    assert told(advisor, 403)["error"]["code"] == "forbidden"
    advisor.ask("get", "/api/store/records/channel_cost", status=403)
    assert "channel_cost" not in [one["name"] for one in advisor.ask("get", "/api/store/entities")]
