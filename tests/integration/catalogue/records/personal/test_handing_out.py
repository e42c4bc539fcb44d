"""What the store holds of a person, shown and as a file, as far as the asker may know it."""

import io
import json
import zipfile

import pytest

from chezhan.access.rights import Right
from chezhan.catalogue.audit.models import AuditEntry
from tenants.context import tenant_context
from tests.integration.catalogue.records.around.conftest import set_policy
from tests.integration.catalogue.records.personal.conftest import NAME, OTHER, PHONE, PLATE, WECHAT

__all__ = ["set_policy"]


@pytest.fixture
def showroom(cast):
    return cast


@pytest.fixture
def file(sign_in):
    def _file(customer: str):
        response = sign_in("manager", store="north").get(
            f"/api/store/records/customer/{customer}/personal-data.zip?reason=authority"
        )
        assert response.status_code == 200
        return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))

    return _file


def read(ask, customer):
    return ask("manager", "GET", f"records/customer/{customer}/personal-data")


def test_everything_that_leads_to_a_person_is_shown_and_nothing_of_others(planted, ask):
    told = read(ask, planted.customer)
    by_kind = {held["entity"]: {row["id"] for row in held["rows"]} for held in told["held"]}
    assert by_kind["customer"] == {planted.customer}
    assert planted.order in by_kind["sales_order"] and planted.other_order not in by_kind["sales_order"]
    assert planted.vehicle in by_kind["vehicle"] and planted.sold not in by_kind["vehicle"]
    assert by_kind["x_visit"] == {planted.visit}
    assert (told["title"], len(told["comments"]), len(told["deleted"]), told["may_erase"]) == (NAME, 2, 2, True)
    (orders,) = [held for held in told["held"] if held["entity"] == "sales_order"]
    assert "x_note" in orders["erased"] and {"number", "price", "x_deposit"} <= set(orders["kept"])


def test_the_file_has_it_all_to_read_and_for_programs(planted, file, cast):
    with file(planted.customer) as parts:
        told = json.loads(parts.read("data.json"))
        with zipfile.ZipFile(io.BytesIO(parts.read("data.xlsx"))) as book:
            text = book.read("xl/sharedStrings.xml").decode() + book.read("xl/workbook.xml").decode()
    assert {row["id"] for row in told["records"]["customer"]} == {planted.customer}
    assert [one["text"] for one in told["comments"]][1] == f"{PLATE} 要换轮胎"
    for sign in (NAME, PHONE, WECHAT, PLATE, "要换轮胎", "销售订单", "变更记录"):
        assert sign in text
    assert OTHER["phone"] not in text + json.dumps(told, ensure_ascii=False)
    with tenant_context(cast.stores["north"]):
        entry = AuditEntry.objects.get(kind="exported")
    assert (str(entry.record_id), entry.changes["reason"]) == (planted.customer, "authority")


def test_that_it_was_handed_out_is_told(planted, ask, file):
    file(planted.customer).close()
    (told,) = read(ask, planted.customer)["requests"]
    assert (told["kind"], told["reason"], told["counts"]["x_visit"]) == ("exported", "authority", 1)


def test_a_link_that_one_may_not_read_leads_nowhere(planted, ask, set_policy):
    set_policy("store_manager", "vehicle", fields={"customer": Right.HIDDEN})
    told = read(ask, planted.customer)
    assert {held["entity"] for held in told["held"]} == {
        "customer", "sales_order", "lead", "interaction",
    }  # fmt: skip
    assert told["deleted"] == []


def test_a_field_that_is_hidden_is_nowhere_in_it(planted, ask, file, set_policy):
    set_policy("store_manager", "customer", fields={"phone": Right.HIDDEN, "city": Right.HIDDEN})
    told = json.dumps(read(ask, planted.customer)["held"][0], ensure_ascii=False)
    assert "phone" not in told and "city" not in told
    with file(planted.customer) as parts:
        records = json.loads(parts.read("data.json"))["records"]["customer"]
    assert "phone" not in records[0] and "city" not in records[0]
