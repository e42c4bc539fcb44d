"""What the store's API answers, to whom."""

import json
from decimal import Decimal

import orjson
import pytest
from django.db import connection

from chezhan.modules.sales.models import SalesOrder
from tenants.context import tenant_context


def get(client, path, status=200, **params):
    response = client.get(f"/api/store/{path}", params)
    assert response.status_code == status, response.content.decode()
    return response.json()


def test_a_row_has_the_lists_columns_and_money_is_text(showroom, sign_in):
    body = get(sign_in("manager", store="north"), "records/sales_order", q="A1")
    (row,) = body["rows"]
    assert row["price"] == "100000.00"
    assert (row["ordered_on"], row["status"]) == ("2023-01-05", "delivered")
    assert row["customer"]["title"] == "张伟"
    assert "vin" not in row
    assert (body["next_cursor"], body["count"]) == (None, {"value": 1, "exact": True})


def test_columns_may_be_chosen(showroom, sign_in):
    client = sign_in("manager", store="north")
    body = get(client, "records/sales_order", fields="vin,plate,vehicle,created_at", q="A1")
    (row,) = body["rows"]
    assert list(row) == ["id", "version", "vin", "plate", "vehicle", "created_at"]
    assert (row["vin"], row["vehicle"]["title"]) == ("LSVAA4187E2184847", "沪A12345")
    assert get(client, "records/sales_order", 422, fields="vin,password")["error"]["code"] == "unknown_field"


@pytest.mark.parametrize(
    ("entity", "q", "found"),
    [
        ("sales_order", "A3", 1), ("sales_order", "比亚迪", 2), ("sales_order", "比亚迪 汉", 1),
        ("sales_order", "张", 1),
        ("sales_order", "8000", 1), ("sales_order", "138-0013-8000", 1), ("sales_order", "e2184847", 1),
        ("sales_order", "沪a123", 1), ("sales_order", "%", 1), ("sales_order", "nothing", 0), ("sales_order", "  ", 5),
        ("customer", "gera", 1), ("customer", "8264678", 1), ("customer", "4678", 0), ("customer", "678", 0),
        ("customer", "_100%", 1),
        ("vehicle", "沪A12345", 1), ("vehicle", "Gia", 1), ("vehicle", "L7", 1),
    ],
)  # fmt: skip
def test_search_finds_by_what_people_remember(showroom, sign_in, entity, q, found):
    body = get(sign_in("manager", store="north"), f"records/{entity}", q=q)
    assert (len(body["rows"]), body["count"]["value"]) == (found, found)


