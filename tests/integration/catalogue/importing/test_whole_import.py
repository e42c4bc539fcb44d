from chezhan.catalogue.audit.models import AuditEntry
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tests.integration.catalogue.importing.conftest import sheet

HEADER = ["客户姓名", "手机号", "性别", "来源", "城市"]
ROWS = [
    ["客户名单"],
    HEADER,
    ["张伟", "138 0013 8000", "男", "官网", "杭州"],
    ["李娜", 13900139000, "女", "自然到店", "宁波"],
    ["王芳", "138123", "女", "来电", "温州"],
    ["张伟", "13800138000", "男", "官网", "杭州"],
]


def test_a_sheet_goes_in_as_it_was_guessed_and_tried_and_is_taken_back(importing):
    manager = importing()
    job = manager.read(sheet(ROWS))
    assert job["status"] == "ready", job["error"]
    assert job["table"]["header_row"] == 2
    assert [one["guess"] for one in job["columns"]] == ["name", "phone", "gender", "source_channel", "city"]
    assert job["order"]["keys"] == [["phone"]]

    tried = manager.order(job)
    assert tried["trial"]["counts"] == {"created": 2, "refused": 1, "skipped": 1}
    assert [(one["target"], one["code"], one["rows"]) for one in tried["trial"]["tallies"]] == [
        ("phone", "not_a_phone", [5])
    ]
    assert tried["trial"]["preview"][1]["values"]["phone"] == "13900139000"
    assert manager.records() == []

    done = manager.start(tried)
    assert (done["status"], done["counts"]) == ("done", {"created": 2, "refused": 1, "skipped": 1})
    assert [(row["name"], row["phone"], row["gender"]) for row in manager.records()] == [
        ("张伟", "13800138000", "male"),
        ("李娜", "13900139000", "female"),
    ]
    assert [(row["row"], row["became"], row["title"]) for row in manager.rows(done)] == [
        (3, "created", "张伟"),
        (4, "created", "李娜"),
        (5, "refused", None),
        (6, "skipped", None),
    ]
    with tenant_context(manager.store):
        assert {one.reason for one in AuditEntry.objects.filter(entity="customer", kind="created")} == {
            f"import:{job['id']}"
        }

    undone = manager.undo(done)
    assert (undone["status"], undone["undone"]["deleted"]) == ("undone", 2)
    with tenant_context(manager.store):
        assert Customer.objects.count() == 0


def test_what_was_read_into_what_is_offered_as_last_time(importing):
    """To whoever said so, for a file of the same headers whole, else header by header; nobody else's guess changes."""
    manager, rows = importing(), [["客户名单"], HEADER, ["张伟", "138 0013 8000", "男", "官网", "杭州"]]
    job = manager.read(sheet(rows))
    said = [one | {"target": "region"} if one["target"] == "city" else one for one in job["order"]["columns"]]
    manager.start(manager.order(job, columns=said, mode="upsert"))
    again = manager.read(sheet(rows[1:]))
    assert (again["order"]["columns"], again["order"]["mode"]) == (said, "upsert")
    other = manager.read(sheet([["城市", "客户姓名"], ["宁波", "李娜"]]))
    assert [(one["column"], one["target"]) for one in other["order"]["columns"]] == [(0, "region"), (1, "name")]
    assert other["columns"][0]["reason"] == "as_before"
    theirs = importing("owner").read(sheet(rows))
    assert theirs["order"]["columns"] == job["order"]["columns"]
