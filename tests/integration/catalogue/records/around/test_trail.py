"""The audit as one reads it: what one may see of it, by page, and as a file."""

import csv
import io
import json
from typing import get_args
from urllib.parse import quote

import pytest

from chezhan.access.rights import ALL_ROWS, OWN_ROWS, Right
from chezhan.access.roles import GRANTS
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.audit.queries import AuditFilter, list_entries
from chezhan.catalogue.records.trail.api import Subject
from chezhan.catalogue.records.trail.exporting import SUBJECTS
from chezhan.catalogue.records.trail.settings import SETTINGS
from tenants.context import tenant_context

CHANGES = "created,updated,deleted"


@pytest.fixture
def trail(ask):
    """trail("manager", entity="customer") → the rows."""

    def _trail(who, status=200, **asked):
        query = "&".join(f"{name}={quote(str(value))}" for name, value in asked.items())
        found = ask(who, "GET", f"audit?{query}", status=status)
        return found["rows"] if status == 200 else found

    return _trail


@pytest.fixture
def auditing(monkeypatch):
    """Advisors may read the audit too, as far as their policies let them."""
    monkeypatch.setitem(GRANTS, "sales_advisor", GRANTS["sales_advisor"] | {"audit.read"})


def changed(line):
    return {one["field"]: (one["before"], one["after"]) for one in line["changes"]}


def change(ask, record, version, who="manager", **values):
    ask(who, "PATCH", f"records/customer/{record['id']}", {"version": version, "values": values})


def test_it_tells_who_changed_what_from_what_to_what(showroom, ask, make, trail):
    record = make(name="李雷", phone="13900001234", annual_income="250000")
    change(ask, record, 1, phone="13900005678", annual_income="1.5")
    line, born = trail("manager", entity="customer", record_id=record["id"], kind=CHANGES)
    assert changed(line) == {"phone": ("13900001234", "13900005678"), "annual_income": ("250000.00", "1.50")}
    assert (line["kind"], line["title"], line["there"]) == ("updated", "李雷", True)
    assert line["actor_id"] == str(showroom.people["manager"].id)
    assert line["address"] and line["request_id"]
    assert changed(born)["name"] == (None, "李雷")


def test_it_needs_a_permission_of_its_own(ask, trail):
    assert trail("advisor", status=403)["error"]["params"] == {"permission": "audit.read"}
    ask("advisor", "GET", "audit/export.csv", status=403)


def test_hidden_fields_are_absent_and_masked_ones_masked(ask, make, trail, set_policy, auditing):
    record = make(name="李时珍", phone="13900001234", city="杭州")
    change(ask, record, 1, phone="13900005678", city="上海", region="华东")
    set_policy("sales_advisor", "customer", fields={"city": Right.HIDDEN, "name": Right.MASKED})
    told = trail("advisor", entity="customer", record_id=record["id"])
    text = json.dumps(told, ensure_ascii=False)
    assert changed(told[0]) == {"phone": ("*******1234", "*******5678"), "region": ("", "华东")}
    assert not [word for word in ("city", "杭州", "上海", "时珍", "13900005678") if word in text]
    assert told[0]["title"] == "李**"


def test_a_change_of_hidden_fields_alone_is_not_told(ask, make, trail, set_policy, auditing):
    record = make(city="杭州")
    change(ask, record, 1, city="上海")
    set_policy("sales_advisor", "customer", fields={"city": Right.HIDDEN})
    assert [line["kind"] for line in trail("advisor", record_id=record["id"], kind=CHANGES)] == ["created"]
    refused = trail("advisor", entity="customer", field="city", status=422)["error"]
    absent = trail("advisor", entity="customer", field="citx", status=422)["error"]
    assert {**refused, "params": 0, "request_id": 0} == {**absent, "params": 0, "request_id": 0}


def test_records_out_of_sight_are_not_told(ask, make, trail, set_policy, auditing):
    mine, other, gone = make("advisor", name="甲"), make(name="乙"), make("advisor", name="丙")
    ask("manager", "POST", "records/customer/delete", {"ids": [gone["id"]]})
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    told = {line["record_id"] for line in trail("advisor", entity="customer", kind=CHANGES)}
    assert mine["id"] in told
    # Whose a record was that is gone can't be asked any more.
    assert not told & {other["id"], gone["id"]}
    set_policy("sales_advisor", "customer", rows=ALL_ROWS)
    assert gone["id"] in {line["record_id"] for line in trail("advisor", entity="customer", kind="deleted")}