def test_a_record_comes_with_what_belongs_to_it_in_one_statement(showroom, sign_in):
    client = sign_in("manager", store="north")
    (row,) = get(client, "records/customer", q="Geraldine")["rows"]
    told: list[str] = []

    def listen(execute, sql, params, many, context):
        told.append(str(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        body = get(client, f"records/customer/{row['id']}")
    assert len([sql for sql in told if 'FROM "customer"' in sql]) == 1
    record = body["record"]
    assert (record["name"], record["phone"], record["annual_income"]) == ("Geraldine", "8264678", "1480000.00")
    assert record["created_at"].endswith("+00:00")
    related = {one["entity"]: one for one in body["related"]}
    assert related["sales_order"]["rows"][0]["number"] == "A5"
    assert "customer" not in related["vehicle"]["rows"][0]
    assert related["sales_order"]["count"] == {"value": 1, "exact": True}
    assert related["vehicle"]["label"] == {"zh": "车辆", "en": "Vehicles"}


def test_of_more_than_a_record_shows_it_says_how_many_there_are(showroom, sign_in, monkeypatch):
    client = sign_in("manager", store="north")
    (row,) = get(client, "records/customer", q="Geraldine")["rows"]
    with tenant_context(showroom.stores["north"]):
        (order,) = SalesOrder.objects.filter(customer_id=row["id"])
        SalesOrder.objects.bulk_create(
            SalesOrder(number=f"R{at}", customer_id=order.customer_id, vehicle_id=order.vehicle_id, status=order.status,
                       ordered_on=order.ordered_on, price=order.price)
            for at in range(24)
        )  # fmt: skip
    (orders,) = (
        one for one in get(client, f"records/customer/{row['id']}")["related"] if one["entity"] == "sales_order"
    )
    assert (len(orders["rows"]), orders["count"]) == (20, {"value": 25, "exact": True})
    one = orjson.dumps({"combinator": "and", "rules": [{"field": orders["via"], "operator": "=", "value": row["id"]}]})
    assert get(client, "records/sales_order", filter=one.decode())["count"] == orders["count"]
    monkeypatch.setattr("chezhan.catalogue.records.detail.RELATED_COUNTED", 24)
    (orders,) = (
        one for one in get(client, f"records/customer/{row['id']}")["related"] if one["entity"] == "sales_order"
    )
    assert orders["count"] == {"value": 24, "exact": False}


def test_a_record_that_is_not_here_is_not_found(showroom, sign_in):
    with tenant_context(showroom.stores["south"]):
        theirs = SalesOrder.objects.get().id
    client = sign_in("manager", store="north")
    assert get(client, f"records/sales_order/{theirs}", 404)["error"]["code"] == "unknown_record"
    missing = get(client, "records/sales_order/01a200e4-4821-761f-a743-67b5a37a18b0", 404)
    assert missing["error"]["code"] == "unknown_record"


def test_another_stores_rows_are_in_no_list(showroom, sign_in):
    client = sign_in("both", store="north")
    for entity in ("customer", "vehicle", "sales_order"):
        assert get(client, f"records/{entity}")["count"]["value"] == 5
        assert get(client, f"records/{entity}", q="机密")["rows"] == []
    assert get(sign_in("both", store="south"), "records/sales_order")["rows"][0]["price"] == "7777777.00"


def test_an_unknown_kind_is_not_found(showroom, sign_in):
    error = get(sign_in("manager", store="north"), "records/person", 404)["error"]
    assert (error["code"], error["params"]) == ("unknown_entity", {"entity": "person"})


def test_who_may_not_read_a_kind_is_refused_and_it_is_nowhere(showroom, sign_in):
    client = sign_in("technician", store="garage")
    assert get(client, "records/customer", 403)["error"]["code"] == "forbidden"
    assert [entity["name"] for entity in get(client, "entities")] == ["vehicle", "task"]
    assert get(client, "home")["counts"] == {"vehicle": 0, "task": 0}


def test_home_tells_where_one_is(showroom, sign_in):
    home = get(sign_in("manager", store="north"), "home")
    assert home["counts"] == {
        "customer": 5, "relation": 0, "vehicle": 5, "sales_order": 5, "lead": 0, "interaction": 0, "task": 0,
        "brand": 0, "series": 0, "trim": 0, "stock_vehicle": 0, "test_drive": 0,
        "order_payment": 0, "quote": 0, "quote_line": 0, "purchase_tax_rule": 0, "delivery": 0,
        "promise": 0, "used_car": 0, "used_car_cost": 0, "vehicle_owner": 0, "referral": 0, "channel_cost": 0,
        "contract": 0,
    }  # fmt: skip
    assert (home["store"]["name"], home["roles"]) == ("安和北店", ["store_manager"])
    assert "sales_order.read" in home["permissions"]
    assert "import.run" not in home["permissions"]


def test_entities_say_how_each_field_may_be_used(showroom, sign_in):
    entities = {one["name"]: one for one in get(sign_in("manager", store="north"), "entities")}
    order = {field["name"]: field for field in entities["sales_order"]["fields"]}
    assert order["price"]["type"] == "money"
    assert order["customer"]["target"] == "customer"
    cancelled = {"value": "cancelled", "label": {"zh": "已取消", "en": "Cancelled"}, "retired": False}
    assert cancelled in order["status"]["choices"]
    assert order["customer_phone"]["sortable"] is False
    assert {"name": "during", "label": {"zh": "在", "en": "is in"}, "takes": "period"} in order["ordered_on"][
        "operators"
    ]


@pytest.mark.parametrize("limit", [0, 1001, "many"])
def test_a_page_has_one_to_a_thousand_rows(showroom, sign_in, limit):
    get(sign_in("manager", store="north"), "records/customer", 422, limit=limit)


def test_filters_come_through_the_address(showroom, sign_in):
    rules = [{"field": "price", "operator": ">", "value": "150000"}]
    body = get(
        sign_in("manager", store="north"),
        "records/sales_order",
        filter=json.dumps({"combinator": "and", "rules": rules}),
        sort="price",
    )
    assert [Decimal(row["price"]) for row in body["rows"]] == [200_000, 300_000]


def test_a_search_too_long_is_refused(showroom, sign_in):
    error = get(sign_in("manager", store="north"), "records/customer", 422, q="x" * 101)["error"]
    assert (error["code"], error["params"]) == ("invalid_search", {"limit": 100})
