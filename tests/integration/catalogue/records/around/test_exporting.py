"""Lists as files: what may be taken along, and what a spreadsheet makes of it."""

import csv
import io
import re
import zipfile

import pytest

from chezhan.access.rights import Action
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.records.exports import plans
from tenants.context import tenant_context

CELL = re.compile(r'<c r="([A-Z]+\d+)"[^>]*>(?:<is><t[^>]*>([^<]*)</t></is>|<v>([^<]*)</v>)</c>')
XLSX = "records/customer/export.xlsx"


@pytest.fixture
def take(sign_in):
    """take("manager", "records/…") → the response, with its content in `body`."""

    def _take(who, path, status=200):
        response = sign_in(who, store="north").get(f"/api/store/{path}")
        assert response.status_code == status, response.content
        response.body = b"".join(response.streaming_content) if response.streaming else response.content
        return response

    return _take


def lines(response):
    return list(csv.reader(io.StringIO(response.body.decode("utf-8-sig"))))


def cells(response, sheet=1):
    """Address → text or number, as the file holds it."""
    whole = zipfile.ZipFile(io.BytesIO(response.body)).read(f"xl/worksheets/sheet{sheet}.xml").decode()
    return {address: text or number for address, text, number in CELL.findall(whole)}


def test_a_list_leaves_as_csv_in_its_order_and_by_its_filter(showroom, take):
    response = take("manager", "records/sales_order/export.csv?sort=number&fields=number,price,customer&q=比亚迪")
    assert response["X-Rows"] == "2"
    assert lines(response)[1:] == [["A1", "100000", "张伟"], ["A3", "200000", "王芳_100%"]]
    assert response["Content-Disposition"].endswith('.csv"')


def test_what_people_typed_never_becomes_a_formula(showroom, take, make):
    make(name='=HYPERLINK("evil")', city="+1", region="@cmd")
    (row,) = lines(take("manager", "records/customer/export.csv?fields=name,city,region&q=HYPERLINK"))[1:]
    assert row == ['\'=HYPERLINK("evil")', "'+1", "'@cmd"]
    whole = zipfile.ZipFile(io.BytesIO(take("manager", f"{XLSX}?fields=name&q=HYPERLINK").body))
    assert b"<f>" not in whole.read("xl/worksheets/sheet1.xml")
    assert not any("hyperlink" in name.lower() for name in whole.namelist())


def test_a_spreadsheet_gets_numbers_dates_and_names(showroom, take):
    found = cells(take("manager", "records/sales_order/export.xlsx?fields=number,ordered_on,price&sort=number"))
    # 44931 is 2023-01-05, counted from 1900.
    assert (found["A1"], found["A2"], found["B2"], found["C2"]) == ("订单号", "A1", "44931", "100000")


def test_pages_follow_each_other_without_a_gap(showroom, take, monkeypatch):
    monkeypatch.setattr(plans, "PAGE", 2)
    numbers = [
        row[0] for row in lines(take("manager", "records/sales_order/export.csv?fields=number&sort=-price,number"))
    ]
    assert numbers[1:] == ["A2", "A3", "A1", "A5", "A4"]


def test_personal_fields_stay_here_without_the_permission_and_the_answer_says_so(showroom, take, make, set_policy):
    make(name="李时珍", phone="13900001234", city="杭州")
    actions = shipped_policy("store_manager", "customer").actions - {Action.EXPORT_PERSONAL}
    set_policy("store_manager", "customer", actions=actions)
    response = take("manager", "records/customer/export.csv?q=李时珍&fields=name,phone,city")
    assert (lines(response)[1:], response["X-Left-Out"]) == ([["杭州"]], "name,phone")
    assert "时珍" not in response.body.decode()
    notes = cells(take("manager", f"{XLSX}?q=李时珍&fields=name,city"), sheet=2)
    assert notes["A3"] == "个人信息未导出：姓名"
    orders = take("manager", "records/sales_order/export.csv?fields=number,customer&sort=number")
    assert orders["X-Left-Out"] == "customer"
    assert "张伟" not in orders.body.decode()


def test_who_may_not_export_gets_no_file(showroom, take):
    take("advisor", "records/customer/export.csv", 403)


def test_more_than_the_limit_is_refused(showroom, take, monkeypatch):
    monkeypatch.setattr(plans, "EXPORT_LIMIT", 4)
    assert take("manager", "records/sales_order/export.csv", 422).json()["error"]["code"] == "export_too_large"


def test_an_export_is_recorded(showroom, take):
    take("manager", "records/sales_order/export.csv?fields=number,price&q=BMW")
    with tenant_context(showroom.stores["north"]):
        (entry,) = AuditEntry.objects.filter(kind="exported")
    assert (entry.actor_id, entry.entity) == (showroom.people["manager"].id, "sales_order")
    assert (entry.changes["rows"], entry.changes["fields"], entry.changes["filter"]["q"]) == (
        2,
        ["number", "price"],
        # that something was looked for, not what: it may be a person's
        True,
    )


def test_nothing_found_is_a_file_with_its_head_alone(showroom, take):
    assert lines(take("manager", "records/customer/export.csv?fields=name&q=nobody")) == [["姓名"]]
