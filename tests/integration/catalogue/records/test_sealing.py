"""Phones are kept sealed: nobody finds one in the tables, and everybody who may read it does."""

import json

from django.db import connection

from chezhan.modules.parties.sealing_old import seal_plain_phones
from tenants.context import tenant_context

PHONE = "13900004321"


def make(client, phone=PHONE):
    body = {"values": {"name": "韩梅梅", "phone": phone}}
    response = client.post("/api/store/records/customer", body, content_type="application/json")
    assert response.status_code == 201, response.content.decode()
    return response.json()["record"]


def found(client, operator, value):
    rule = {"field": "phone", "operator": operator, "value": value}
    asked = {"filter": json.dumps({"combinator": "and", "rules": [rule]})}
    return [row["name"] for row in client.get("/api/store/records/customer", asked).json()["rows"]]


def test_no_column_holds_the_phone_in_clear(cast, sign_in):
    record = make(sign_in("manager", store="north"))
    assert record["phone"] == PHONE
    with tenant_context(cast.stores["north"]), connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(customer)::text FROM customer WHERE id = %s", [record["id"]])
        (row,) = cursor.fetchone()
        cursor.execute("SELECT coalesce(string_agg(changes::text, ''), '') FROM audit_entry")
        (history,) = cursor.fetchone()
    assert PHONE not in row
    assert "phone" in history
    assert PHONE not in history


def test_it_is_found_whole_in_any_spelling_and_by_its_tail(cast, sign_in):
    client = sign_in("manager", store="north")
    make(client)
    assert found(client, "=", "+86 139-0000-4321") == ["韩梅梅"]
    assert found(client, "in", [PHONE]) == ["韩梅梅"]
    assert found(client, "endsWith", "4321") == ["韩梅梅"]
    assert found(client, "endsWith", "04321") == []
    assert found(client, "!=", PHONE) == []


def test_a_mask_may_be_matched_whole_and_in_no_part(cast, sign_in):
    make(sign_in("manager", store="north"))
    advisor = sign_in("advisor", store="north")
    (row,) = advisor.get("/api/store/records/customer", {"q": PHONE}).json()["rows"]
    assert row["phone"] == "*******4321"
    assert found(advisor, "=", PHONE) == ["韩梅梅"]
    assert found(advisor, "endsWith", "4321") == []
    assert advisor.get("/api/store/records/customer", {"q": "4321"}).json()["rows"] == []


def test_two_stores_keep_one_phone_in_two_ways(cast, sign_in):
    kept = []
    for store in ("north", "south"):
        record = make(sign_in("both", store=store))
        with tenant_context(cast.stores[store]), connection.cursor() as cursor:
            cursor.execute("SELECT substring(sealed_phone, 1, 16) FROM customer WHERE id = %s", [record["id"]])
            kept.append(cursor.fetchone()[0])
    assert kept[0] != kept[1]


def test_saying_the_same_phone_again_changes_nothing(cast, sign_in):
    client = sign_in("manager", store="north")
    record = make(client)
    body = {"version": 1, "values": {"phone": "139 0000 4321"}}
    client.patch(f"/api/store/records/customer/{record['id']}", body, content_type="application/json")
    again = client.patch(f"/api/store/records/customer/{record['id']}", body, content_type="application/json")
    assert again.status_code == 200


def test_phones_from_before_are_sealed_and_emptied(cast, sign_in):
    client = sign_in("manager", store="north")
    record = make(client, phone="")
    with tenant_context(cast.stores["north"]), connection.cursor() as cursor:
        cursor.execute("UPDATE customer SET phone = %s, phone_digits = %s", [PHONE, PHONE])
    assert seal_plain_phones() == 1
    assert client.get(f"/api/store/records/customer/{record['id']}").json()["record"]["phone"] == PHONE
    with tenant_context(cast.stores["north"]), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM customer WHERE phone IS NOT NULL OR phone_digits IS NOT NULL")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT string_agg(changes::text, ' ') FROM audit_entry")
        assert PHONE not in cursor.fetchone()[0]
    assert seal_plain_phones() == 0
