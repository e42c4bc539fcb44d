"""What happened to a record, told as far as one may see its fields."""

import json
from urllib.parse import quote

from chezhan.access.rights import OWN_ROWS, Right
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tests.factories.phones import phone_here


def changed(event):
    return {one["field"]: (one["before"], one["after"]) for one in event["changes"]}


def change(ask, record, version, **values):
    ask("manager", "PATCH", f"records/customer/{record['id']}", {"version": version, "values": values})


def test_changes_and_comments_stand_in_one_list_by_pages(showroom, ask, make):
    record = make(city="杭州", annual_income="250000")
    change(ask, record, 1, city="上海")
    ask("manager", "POST", f"records/customer/{record['id']}/comments", {"text": "搬家了"}, 201)
    change(ask, record, 2, annual_income="300000.5", phone="13900001234")
    seen, cursor = [], ""
    for _ in range(4):
        page = ask("manager", "GET", f"records/customer/{record['id']}/timeline?limit=1&cursor={quote(cursor)}")
        seen += page["rows"]
        cursor = page["next_cursor"] or ""
    assert [one["kind"] for one in seen] == ["updated", "comment", "updated", "created"]
    assert cursor == ""
    assert changed(seen[0]) == {"annual_income": ("250000.00", "300000.50"), "phone": (None, "13900001234")}
    assert seen[1]["comment"]["text"] == "搬家了"
    assert changed(seen[2]) == {"city": ("杭州", "上海")}
    assert seen[2]["actor_id"] == str(showroom.people["manager"].id)
    assert changed(seen[3])["annual_income"] == (None, "250000.00")


def test_a_hidden_field_is_absent_and_a_masked_one_shows_masks(showroom, ask, make, set_policy):
    record = make(name="李时珍", phone="13900001234", city="杭州")
    change(ask, record, 1, phone="13900005678", city="上海", region="华东")
    path = f"records/customer/{record['id']}/timeline"
    first = ask("advisor", "GET", path)["rows"][0]
    assert changed(first)["phone"] == ("*******1234", "*******5678")
    set_policy("sales_advisor", "customer", fields={"city": Right.HIDDEN, "name": Right.MASKED})
    told = ask("advisor", "GET", path)
    assert "city" not in changed(told["rows"][0]) and "上海" not in json.dumps(told, ensure_ascii=False)
    assert changed(told["rows"][0])["region"] == ("", "华东")
    assert changed(told["rows"][1])["name"] == (None, "李**")
    assert "时珍" not in json.dumps(told, ensure_ascii=False)
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    ask("advisor", "GET", path, status=404)


def test_a_link_of_the_past_is_told_by_title_as_far_as_it_may_be_seen(showroom, ask, make, set_policy):
    old, new = make(name="旧主"), make("advisor", name="新主")
    vehicle = ask("manager", "POST", "records/vehicle", {"values": {"brand": "BMW", "customer": old["id"]}}, 201)[
        "record"
    ]
    ask("manager", "PATCH", f"records/vehicle/{vehicle['id']}", {"version": 1, "values": {"customer": new["id"]}})
    path = f"records/vehicle/{vehicle['id']}/timeline"
    first = ask("manager", "GET", path)["rows"][0]
    assert changed(first)["customer"] == ({"id": old["id"], "title": "旧主"}, {"id": new["id"], "title": "新主"})
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    first = ask("advisor", "GET", path)["rows"][0]
    assert changed(first)["customer"] == (None, {"id": new["id"], "title": "新主"})


def test_an_old_value_is_restored_by_an_ordinary_change(showroom, ask, make):
    record = make(annual_income="250000")
    change(ask, record, 1, annual_income="1")
    entry = ask("manager", "GET", f"records/customer/{record['id']}/timeline")["rows"][0]["entry_id"]
    path, body = f"records/customer/{record['id']}/restore", {"entry_id": entry, "field": "annual_income"}
    assert ask("manager", "POST", path, {**body, "version": 1}, 409)["error"]["code"] == "changed_meanwhile"
    ask("advisor", "POST", path, {**body, "version": 2}, 403)
    assert ask("manager", "POST", path, {**body, "version": 2})["record"]["annual_income"] == "250000.00"
    assert ask("manager", "POST", path, {**body, "field": "city", "version": 3}, 404)["error"]["code"] == (
        "nothing_to_restore"
    )


def test_what_is_masked_can_not_be_restored(showroom, ask, make, set_policy):
    record = make("advisor", phone="13900001234")
    change(ask, record, 1, phone="13900005678")
    entry = ask("manager", "GET", f"records/customer/{record['id']}/timeline")["rows"][0]["entry_id"]
    set_policy("sales_advisor", "customer", fields={"phone": Right.MASKED})
    body = {"entry_id": entry, "field": "phone", "version": 2}
    ask("advisor", "POST", f"records/customer/{record['id']}/restore", body, 404)
    with tenant_context(showroom.stores["north"]):
        assert phone_here(Customer.objects.get(id=record["id"])) == "13900005678"


def test_a_sealed_value_of_the_past_is_restored(showroom, ask, make):
    record = make(phone="13900001234")
    change(ask, record, 1, phone="13900005678")
    entry = ask("manager", "GET", f"records/customer/{record['id']}/timeline")["rows"][0]["entry_id"]
    body = {"entry_id": entry, "field": "phone", "version": 2}
    assert ask("manager", "POST", f"records/customer/{record['id']}/restore", body)["record"]["phone"] == "13900001234"


def test_that_a_hidden_field_changed_is_not_told(showroom, ask, make, set_policy):
    record = make(city="杭州")
    change(ask, record, 1, city="上海")
    set_policy("sales_advisor", "customer", fields={"city": Right.HIDDEN})
    told = ask("advisor", "GET", f"records/customer/{record['id']}/timeline")["rows"]
    assert [one["kind"] for one in told] == ["created"]
