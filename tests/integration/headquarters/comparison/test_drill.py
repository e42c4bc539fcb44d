"""From any figure to the very orders behind it, whatever the figure was made by."""

import datetime as dt
import json

import pytest
from django.db import connections

from tenants.roles import OWNER
from tests.factories.sales import sale, sell

YEAR = {"date_from": "2023-01-01", "date_to": "2023-12-31"}


@pytest.fixture
def sold(cast):
    owner = cast.actor("owner", store="north")
    rows = [
        sale("N1", on=dt.date(2023, 1, 31), price="0.05", brand="比亚迪", series="秦", region=""),
        sale("N2", on=dt.date(2023, 2, 1), price=200_000, brand="比亚迪", series="汉"),
        sale("N3", on=dt.date(2023, 2, 28), price=300_000, brand="理想", series="秦", region="A & B/C?"),
        sale("N4", on=dt.date(2023, 2, 28), price=900_000, status="cancelled"),
        sale("N5", on=dt.date(2022, 12, 31), price=900_000),
    ]
    sell(actor=owner, store=cast.stores["north"], rows=rows)
    south = [sale("N1", on=dt.date(2023, 2, 28), price=50_000, brand="理想", series="L7", region="")]
    sell(actor=owner, store=cast.stores["south"], rows=south)


def ask(client, cast, path="", **params):
    response = client.get(f"/api/hq/{cast.groups['a'].slug}/comparison{path}", {**YEAR, **params})
    assert response.status_code == 200, response.content.decode()
    return response.json()


@pytest.mark.parametrize("by", ["store", "region", "brand", "series", "month"])
def test_every_row_leads_to_lists_that_add_up_to_it(sign_in, cast, sold, by):
    client = sign_in("owner")
    rows = [row for row in ask(client, cast, by=by)["rows"] if row["units"]]
    assert sum(row["units"] for row in rows) == 4
    for row in rows:
        behind = ask(client, cast, "/orders-behind", **dict(row["narrows"]))
        assert (behind["units"], behind["revenue"]) == (row["units"], row["revenue"])
        for store in behind["stores"]:
            page = client.get(
                "/api/store/records/sales_order",
                {"filter": json.dumps(store["filter"])},
                headers={"X-Store": store["slug"]},
            ).json()
            assert page["count"] == {"value": store["units"], "exact": True}


def test_a_store_that_cannot_be_read_is_named_and_the_others_are_counted(sign_in, cast, sold):
    schema = cast.stores["south"].schema
    with connections[OWNER].cursor() as cursor:
        cursor.execute(f"ALTER TABLE {schema}.sales_order RENAME TO elsewhere")
        try:
            answer = ask(sign_in("owner"), cast)
        finally:
            cursor.execute(f"ALTER TABLE {schema}.elsewhere RENAME TO sales_order")
    assert answer["left_out"] == ["安和南店"]
    assert answer["total"]["units"] == 3
