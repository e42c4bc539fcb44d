"""A store's API as it is described to whom."""

from chezhan.access.rights import Right
from chezhan.catalogue.openapi.shapes import SHAPES
from chezhan.catalogue.types import FIELD_TYPES


def test_every_type_of_field_has_a_shape():
    assert set(SHAPES) == set(FIELD_TYPES)


def test_fields_are_described_with_their_types(showroom, ask):
    document = ask("manager", "GET", "openapi.json")
    customer = document["components"]["schemas"]["customer"]["properties"]
    assert customer["annual_income"]["format"] == "decimal"
    assert customer["kind"]["enum"] == ["person", "company", None, ""]
    sent = document["components"]["schemas"]["vehicle_values"]["properties"]
    assert (sent["customer"]["format"], "customer_phone" in sent) == ("uuid", False)
    assert {"get", "post"} <= document["paths"]["/api/store/records/customer"].keys()


def test_what_one_may_not_see_or_do_is_not_described(showroom, ask, set_policy):
    set_policy(
        "sales_advisor", "customer", fields={"annual_income": Right.HIDDEN, "city": Right.READ}, actions=frozenset()
    )
    document = ask("advisor", "GET", "openapi.json")
    assert "annual_income" not in document["components"]["schemas"]["customer"]["properties"]
    assert "city" in document["components"]["schemas"]["customer"]["properties"]
    assert "city" not in document["components"]["schemas"]["customer_values"]["properties"]
    assert "post" not in document["paths"]["/api/store/records/customer"]