def test_what_hangs_on_the_row_is_closed_of_a_record_that_is_gone(ask, make, trail, auditing):
    record = make("advisor", name="甲", phone="13900001234")
    ask("manager", "POST", "records/customer/delete", {"ids": [record["id"]]})
    (line,) = trail("advisor", record_id=record["id"], kind="deleted")
    assert changed(line)["phone"] == ("*******1234", None)


def test_looks_are_told_with_the_fields_that_the_reader_knows(ask, make, trail, set_policy, auditing):
    record = make(name="李时珍", phone="13900001234")
    ask("manager", "GET", f"records/customer/{record['id']}")
    ask("advisor", "POST", f"records/customer/{record['id']}/reveal", {"fields": ["phone"], "reason": "回电"})
    (shown,) = trail("manager", record_id=record["id"], kind="revealed")
    assert (shown["fields"], shown["reason"]) == (["phone"], "回电")
    read = trail("manager", record_id=record["id"], kind="read")
    assert ["name", "phone", "wechat"] in [line["fields"] for line in read]
    set_policy("sales_advisor", "customer", fields={"phone": Right.HIDDEN, "wechat": Right.HIDDEN})
    assert trail("advisor", record_id=record["id"], kind="revealed") == []
    assert {tuple(line["fields"]) for line in trail("advisor", record_id=record["id"], kind="read")} == {("name",)}


def test_filters_find_by_person_kind_field_request_and_day(showroom, ask, make, trail):
    record = make("advisor", name="甲", city="杭州")
    change(ask, record, 1, "advisor", city="上海")
    change(ask, record, 2, region="华东")
    advisor = str(showroom.people["advisor"].id)
    here = {"record_id": record["id"], "entity": "customer"}
    assert [line["kind"] for line in trail("manager", **here, person=advisor, kind=CHANGES)] == ["updated", "created"]
    (line,) = trail("manager", **here, field="region", kind="updated")
    assert changed(line) == {"region": ("", "华东")}
    assert [one["id"] for one in trail("manager", **here, request=line["request_id"], kind=CHANGES)] == [line["id"]]
    day = line["at"][:4]
    assert trail("manager", **here, date_to=f"{int(day) - 2}-01-01") == []
    assert len(trail("manager", **here, date_from=f"{int(day) - 2}-01-01", kind=CHANGES)) == 3
    assert trail("manager", kind="nothing") == []
    assert trail("manager", request="\x00") == []


def test_pages_follow_one_another_and_end(ask, make, trail):
    for name in "甲乙丙丁":
        make(name=name)
    seen, cursor = [], ""
    for _ in range(20):
        page = ask("manager", "GET", f"audit?entity=customer&kind=created&limit=2&cursor={quote(cursor)}")
        seen += page["rows"]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert [line["title"] for line in seen[:4]] == ["丁", "丙", "乙", "甲"]
    assert len({line["id"] for line in seen}) == len(seen)
    ask("manager", "GET", "audit?cursor=nonsense", status=422)


def test_settings_are_told_in_parts(showroom, ask, trail, set_policy):
    set_policy("sales_advisor", "customer", fields={"phone": Right.HIDDEN})
    set_policy("sales_advisor", "customer", fields={"phone": Right.READ}, rows=OWN_ROWS)
    line, _ = trail("manager", entity="settings")
    assert (line["kind"], line["setting"]["subject"]) == ("updated", "policy")
    assert line["setting"]["about"] == {"role": "sales_advisor", "entity": "customer"}
    assert [(one["part"], one["field"]) for one in line["setting"]["parts"]] == [("rows", ""), ("field", "phone")]
    rows, phone = line["setting"]["parts"]
    assert (rows["before"], rows["after"]) == ("store", "own")
    assert (phone["before"]["right"], phone["after"]["right"]) == ("hidden", "read")
    assert line["record_id"] is None


