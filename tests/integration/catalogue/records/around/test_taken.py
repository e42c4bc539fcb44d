"""A value that may be there once, held by a record that one does not see."""

from chezhan.access.rights import OWN_ROWS
from tests.factories.showroom import VIN


def test_a_value_taken_by_a_record_out_of_sight_tells_only_that(showroom, ask, set_policy):
    (theirs,) = ask("manager", "GET", "records/vehicle?q=沪A12345")["rows"]
    set_policy("sales_advisor", "vehicle", rows=OWN_ROWS)
    assert ask("advisor", "GET", "records/vehicle")["rows"] == []
    customer = ask("advisor", "POST", "records/customer", {"values": {"name": "李雷"}}, 201)["record"]
    values = {"brand": "BMW", "customer": customer["id"], "vin": VIN}
    refused = ask("advisor", "POST", "records/vehicle", {"values": values}, 409)
    error = refused["error"]
    assert (error["code"], error["params"], list(error["fields"])) == ("already_taken", {"field": "vin"}, ["vin"])
    for known in (theirs["id"], theirs["plate"], theirs["brand"], theirs["customer"]["title"]):
        assert known not in str(refused)
