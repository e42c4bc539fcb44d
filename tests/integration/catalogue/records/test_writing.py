"""What people may write, and what is told to whom who may not."""

from datetime import date

import pytest

from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tests.factories.phones import phone_of


def send(client, method, path, body, status):
    call = getattr(client, method)
    response = call(f"/api/store/records/{path}", body, content_type="application/json")
    assert response.status_code == status, response.content.decode()
    return response.json() if response.content else None


def make(client, **values):
    return send(client, "post", "customer", {"values": {"name": "李雷", **values}}, 201)["record"]


def of_north(showroom, record_id):
    with tenant_context(showroom.stores["north"]):
        return Customer.objects.get(id=record_id)


def test_a_new_record_is_its_makers_own_and_answered_as_they_see_it(showroom, sign_in):
    record = make(sign_in("advisor", store="north"), phone="138 0013 8000", annual_income="250000")
    assert (record["name"], record["annual_income"]) == ("李雷", "250000.00")
    kept = of_north(showroom, record["id"])
    assert (kept.owner, phone_of(kept, store=showroom.stores["north"])) == (
        showroom.people["advisor"].id,
        "13800138000",
    )
    with tenant_context(showroom.stores["south"]):
        assert not Customer.objects.filter(id=record["id"]).exists()


def test_every_row_of_a_batch_is_judged_and_none_is_kept_when_one_is_wrong(showroom, sign_in):
    rows = [{"name": "甲"}, {"name": "", "annual_income": "much"}, {"name": "丙", "kind": "alien"}]
    body = send(sign_in("manager", store="north"), "post", "customer/batch", {"rows": rows}, 422)
    told = {(one["row"], one["field"], one["code"]) for one in body["error"]["params"]["rows"]}
    assert {(row, field) for row, field, _ in told} == {(1, "name"), (1, "annual_income"), (2, "kind")}
    with tenant_context(showroom.stores["north"]):
        assert not Customer.objects.filter(name__in=["甲", "丙"]).exists()


def test_a_change_says_what_it_was_made_on(showroom, sign_in):
    client = sign_in("manager", store="north")
    record = make(client)
    changed = send(client, "patch", f"customer/{record['id']}", {"version": 1, "values": {"city": "上海"}}, 200)
    assert changed["record"]["city"] == "上海"
    error = send(client, "patch", f"customer/{record['id']}", {"version": 1, "values": {"city": "苏州"}}, 409)["error"]
    assert (error["code"], error["params"]) == ("changed_meanwhile", {"version": 2})
    assert of_north(showroom, record["id"]).city == "上海"


def test_an_advisor_writes_their_own_and_only_looks_at_others(showroom, sign_in):
    theirs = make(sign_in("manager", store="north"), phone="13900001234")
    advisor = sign_in("advisor", store="north")
    seen = advisor.get(f"/api/store/records/customer/{theirs['id']}").json()["record"]
    assert (seen["name"], seen["phone"]) == ("李雷", "*******1234")
    refused = send(advisor, "patch", f"customer/{theirs['id']}", {"version": 1, "values": {"city": "上海"}}, 403)
    assert refused["error"]["code"] == "field_not_writable"
    mine = make(advisor, phone="13900005678")
    assert mine["phone"] == "13900005678"
    send(advisor, "patch", f"customer/{mine['id']}", {"version": 1, "values": {"city": "上海"}}, 200)
    assert (of_north(showroom, theirs["id"]).city, of_north(showroom, mine["id"]).city) == ("", "上海")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"customer": "01a200e4-4821-761f-a743-67b5a37a18b0"}, "rows_refused"),
        ({"password": "x"}, "unknown_field"),
        ({"created_at": "2020-01-01"}, "field_not_writable"),
        ({"customer_phone": "13900001111"}, "field_not_writable"),
    ],
)
def test_what_is_not_there_or_not_ones_to_write_is_refused(showroom, sign_in, values, code):
    client = sign_in("manager", store="north")
    body = {"values": {"brand": "BMW", **values}}
    response = client.post("/api/store/records/vehicle", body, content_type="application/json")
    assert response.json()["error"]["code"] == code


def test_what_must_be_unique_is_said_of_its_field(showroom, sign_in):
    client = sign_in("manager", store="north")
    owner = make(client)["id"]
    values = {"brand": "BMW", "customer": owner, "vin": "LSVAA4187E2184847"}
    error = send(client, "post", "vehicle", {"values": values}, 409)["error"]
    assert (error["code"], list(error["fields"])) == ("already_taken", ["vin"])


def test_another_stores_record_is_no_target(showroom, sign_in):
    with tenant_context(showroom.stores["south"]):
        theirs = str(Customer.objects.first().id)
    values = {"brand": "BMW", "customer": theirs}
    error = send(sign_in("manager", store="north"), "post", "vehicle", {"values": values}, 422)["error"]
    assert error["params"]["rows"][0]["code"] == "no_such_target"


def test_deleted_records_are_gone_and_come_back_as_they_were(showroom, sign_in):
    client = sign_in("manager", store="north")
    record = make(client, city="杭州")
    send(client, "post", "customer/delete", {"ids": [record["id"]]}, 200)
    send(client, "patch", f"customer/{record['id']}", {"version": 1, "values": {"city": "上海"}}, 404)
    assert client.get(f"/api/store/records/customer/{record['id']}").status_code == 404
    send(client, "post", "customer/bring-back", {"ids": [record["id"]]}, 200)
    assert of_north(showroom, record["id"]).city == "杭州"


def test_what_others_refer_to_is_not_deleted(showroom, sign_in):
    client = sign_in("manager", store="north")
    (row,) = client.get("/api/store/records/customer?q=Geraldine").json()["rows"]
    error = send(client, "post", "customer/delete", {"ids": [row["id"]]}, 409)["error"]
    assert error["code"] == "still_referred"
    assert of_north(showroom, row["id"]).name == "Geraldine"


def test_who_may_not_delete_is_refused(showroom, sign_in):
    record = make(sign_in("advisor", store="north"))
    send(sign_in("advisor", store="north"), "post", "customer/delete", {"ids": [record["id"]]}, 403)
    assert of_north(showroom, record["id"]).created_at.date() <= date.max


def test_who_works_elsewhere_is_nobodys_owner(showroom, sign_in):
    client = sign_in("manager", store="north")
    stranger = str(showroom.people["rival_manager"].id)
    error = send(client, "post", "customer", {"values": {"name": "甲", "owner": stranger}}, 422)["error"]
    assert error["params"]["rows"][0]["code"] == "no_such_person"
    record = make(client, owner=str(showroom.people["advisor"].id))
    assert of_north(showroom, record["id"]).owner == showroom.people["advisor"].id
