"""Formulas and roll-ups: shown, sorted, filtered; made of what the asker reads and of nothing else."""

import json

import pytest
import time_machine

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.catalogue.definitions.drafts import FieldDraft
from chezhan.catalogue.definitions.models import CatalogueField
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.policies.setting import Change, set_policies
from tenants.owning import owner_context
from tenants.revision import bump_revision
from tenants.roles import OWNER


@pytest.fixture
def compute(showroom):
    """compute("customer", "x_sum", "sum(…)") adds a computed field in `north`."""

    def _compute(entity: str, name: str, formula: str, **members) -> None:
        add_field(
            actor=showroom.actor("manager", store="north"),
            store=showroom.stores["north"],
            entity=entity,
            draft=FieldDraft(label=Label(name, name), type="formula", name=name, formula=formula, **members),
        )

    return _compute


def rows(client, entity, **params):
    response = client.get(f"/api/store/records/{entity}", params)
    assert response.status_code == 200, response.content.decode()
    return response.json()["rows"]


def hide(showroom, entity, **fields):
    right = {name: FieldRight(Right.HIDDEN) for name in fields}
    policy = Policy(ALL_ROWS, FieldRight(Right.READ), FieldRight(Right.READ), right, frozenset(Action))
    set_policies(actor=showroom.actor("owner", store="north"), changes=[Change("sales_advisor", entity, policy)])


def test_a_formula_is_shown_sorted_and_filtered(compute, sign_in):
    compute("sales_order", "x_tax", "round(price / 1.13 * 0.1, 2)")
    client = sign_in("manager", store="north")
    found = rows(client, "sales_order", fields="number,x_tax", sort="-x_tax,number")
    assert [(row["number"], float(row["x_tax"])) for row in found][:2] == [("A2", 26548.67), ("A3", 17699.12)]
    rule = {"field": "x_tax", "operator": ">", "value": "17000"}
    found = rows(client, "sales_order", filter=json.dumps({"combinator": "and", "rules": [rule]}), sort="number")
    assert [row["number"] for row in found] == ["A2", "A3"]


def test_a_roll_up_counts_over_a_relation(compute, sign_in):
    compute("customer", "x_orders", "count(sales_order where price > 150000)")
    compute("customer", "x_spent", "sum(sales_order.price)")
    found = rows(sign_in("manager", store="north"), "customer", fields="name,x_orders,x_spent", q="张伟")
    assert [(row["x_orders"], float(row["x_spent"])) for row in found] == [(0, 100000)]


def test_a_related_field_is_reached_through_its_link(compute, sign_in):
    compute("sales_order", "x_who", 'concat(customer.name, "/", brand)')
    (row,) = rows(sign_in("manager", store="north"), "sales_order", fields="x_who", q="A1")
    assert row["x_who"] == "张伟/比亚迪"


@time_machine.travel("2023-04-09T12:00:00+08:00", tick=False)
@pytest.mark.parametrize(
    ("formula", "met"),
    [
        ('ordered_on < dateadd(today(), -60, "days")', ["A1", "A2", "A3"]),
        ("ordered_on during last_month", ["A4"]),
        ('ordered_on >= "2023-03-05"', ["A4", "A5"]),
        ('created_at > "2000-01-01"', ["A1", "A2", "A3", "A4", "A5"]),
        ('created_at < "2000-01-01T10:00:00+08:00"', []),
    ],
)
def test_a_formula_compares_days_however_they_are_said(compute, sign_in, formula, met):
    compute("sales_order", "x_met", formula)
    found = rows(sign_in("manager", store="north"), "sales_order", fields="number,x_met", sort="number")
    assert [row["number"] for row in found if row["x_met"]] == met


def test_what_is_made_of_a_hidden_field_is_hidden_too(showroom, compute, sign_in):
    compute("sales_order", "x_tax", "price / 1.13 * 0.1")
    compute("customer", "x_spent", "sum(sales_order.price)")
    hide(showroom, "sales_order", price=True)
    advisor = sign_in("advisor", store="north")
    entities = {
        one["name"]: {field["name"] for field in one["fields"]} for one in advisor.get("/api/store/entities").json()
    }
    assert "x_tax" not in entities["sales_order"]
    assert "x_spent" not in entities["customer"]
    assert advisor.get("/api/store/records/sales_order", {"sort": "x_tax"}).status_code == 422
    assert "x_tax" in rows(sign_in("manager", store="north"), "sales_order", fields="x_tax")[0]


def test_a_formula_made_of_itself_is_nowhere(compute, sign_in, showroom):
    compute("customer", "x_one", "1 + 1")
    compute("customer", "x_loop", "1")
    with owner_context(showroom.stores["north"]):
        # As no change of design would leave it.
        CatalogueField.objects.using(OWNER).filter(name="x_loop").update(formula="x_loop + 1")
        bump_revision(store_id=showroom.stores["north"].id)
    client = sign_in("manager", store="north")
    assert client.get("/api/store/records/customer", {"fields": "x_loop"}).status_code == 422
    assert rows(client, "customer", fields="x_one")[0]["x_one"] == 2


@pytest.mark.parametrize(
    ("formula", "sum_of_all"),
    [
        ("count(sales_order within this_year)", 0),
        ("count(sales_order where ordered_on >= 2023-02-05)", 4),
        ("if(created_at during today, 1, 0)", 5),
    ],
)
def test_days_and_periods_are_compared(compute, sign_in, formula, sum_of_all):
    compute("customer", "x_days", formula)
    assert (
        sum(row["x_days"] for row in rows(sign_in("manager", store="north"), "customer", fields="x_days")) == sum_of_all
    )


def test_nobody_writes_a_formula(compute, sign_in):
    compute("customer", "x_one", "1 + 1")
    body = {"values": {"name": "甲", "x_one": 3}}
    response = sign_in("manager", store="north").post(
        "/api/store/records/customer", body, content_type="application/json"
    )
    assert response.json()["error"]["code"] == "field_not_writable"


def test_the_present_moment_goes_on(compute, sign_in):
    compute("customer", "x_now", "now()")
    client = sign_in("manager", store="north")
    told = []
    for moment in ("2026-06-07T03:04:05Z", "2026-06-07T03:09:05Z"):
        with time_machine.travel(moment, tick=False):
            told.append(rows(client, "customer", fields="x_now")[0]["x_now"][:16])
    assert told == ["2026-06-07T03:04", "2026-06-07T03:09"]
