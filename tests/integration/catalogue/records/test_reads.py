"""Who read personal data in clear is told in the audit: whose, which fields, once a day."""

import pytest

from chezhan.access.rights import Right
from chezhan.catalogue.audit.queries import AuditFilter, list_entries
from chezhan.catalogue.records import noting
from tenants.context import tenant_context
from tests.integration.catalogue.records.around.conftest import ask, make, set_policy

__all__ = ["ask", "make", "set_policy"]


@pytest.fixture(autouse=True)
def forgotten():
    """As if the process had just begun."""
    noting._noted.forget()
    yield
    noting._noted.forget()


@pytest.fixture
def reads(showroom):
    """reads("advisor") → {(table, record id): [fields of each entry]} of what this person read in north."""

    def _reads(who):
        with tenant_context(showroom.stores["north"]):
            which = AuditFilter(actor_id=showroom.people[who].id, kinds=("read",))
            told: dict = {}
            for entry in reversed(list_entries(which=which, limit=500)):
                told.setdefault((entry.entity, str(entry.record_id)), []).append(entry.details["fields"])
        return told

    return _reads


def test_a_record_that_is_read_is_told_with_its_personal_fields(ask, make, reads):
    mine, other = make("advisor", name="张三丰", phone="13900001234"), make(name="李时珍", phone="13900005678")
    ask("advisor", "GET", f"records/customer/{other['id']}")
    # Of another's customer the advisor sees the phone's mask alone.
    assert reads("advisor")["customer", other["id"]] == [["name"]]
    assert reads("advisor")["customer", mine["id"]] == [["name", "phone", "wechat"]]


def test_it_is_told_once_a_day_however_often_it_is_read(ask, make, reads):
    record = make(phone="13900001234")
    for _ in range(3):
        ask("manager", "GET", f"records/customer/{record['id']}")
        ask("manager", "GET", "records/customer")
        # Another process knows nothing of what this one has told.
        noting._noted.forget()
    assert reads("manager")["customer", record["id"]] == [["name", "phone", "wechat"]]


def test_a_list_tells_of_each_of_its_rows_and_no_other(ask, make, reads):
    first, second = make(name="甲"), make(name="乙")
    ask("advisor", "GET", "records/customer?fields=name&limit=1&sort=-created_at")
    told = reads("advisor")
    assert told["customer", second["id"]] == [["name"]]
    assert ("customer", first["id"]) not in told


def test_what_is_masked_or_not_shown_is_not_told(ask, make, reads, set_policy):
    make(name="李时珍", phone="13900001234")
    set_policy("sales_advisor", "customer", fields={"name": Right.MASKED, "phone": Right.MASKED})
    ask("advisor", "GET", "records/customer?fields=name,phone,city")
    assert reads("advisor") == {}
    set_policy("sales_advisor", "customer")
    ask("advisor", "GET", "records/customer?fields=city")
    assert reads("advisor") == {}


def test_what_is_read_through_a_link_is_told_of_whom_it_is(ask, make, reads, set_policy):
    buyer = make(name="张三丰", phone="13900001234")
    car = {"brand": "比亚迪", "customer": buyer["id"], "vin": "LGXC14AA0N0000012"}
    vehicle = ask("manager", "POST", "records/vehicle", {"values": car}, 201)["record"]
    values = {
        "number": "SO-1", "ordered_on": "2026-03-09", "price": "1.00", "brand": "比亚迪",
        "customer": buyer["id"], "vehicle": vehicle["id"],
    }  # fmt: skip
    ask("manager", "POST", "records/sales_order", {"values": values}, 201)
    ask("advisor", "GET", "records/sales_order?fields=number")
    assert reads("advisor") == {}
    ask("advisor", "GET", "records/sales_order?fields=number,customer,customer_phone,vin")
    # Advisors read names and VINs; of the phones of others' customers they see a mask.
    told = reads("advisor")
    assert told["customer", buyer["id"]] == [["name"]]
    assert told["vehicle", vehicle["id"]] == [["vin"]]
    assert {table for table, _ in told} == {"customer", "vehicle"}
    set_policy("sales_advisor", "customer", fields={"phone": Right.READ})
    ask("advisor", "GET", "records/sales_order?fields=customer_phone")
    assert reads("advisor")["customer", buyer["id"]] == [["name"], ["phone"]]


def test_related_rows_are_told_too(ask, make, reads):
    buyer = make(name="张三丰")
    car = {"brand": "比亚迪", "customer": buyer["id"], "plate": "浙A12345"}
    vehicle = ask("manager", "POST", "records/vehicle", {"values": car}, 201)["record"]
    ask("advisor", "GET", f"records/customer/{buyer['id']}")
    assert "plate" in reads("advisor")["vehicle", vehicle["id"]][0]


def test_an_answer_that_is_refused_tells_nothing(ask, make, reads):
    make(name="甲")
    ask("advisor", "GET", "records/customer?sort=nothing", status=422)
    assert reads("advisor") == {}
