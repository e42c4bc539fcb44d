"""Bytes leave for who reads the field of the record, and become a record's by who may write it."""

import pytest

from chezhan.access.rights import OWN_ROWS, Right
from tests.integration.catalogue.records.files.conftest import picture

pytestmark = pytest.mark.usefixtures("fields")
PDF = b"%PDF-1.7\n0123456789"


@pytest.fixture
def saved(send, make):
    """A file that a customer of the manager's holds: (customer, file)."""
    file = send("manager", "x_papers", PDF, name="a.pdf")
    return make(x_papers=[file]), file


def test_a_file_belongs_to_nobody_else_until_it_is_saved(send, fetch, ask, make):
    file = send("manager", "x_papers", PDF, name="a.pdf")
    fetch("manager", file)
    assert fetch("owner", file, status=404).json()["error"]["code"] == "unknown_file"
    refused = ask("advisor", "POST", "records/customer", {"values": {"name": "张三", "x_papers": [file]}}, 422)["error"]
    assert refused["params"]["rows"][0]["code"] == "not_your_file"
    make(x_papers=[file])
    fetch("owner", file)


def test_what_is_told_of_a_file_is_what_was_kept_of_it(send, make):
    file = send("manager", "x_papers", PDF, name="a.pdf")
    told = {**file, "name": "other.exe", "size": 1, "kind": "text/html"}
    assert make(x_papers=[told])["x_papers"] == [file]


def test_it_is_not_another_records_nor_another_fields(showroom, saved, send, ask, make):
    _, file = saved
    other = make(name="张三")
    for values in ({"x_papers": [file]}, {"x_photo": [file]}):
        ask("manager", "PATCH", f"records/customer/{other['id']}", {"version": 1, "values": values}, 422)
    photo = send("manager", "x_photo", picture())
    body = {"version": 1, "values": {"x_papers": [photo]}}
    ask("manager", "PATCH", f"records/customer/{other['id']}", body, 422)
    rows = [{"name": "一", "x_photo": [photo]}, {"name": "二", "x_photo": [photo]}]
    error = ask("manager", "POST", "records/customer/batch", {"rows": rows}, 422)["error"]
    assert [one["row"] for one in error["params"]["rows"]] == [1]
    assert ask("manager", "GET", f"records/customer/{other['id']}")["record"]["x_papers"] is None


def test_who_does_not_read_the_field_has_no_bytes(saved, fetch, set_policy):
    _, file = saved
    fetch("advisor", file)
    for right in (Right.HIDDEN, Right.MASKED):
        set_policy("sales_advisor", "customer", fields={"x_papers": right})
        assert fetch("advisor", file, status=404).json()["error"]["code"] == "unknown_file"
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    fetch("advisor", file, status=404)


def test_who_may_not_write_the_field_sends_nothing_up(send, set_policy):
    set_policy("sales_advisor", "customer", fields={"x_papers": Right.READ})
    assert send("advisor", "x_papers", PDF, name="a.pdf", status=403)["error"]["code"] == "field_not_writable"


def test_another_store_knows_no_such_file(saved, fetch):
    _, file = saved
    fetch("owner", file, store="south", status=404)


def test_a_file_that_was_taken_out_comes_back_with_the_old_value(saved, ask, fetch):
    customer, file = saved
    place = f"records/customer/{customer['id']}"
    ask("manager", "PATCH", place, {"version": 1, "values": {"x_papers": None}})
    fetch("manager", file, status=404)
    entry = next(row for row in ask("manager", "GET", f"{place}/timeline")["rows"] if row["kind"] == "updated")
    body = {"entry_id": entry["entry_id"], "field": "x_papers", "side": "before", "version": 2}
    ask("manager", "POST", f"{place}/restore", body)
    assert fetch("manager", file).body == PDF


def test_a_part_is_sent_and_nothing_again_that_is_known(saved, fetch):
    _, file = saved
    part = fetch("manager", file, status=206, range="bytes=9-12")
    assert (part.body, part["Content-Range"]) == (b"0123", f"bytes 9-12/{len(PDF)}")
    assert fetch("manager", file, status=206, range="bytes=-3").body == b"789"
    assert fetch("manager", file, status=416, range="bytes=99-")["Content-Range"] == f"bytes */{len(PDF)}"
    whole = fetch("manager", file)
    assert (whole["Cache-Control"], whole["Content-Disposition"]) == ("private, no-cache", 'inline; filename="a.pdf"')
    assert fetch("manager", file, status=304, if_none_match=whole["ETag"]).body == b""
    assert fetch("manager", file, more="?download=true")["Content-Disposition"].startswith("attachment")


def test_what_is_not_in_the_storage_any_more_is_said(saved, fetch, stored):
    _, file = saved
    for one in stored.rglob("*"):
        if one.is_file():
            one.unlink()
    assert fetch("manager", file, status=410).json()["error"]["code"] == "file_lost"
