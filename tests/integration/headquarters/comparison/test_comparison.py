"""Branches side by side: exact, never mixed with another group's, down to the orders."""

import datetime as dt
import json

import pytest

from tests.factories.sales import sale, sell

MAY, JUNE = dt.date(2023, 5, 6), dt.date(2023, 6, 7)
YEAR = {"date_from": "2023-01-01", "date_to": "2023-12-31"}


@pytest.fixture
def sold(cast):
    owner, rival = cast.actor("owner", store="north"), cast.actor("rival_owner", store="rival")
    sell(
        actor=owner,
        store=cast.stores["north"],
        rows=[
            sale("N1", on=MAY, price=100_000, brand="比亚迪", series="秦"),
            sale("N2", on=JUNE, price=200_000, brand="比亚迪", series="汉"),
            sale("N3", on=JUNE, price=900_000, status="cancelled"),
        ],
    )
    sell(
        actor=owner,
        store=cast.stores["south"],
        rows=[
            sale("S1", on=MAY, price=300_000, brand="理想", series="L7", region="浦东新区"),
            sale("S2", on=dt.date(2022, 5, 1), price=50_000, brand="理想", series="L7"),
        ],
    )
    sell(actor=rival, store=cast.stores["rival"], rows=[sale("R1", on=MAY, price=7_777_777)])


def ask(client, cast, path="", **params):
    response = client.get(f"/api/hq/{cast.groups['a'].slug}/comparison{path}", {**YEAR, **params})
    assert response.status_code == 200, response.content.decode()
    return response.json()


def test_stores_are_ranked_by_revenue_and_cancelled_orders_do_not_count(sign_in, cast, sold):
    answer = ask(sign_in("owner"), cast)
    assert [(row["label"], row["units"], row["revenue"]) for row in answer["rows"]] == [
        ("安和北店", 2, "300000.00"),
        ("安和南店", 1, "300000.00"),
    ]
    assert (answer["total"]["units"], answer["total"]["revenue"]) == (3, "600000.00")
    assert answer["total"]["average_price"] == "200000.00"


def test_a_repair_shop_has_no_row_until_it_sells(sign_in, cast, sold):
    client = sign_in("owner")
    assert ask(client, cast)["not_selling"] == 1
    sell(actor=cast.actor("owner", store="garage"), store=cast.stores["garage"], rows=[sale("Q1", on=MAY)])
    answer = ask(client, cast)
    assert ("安和快修", answer["not_selling"]) == (answer["rows"][-1]["label"], 0)


def test_a_dealer_that_sold_nothing_is_a_row(sign_in, cast):
    answer = ask(sign_in("owner"), cast)
    assert [(row["label"], row["units"]) for row in answer["rows"]] == [("安和北店", 0), ("安和南店", 0)]


def test_another_groups_sales_are_in_no_figure(sign_in, cast, sold):
    answer = ask(sign_in("owner"), cast, by="brand")
    assert "7777777" not in json.dumps(answer)
    theirs = sign_in("owner").get(f"/api/hq/{cast.groups['b'].slug}/comparison", YEAR)
    assert theirs.status_code == 404


@pytest.mark.parametrize(
    ("by", "labels"),
    [
        ("region", {"徐汇区": 2, "浦东新区": 1}),
        ("brand", {"比亚迪": 2, "理想": 1}),
        ("series", {"比亚迪 秦": 1, "比亚迪 汉": 1, "理想 L7": 1}),
        ("month", {"2023-05": 2, "2023-06": 1}),
    ],
)
def test_each_dimension_adds_up_to_the_total(sign_in, cast, sold, by, labels):
    answer = ask(sign_in("analyst"), cast, by=by)
    assert {row["label"]: row["units"] for row in answer["rows"]} == labels


def test_a_second_period_stands_beside_the_first(sign_in, cast, sold):
    answer = ask(sign_in("owner"), cast, against_from="2022-01-01", against_to="2022-12-31")
    south = next(row for row in answer["rows"] if row["label"] == "安和南店")
    assert (south["against"]["revenue"], south["change"]["revenue"]) == ("50000.00", 5.0)
    north = next(row for row in answer["rows"] if row["label"] == "安和北店")
    assert (north["against"]["units"], north["change"]["units"]) == (0, None)


def test_months_of_two_periods_stand_side_by_side(sign_in, cast, sold):
    answer = ask(sign_in("owner"), cast, by="month", against_from="2022-01-01", against_to="2022-12-31")
    may = next(row for row in answer["rows"] if row["key"] == "2023-05")
    assert (may["units"], may["against"]["units"]) == (2, 1)


def test_the_orders_behind_a_figure_add_up_and_open_in_the_stores_list(sign_in, cast, sold):
    behind = ask(sign_in("owner"), cast, "/orders-behind", brand="比亚迪")
    assert (behind["units"], behind["revenue"]) == (2, "300000.00")
    (store,) = behind["stores"]
    client = sign_in("owner", store="north")
    page = client.get("/api/store/records/sales_order", {"filter": json.dumps(store["filter"])}).json()
    assert {row["number"] for row in page["rows"]} == {"N1", "N2"}


def test_a_period_that_ends_before_it_begins_is_refused(sign_in, cast):
    response = sign_in("owner").get(
        f"/api/hq/{cast.groups['a'].slug}/comparison", {"date_from": "2023-02-01", "date_to": "2023-01-01"}
    )
    assert (response.status_code, response.json()["error"]["code"]) == (422, "wrong_period")


def test_a_store_manager_may_not_compare(sign_in, cast):
    response = sign_in("manager").get(f"/api/hq/{cast.groups['a'].slug}/comparison", YEAR)
    assert response.status_code == 404


def test_the_options_name_what_occurs(sign_in, cast, sold):
    options = ask(sign_in("owner"), cast, "/options")
    assert options["brands"] == ["比亚迪", "理想"]
    assert (options["first_on"], options["last_on"], options["units"]) == ("2022-05-01", "2023-06-07", 4)
