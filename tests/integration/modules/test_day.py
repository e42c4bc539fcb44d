"""Somebody's day: what is theirs and due, in parts, by the fields that they see."""

import datetime as dt

import pytest

from chezhan.kernel import clock
from chezhan.modules.deliveries.models import Promise
from chezhan.modules.leads.models import Lead
from chezhan.modules.parties.models import Customer
from chezhan.modules.work.models import Task
from tenants.context import tenant_context
from tests.integration.catalogue.policies.conftest import policy
from tests.integration.engines.forms.conftest import Colleague


@pytest.fixture
def colleague(cast, sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


def test_a_day_holds_what_is_ones_own_and_due(cast, colleague):
    now, me = clock.now(), cast.people["advisor"].id
    day = dt.timedelta(days=1)
    with tenant_context(cast.stores["north"]):
        customer = Customer.objects.create(name="李四")
        for name, values in {
            "催": {"contact_due_at": now + dt.timedelta(minutes=20)},
            "急": {"contact_due_at": now - day},
            "约": {"next_contact_at": now - day, "first_contacted_at": now - 2 * day, "status": "contacted"},
            "后天": {"next_contact_at": now + 2 * day, "first_contacted_at": now - 2 * day, "status": "contacted"},
            "完": {"next_contact_at": now - day, "status": "won", "closed_at": now},
        }.items():
            Lead.objects.create(contact_name=name, owner=me, **values)
        Lead.objects.create(contact_name="别人", owner=cast.people["manager"].id, contact_due_at=now)
        Promise.objects.create(what="送脚垫", customer=customer, owner=me, due_on=clock.today())
        Task.objects.create(what="寄合同", owner=me, due_at=now)
        Task.objects.create(what="下周", owner=me, due_at=now + 7 * day)
    advisor, boss = colleague("advisor"), colleague()

    def day_of(someone):
        parts = someone.ask("get", "/api/store/today")
        return {one["name"]: [row.get("contact_name") or row.get("what") for row in one["rows"]] for one in parts}

    assert day_of(advisor) == {
        "first_contacts": ["急", "催"], "follow_ups": ["约"], "drives": [], "deliveries": [], "promises": ["送脚垫"],
        "tasks": ["寄合同"],
    }  # fmt: skip
    assert day_of(boss)["first_contacts"] == ["别人"]
    hidden = policy("read", fields={"first_contacted_at": "hidden"})
    boss.ask("put", "/api/store/policies/lead/sales_advisor", {"policy": hidden})
    boss.ask("put", "/api/store/policies/promise/sales_advisor", {"policy": policy("hidden")})
    assert day_of(advisor).keys() == {"drives", "deliveries", "tasks"}
