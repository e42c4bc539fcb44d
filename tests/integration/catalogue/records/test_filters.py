"""Each operator finds what it says, and what is not understood is refused."""

import datetime as dt
import json

import orjson
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chezhan.catalogue.records.listing import list_records
from chezhan.kernel.errors import AppError
from tenants.context import tenant_context

ALL = ["A1", "A2", "A3", "A4", "A5"]


def numbers(cast, *rules, combinator="and", negated=False, **asked) -> list[str]:
    """The numbers of the orders found, in the order of their numbers."""
    group = {"combinator": combinator, "rules": list(rules), "not": negated}
    with tenant_context(cast.stores["north"]):
        page = list_records(
            actor=cast.actor("manager", store="north"),
            entity=asked.pop("entity", "sales_order"),
            filter_json=json.dumps(group),
            sort="number",
            **asked,
        )
    rows = orjson.loads(page.rows)
    assert page.count.value == len(rows)
    return [row["number"] for row in rows]


def rule(field, operator, value=None):
    return {"field": field, "operator": operator, "value": value}


@pytest.mark.parametrize(
    ("field", "operator", "value", "found"),
    [
        ("brand", "=", "BMW", ["A4", "A5"]),
        ("brand", "!=", "BMW", ["A1", "A2", "A3"]),
        ("brand", "in", ["BMW", "理想"], ["A2", "A4", "A5"]),
        ("brand", "notIn", ["BMW", "理想"], ["A1", "A3"]),
        ("brand", "contains", "亚", ["A1", "A3"]),
        ("brand", "contains", "bm", ["A4", "A5"]),
        ("brand", "doesNotContain", "亚", ["A2", "A4", "A5"]),
        ("series", "beginsWith", "x", ["A4", "A5"]),
        ("series", "endsWith", "7", ["A2"]),
        ("region", "null", None, ["A3"]),
        ("region", "notNull", None, ["A1", "A2", "A4", "A5"]),
        ("price", "=", "100000.00", ["A1", "A5"]),
        ("price", "=", 100000, ["A1", "A5"]),
        ("price", "!=", 100000, ["A2", "A3", "A4"]),
        ("price", "<", 100000, ["A4"]),
        ("price", "<=", "100000", ["A1", "A4", "A5"]),
        ("price", ">", 200000, ["A2"]),
        ("price", ">=", 200000, ["A2", "A3"]),
        ("price", "between", [99999.99, 200000], ["A1", "A3", "A4", "A5"]),
        # Who makes the first so much of it all: 300, 200, 100, 100 and just under 100 thousand.
        ("top:price", "<", "37.5", ["A2"]),
        ("top:price", "<", 60, ["A2", "A3"]),
        ("top:price", "<", 80, ["A1", "A2", "A3", "A5"]),
        ("top:price", ">=", 80, ["A4"]),
        ("ordered_on", "=", "2023-02-05", ["A2", "A3"]),
        ("ordered_on", "<", "2023-02-05", ["A1"]),
        ("ordered_on", ">", "2023-02-05", ["A4", "A5"]),
        ("ordered_on", "between", ["2023-02-05", "2023-03-05"], ["A2", "A3", "A4"]),
        ("ordered_on", "during", "last_month", ["A4"]),
        ("ordered_on", "during", "this_month", ["A5"]),
        ("ordered_on", "during", "last_year", []),
        ("created_at", "during", "last_year", []),
        ("created_at", ">=", "2000-01-01", ALL),
        ("created_at", "<", "2000-01-01", []),
        ("status", "=", "cancelled", ["A4"]),
        ("status", "notIn", ["cancelled", "draft"], ["A1", "A2", "A3", "A5"]),
        ("customer", "contains", "gera", ["A5"]),
        ("customer", "contains", "_100%", ["A3"]),
        ("customer_phone", "=", "+86 138-0013-8000", ["A1"]),
        ("customer_phone", "endsWith", "9000", ["A2"]),
        ("customer_phone", "null", None, ["A3", "A4"]),
        ("vin", "=", "lsvaa4187e2184847", ["A1"]),
        ("vin", "!=", "LSVAA4187E2184848", ["A1"]),
        ("plate", "beginsWith", "沪a", ["A1"]),
        ("plate", "beginsWith", "沪A·1", ["A1"]),
        ("customer.name", "contains", "gera", ["A5"]),
        ("customer.name", "doesNotContain", "gera", ["A1", "A2", "A3", "A4"]),
        ("customer.phone", "endsWith", "9000", ["A2"]),
        ("vehicle.plate", "=", "沪a-12345", ["A1"]),
        ("vehicle.customer.name", "contains", "张", ["A1"]),
        ("customer.created_at", "during", "last_year", []),
        ("vehicle", "contains", "沪A", ["A1"]),
    ],
)
def test_an_operator_finds_what_it_says(showroom, field, operator, value, found):
    assert numbers(showroom, rule(field, operator, value), today=dt.date(2023, 4, 9)) == found


def test_a_link_is_found_by_its_id(showroom):
    with tenant_context(showroom.stores["north"]):
        page = list_records(actor=showroom.actor("manager", store="north"), entity="customer", q="Geraldine")
    (row,) = orjson.loads(page.rows)
    assert numbers(showroom, rule("customer", "=", row["id"])) == ["A5"]
    assert numbers(showroom, rule("customer", "in", [row["id"]])) == ["A5"]