def test_a_policy_tells_of_no_field_that_the_reader_may_not_know(ask, trail, set_policy, auditing):
    set_policy("receptionist", "customer", fields={"phone": Right.HIDDEN})
    told = next(line for line in trail("advisor", entity="settings"))["setting"]["parts"]
    assert "phone" in {part["field"] for part in told}
    set_policy("sales_advisor", "customer", fields={"phone": Right.HIDDEN})
    lines = trail("advisor", entity="settings")
    assert "phone" not in {part["field"] for line in lines for part in line["setting"]["parts"]}


def test_a_rule_for_duplicates_names_its_fields_to_designers_alone(ask, trail, auditing):
    ask("manager", "POST", "duplicates/customer/rules", {"fields": ["city", "name"], "alike": "name"}, 201)

    def parts(reader):
        line = next(one for one in trail(reader, entity="settings") if one["setting"]["subject"] == "duplicate_rule")
        return {part["part"]: part["after"] for part in line["setting"]["parts"]}

    assert parts("manager") == {"fields": ["city", "name"], "alike": "name", "enabled": True}
    assert parts("advisor") == {"enabled": True}


def test_that_somebody_looked_as_somebody_else_is_told(showroom, ask, trail):
    ask("manager", "GET", "records/customer", **{"X-View-As": str(showroom.people["advisor"].id)})
    line = next(one for one in trail("manager", entity="settings") if one["setting"]["subject"] == "viewing")
    assert line["setting"]["about"] == {"person_id": str(showroom.people["advisor"].id)}
    assert line["actor_id"] == str(showroom.people["manager"].id)


def test_what_is_told_of_has_a_name_in_files_and_in_the_api():
    told = {setting.subject for setting in SETTINGS.values()}
    assert told == set(SUBJECTS) == set(get_args(Subject))


def test_a_file_holds_what_the_page_tells_and_is_told_itself(showroom, ask, make, sign_in):
    record = make(name="=HYPERLINK(1)", city="杭州")
    change(ask, record, 1, city="+上海")
    path = f"/api/store/audit/export.csv?entity=customer&record_id={record['id']}&kind={CHANGES}"
    response = sign_in("manager", store="north").get(path)
    lines = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))
    assert (lines[0]["字段"], lines[0]["之前"], lines[0]["之后"]) == ("城市", "杭州", "'+上海")
    assert lines[0]["名称"] == "'=HYPERLINK(1)"
    assert response["X-Rows"] == str(len(lines))
    with tenant_context(showroom.stores["north"]):
        (entry,) = list_entries(which=AuditFilter(entity="audit_entry", kinds=("exported",)))
    assert (entry.actor_id, entry.details["rows"]) == (showroom.people["manager"].id, len(lines))
    book = sign_in("manager", store="north").get(path.replace(".csv", ".xlsx"))
    assert b"".join(book.streaming_content).startswith(b"PK")


def test_a_file_of_what_there_is_none_of_is_empty(ask, sign_in):
    answer = sign_in("manager", store="north").get("/api/store/audit/export.csv?kind=%00&entity=customer")
    assert (answer.status_code, answer["X-Rows"]) == (200, "0")
    answer.close()
    ask("manager", "GET", "audit/export.csv?kind=%00&entity=%00", status=404)


def test_a_file_takes_no_personal_data_without_the_right_to_it(ask, make, sign_in, set_policy, auditing):
    record = make(name="李时珍", phone="13900001234", city="杭州")
    policy = shipped_policy("sales_advisor", "customer")
    set_policy("sales_advisor", "customer", fields={"phone": Right.READ}, actions=policy.actions)
    path = f"/api/store/audit/export.csv?entity=customer&record_id={record['id']}"
    told = b"".join(sign_in("advisor", store="north").get(path).streaming_content).decode()
    assert "杭州" in told
    assert "时珍" not in told and "0001234" not in told


def test_who_looks_as_somebody_else_takes_no_file_along(showroom, ask):
    header = {"X-View-As": str(showroom.people["manager"].id)}
    ask("owner", "GET", "audit?limit=1", **header)
    ask("owner", "GET", "audit/export.csv", status=403, **header)
