"""Pages follow each other without a row lost or shown twice, whichever way the list is sorted."""

import base64

import orjson
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chezhan.catalogue.records import counting
from chezhan.catalogue.records.listing import list_records
from chezhan.catalogue.registry import entity_named
from chezhan.kernel.errors import AppError
from tenants.context import tenant_context

SORTABLE = [
    (entity, field.name)
    for entity in ("customer", "vehicle", "sales_order")
    for field in entity_named(entity).fields.values()
    if field.can_sort
]


def page(cast, entity="sales_order", **asked):
    with tenant_context(cast.stores["north"]):
        return list_records(actor=cast.actor("manager", store="north"), entity=entity, **asked)


def walk(cast, entity, **asked) -> list[dict]:
    rows, cursor = [], ""
    while cursor is not None:
        part = page(cast, entity, cursor=cursor, limit=2, **asked)
        rows += orjson.loads(part.rows)
        cursor = part.next_cursor
    return rows


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize(("entity", "field"), SORTABLE)
def test_pages_of_two_are_the_whole_list_in_order(showroom, entity, field, sign):
    whole = orjson.loads(page(showroom, entity, sort=f"{sign}{field}").rows)
    assert walk(showroom, entity, sort=f"{sign}{field}") == whole
    assert len({row["id"] for row in whole}) == 5


def values(cast, sort) -> list:
    return [row["number"] for row in walk(cast, "sales_order", sort=sort)]


def test_a_list_is_sorted_either_way_by_one_or_more_fields(showroom):
    assert values(showroom, "-price,number")[:3] == ["A2", "A3", "A1"]
    assert values(showroom, "price,-number") == ["A4", "A5", "A1", "A3", "A2"]
    assert values(showroom, "-ordered_on,-number") == ["A5", "A4", "A3", "A2", "A1"]
    assert values(showroom, "customer")[:2] == ["A5", "A4"]


def test_empty_values_come_last_either_way(showroom):
    assert values(showroom, "vin")[0] == "A1"
    assert values(showroom, "-vin")[0] == "A1"


@pytest.mark.parametrize(
    ("sort", "code"), [("nope", "unknown_field"), ("customer_phone", "not_sortable"), ("price,price", "not_sortable")]
)
def test_a_field_that_cannot_be_sorted_by_is_refused(showroom, sort, code):
    with pytest.raises(AppError) as refused:
        page(showroom, sort=sort)
    assert (refused.value.code, refused.value.status) == (code, 422)


def forged(*parts) -> str:
    return base64.urlsafe_b64encode(orjson.dumps(list(parts))).decode()


@pytest.mark.parametrize(
    "cursor",
    [
        "!", "e30", "bnVsbA", "\u8f66",
        forged("-price,-id", "1", "not an id"),
        forged("-price,-id", "cheap", "01a200e4-4821-761f-a743-67b5a37a18b0"),
        forged("-price,-id", None, "01a200e4-4821-761f-a743-67b5a37a18b0"),
        forged("price,id", "1", "01a200e4-4821-761f-a743-67b5a37a18b0"),
        forged("-price,-id", "1"),
    ],
)  # fmt: skip
def test_a_page_marker_of_another_list_is_refused(showroom, cursor):
    with pytest.raises(AppError) as refused:
        page(showroom, sort="-price", cursor=cursor)
    assert (refused.value.code, refused.value.status) == ("invalid_cursor", 422)


def test_a_page_and_its_count_are_two_statements_at_most(showroom):
    page(showroom)
    with CaptureQueriesContext(connection) as seen:
        page(showroom, limit=2)
    assert len([query for query in seen if not query["sql"].startswith(("BEGIN", "COMMIT"))]) == 2
    with CaptureQueriesContext(connection) as seen:
        page(showroom, limit=5)
    assert len([query for query in seen if not query["sql"].startswith(("BEGIN", "COMMIT"))]) == 1


def test_a_count_is_exact_up_to_the_bound_and_estimated_beyond(showroom, monkeypatch):
    assert page(showroom, limit=2).count == counting.Count(value=5, exact=True)
    monkeypatch.setattr(counting, "EXACT_UP_TO", 3)
    beyond = page(showroom, limit=2).count
    assert (beyond.exact, beyond.value > 3) == (False, True)
    assert page(showroom, limit=2, count=False).count is None