def customers(cast, rule) -> list[str]:
    with tenant_context(cast.stores["north"]):
        page = list_records(
            actor=cast.actor("manager", store="north"),
            entity="customer",
            filter_json=json.dumps({"combinator": "and", "rules": [rule]}),
            sort="name",
        )
    return sorted(row["name"] for row in orjson.loads(page.rows))


def test_what_belongs_to_a_record_is_counted_and_summed(showroom):
    dear = {"combinator": "and", "rules": [rule("price", ">=", 200000)]}
    spent = rule("sales_order.price", ">", 150000) | {"aggregate": "sum"}
    bought = rule("sales_order", ">=", 1) | {"aggregate": "count", "where": dear}
    last = rule("sales_order.ordered_on", "<", "2023-02-01") | {"aggregate": "max"}
    assert customers(showroom, spent) == customers(showroom, bought) == ["李娜", "王芳_100%"]
    assert customers(showroom, last) == ["张伟"]


def test_only_a_filter_that_counts_other_records_has_its_time(showroom):
    bought = rule("sales_order", ">=", 1) | {"aggregate": "count"}
    for asked, timed in ((bought, True), (rule("name", "contains", "张"), False)):
        with CaptureQueriesContext(connection) as queries:
            assert customers(showroom, asked)
        assert any("statement_timeout" in query["sql"] for query in queries) is timed


def test_two_fields_are_compared_with_each_other(showroom):
    same = rule("brand", "=", "series") | {"valueSource": "field"}
    assert numbers(showroom, same) == []
    assert numbers(showroom, same | {"operator": "!="}) == ALL


def test_groups_nest_and_turn_round(showroom):
    either = {"combinator": "or", "rules": [rule("brand", "=", "理想"), rule("series", "=", "X5")]}
    assert numbers(showroom, either) == ["A2", "A5"]
    assert numbers(showroom, either, rule("price", ">", 150_000)) == ["A2"]
    assert numbers(showroom, either, negated=True) == ["A1", "A3", "A4"]
    assert numbers(showroom, either | {"not": True}, rule("brand", "=", "BMW")) == ["A4"]
    assert numbers(showroom) == ALL


def test_the_unknown_is_neither_equal_nor_different(showroom):
    known = numbers(showroom, rule("vin", "=", "LSVAA4187E2184847"))
    other = numbers(showroom, rule("vin", "=", "LSVAA4187E2184847"), negated=True)
    assert (known, other) == (["A1"], [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "invalid_filter"),
        ("[]", "invalid_filter"),
        ('{"combinator":"xor","rules":[]}', "invalid_filter"),
        ('{"combinator":"and"}', "invalid_filter"),
        ('{"combinator":"and","rules":[1]}', "invalid_filter"),
        ('{"combinator":"and","rules":[],"not":"yes"}', "invalid_filter"),
        (json.dumps({"combinator": "and", "rules": [rule("nope", "=", "1")]}), "unknown_field"),
        (json.dumps({"combinator": "and", "rules": [rule("customer__name", "=", "1")]}), "unknown_field"),
        (json.dumps({"combinator": "and", "rules": [rule("customer.nope", "=", "1")]}), "unknown_field"),
        (json.dumps({"combinator": "and", "rules": [rule("brand.name", "=", "1")]}), "unknown_field"),
        (json.dumps({"combinator": "and", "rules": [rule("brand", "regex", "1")]}), "unknown_operator"),
        (
            json.dumps({"combinator": "and", "rules": [rule("customer_phone", "=", "vin") | {"valueSource": "field"}]}),
            "invalid_filter_value",
        ),
        (json.dumps({"combinator": "and", "rules": [rule("customer_phone", "contains", "1")]}), "unknown_operator"),
        (json.dumps({"combinator": "and", "rules": [rule("price", "=", "cheap")]}), "invalid_filter_value"),
        (json.dumps({"combinator": "and", "rules": [rule("price", "between", [1])]}), "invalid_filter_value"),
        (json.dumps({"combinator": "and", "rules": [rule("brand", "in", [])]}), "invalid_filter_value"),
        (json.dumps({"combinator": "and", "rules": [rule("brand", "in", "BMW")]}), "invalid_filter_value"),
        (json.dumps({"combinator": "and", "rules": [rule("status", "=", "sold")]}), "invalid_filter_value"),
        (json.dumps({"combinator": "and", "rules": [rule("status", "=", ["draft"])]}), "invalid_filter_value"),
        (json.dumps({"combinator": "and", "rules": [rule("ordered_on", "during", "ever")]}), "invalid_filter_value"),
        (json.dumps({"combinator": "and", "rules": [rule("brand", "=", "a\x00")]}), "invalid_filter_value"),
        (json.dumps({"combinator": "and", "rules": [rule("brand", "=", "BMW")] * 101}), "invalid_filter"),
    ],
)
def test_what_is_not_understood_is_refused(showroom, text, code):
    with tenant_context(showroom.stores["north"]), pytest.raises(AppError) as refused:
        list_records(actor=showroom.actor("manager", store="north"), entity="sales_order", filter_json=text)
    assert (refused.value.code, refused.value.status) == (code, 422)


def test_a_filter_too_deep_is_refused(showroom):
    group: dict = {"combinator": "and", "rules": []}
    for _ in range(6):
        group = {"combinator": "and", "rules": [group]}
    with tenant_context(showroom.stores["north"]), pytest.raises(AppError) as refused:
        list_records(actor=showroom.actor("manager", store="north"), entity="customer", filter_json=json.dumps(group))
    assert refused.value.code == "invalid_filter"
