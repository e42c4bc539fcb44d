import datetime as dt

import pytest

from chezhan.catalogue.importing.models import ImportChunk, RecordImport
from chezhan.catalogue.importing.work import hands, writing
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tests.integration.catalogue.importing.conftest import let_lease_run_out, sheet

HEADER = ["客户姓名", "手机号", "城市"]
FIRST = [HEADER, ["张伟", "13800138000", "杭州"], ["李娜", "13900139000", "宁波"]]
SECOND = [HEADER, ["张伟", "13800138000", "温州"], ["王芳", "13700137000", "嘉兴"], ["赵敏", "13700137000", "台州"]]


def cities(manager):
    return {row["name"]: row["city"] for row in manager.records(fields="name,city")}


def test_an_update_changes_what_is_found_and_refuses_the_rest(importing):
    manager = importing()
    manager.whole(sheet(FIRST))
    done = manager.whole(sheet(SECOND), mode="update")
    assert done["counts"] == {"updated": 1, "refused": 2}
    assert cities(manager) == {"张伟": "温州", "李娜": "宁波"}
    assert [row["faults"][0]["code"] for row in manager.rows(done, became="refused")] == ["no_match", "repeats_row"]


def test_an_upsert_does_both_and_is_taken_back_whole_but_what_was_changed_since(importing):
    manager = importing()
    manager.whole(sheet(FIRST))
    done = manager.whole(sheet(SECOND), mode="upsert")
    assert done["counts"] == {"updated": 1, "created": 1, "refused": 1}
    (fresh,) = [row for row in manager.records() if row["name"] == "王芳"]
    body = {"version": 1, "values": {"city": "绍兴"}}
    changed = manager.client.patch(f"/api/store/records/customer/{fresh['id']}", body, content_type="application/json")
    assert changed.status_code == 200
    undone = manager.undo(done)["undone"]
    assert (undone["deleted"], undone["restored"], undone["kept"]) == (0, 1, 1)
    assert [(one["title"], one["reason"]) for one in undone["kept_records"]] == [("王芳", "changed")]
    assert cities(manager) == {"张伟": "杭州", "李娜": "宁波", "王芳": "绍兴"}


def test_twins_are_asked_about_and_decided_one_by_one(importing):
    manager = importing()
    manager.whole(sheet(FIRST))
    tried = manager.order(manager.read(sheet(FIRST)), twins="ask")
    assert tried["trial"]["counts"] == {"asked": 2}
    manager.post(f"{tried['id']}/decisions", {"decisions": {"2": "create"}})
    decided = manager.work(tried["id"])
    assert decided["trial"]["counts"] == {"created": 1, "asked": 1}
    assert manager.start(decided)["counts"] == {"created": 1, "asked": 1}
    assert len(manager.records()) == 3


def test_cars_find_their_owners_by_phone_or_name_and_say_when_they_do_not(importing):
    manager = importing()
    manager.whole(sheet([*FIRST, ["张伟", "13600136000", "杭州"]]))
    cars = [
        ["车牌", "车架号", "品牌", "车主电话", "车主"],
        ["浙A·12345", "", "比亚迪", "138 0013 8000", "张伟"],
        ["浙A12346", "", "比亚迪", "13500135000", ""],
        ["浙A12347", "", "比亚迪", "", "张伟"],
    ]
    done = manager.whole(sheet(cars), entity="vehicle")
    assert done["counts"] == {"created": 1, "refused": 2}
    assert [row["faults"][0]["code"] for row in manager.rows(done, became="refused")] == [
        "link_not_found",
        "link_ambiguous",
    ]
    assert [(row["plate"], row["customer"]["title"]) for row in manager.records("vehicle")] == [("浙A12345", "张伟")]


def test_the_origin_of_a_record_is_kept_for_who_may(importing):
    manager = importing()
    rows = [[*HEADER, "建档日期"], ["张伟", "13800138000", "杭州", dt.date(2020, 5, 6)]]
    manager.whole(sheet(rows))
    with tenant_context(manager.store):
        assert Customer.objects.get().created_at.date() == dt.date(2020, 5, 5)  # UTC
    both = importing("both", store="south")
    both.whole(sheet(rows))
    advisor = importing("both")
    assert advisor.upload(sheet(rows)).status_code == 403


@pytest.fixture
def small_chunks(monkeypatch):
    """By one hand: see test_hands for several."""
    monkeypatch.setattr(writing, "CHUNK", 2)
    monkeypatch.setattr(hands, "HANDS", 1)


class Killed(BaseException):
    """What a worker's process gets: nothing of the product catches it."""


def test_a_worker_killed_inside_a_chunk_leaves_none_of_it_and_the_next_goes_on(importing, monkeypatch, small_chunks):
    manager = importing()
    rows = [HEADER, *([f"客户{n}", f"1380013800{n}", ""] for n in range(5)), ["客户5", "13800138000", ""]]
    tried = manager.order(manager.read(sheet(rows)))
    assert manager.post(f"{tried['id']}/start").status_code == 200
    with monkeypatch.context() as patch:
        real = writing._enter

        def dying(bench, number, written):
            real(bench, number, written)
            if number == 1:
                raise Killed

        patch.setattr(writing, "_enter", dying)
        with pytest.raises(Killed):
            manager.work(tried["id"])
    with tenant_context(manager.store):
        assert (Customer.objects.count(), ImportChunk.objects.count()) == (2, 1)
        assert RecordImport.objects.get(id=tried["id"]).status == "running"
    let_lease_run_out(manager.store, tried["id"])
    done = manager.work(tried["id"])
    # The repeated phone of the first chunk is still known in the last.
    assert done["counts"] == {"created": 5, "skipped": 1}
    assert len(manager.records()) == 5
    with tenant_context(manager.store):
        assert sorted(ImportChunk.objects.values_list("chunk_no", flat=True)) == [0, 1, 2]


def test_what_the_lens_shuts_is_refused_at_the_mapping(importing):
    manager = importing()
    job = manager.read(sheet(FIRST))
    answer = manager.post(f"{job['id']}/order", {"columns": [{"column": 0, "target": "version"}]})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "import_order_invalid")
    assert importing("rival_manager", store="rival").client.get(f"/api/store/imports/{job['id']}").status_code == 404


def test_refused_rows_come_back_with_their_reasons_and_are_safe_in_a_spreadsheet(importing):
    manager = importing()
    tried = manager.order(manager.read(sheet([HEADER, ["=cmd()", "138123", ""], ["李娜", "13900139000", ""]])))
    body = b"".join(manager.client.get(f"/api/store/imports/{tried['id']}/rows.csv")).decode("utf-8-sig")
    assert body.splitlines() == [
        "车栈·行号,车栈·字段,车栈·原因,客户姓名,手机号,城市",
        "2,电话,电话号码不正确，请检查位数,'=cmd(),138123,",
    ]
    again = manager.read(body.encode())
    assert [one["guess"] for one in again["columns"]] == [None, None, None, "name", "phone", "city"]
    assert again["columns"][3]["examples"] == ["=cmd()"]


def test_erasing_a_person_takes_the_file_away(importing, sign_in):
    manager = importing()
    done = manager.whole(sheet(FIRST))
    person = manager.records()[0]
    body = {"name": person["name"], "reason": "asked"}
    answer = manager.client.post(
        f"/api/store/records/customer/{person['id']}/personal-data/erase", body, content_type="application/json"
    )
    assert answer.status_code == 200, answer.content
    job = manager.job(done["id"])
    assert job["files_gone"] is True
    assert all(row["cells"] == [] for row in manager.rows(job))
