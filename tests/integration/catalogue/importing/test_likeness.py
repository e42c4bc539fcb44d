"""Rows that would be new are compared by the store's rules for duplicates, with records and with each other."""

import pytest

from chezhan.catalogue.importing.work import writing
from chezhan.catalogue.records.duplicates.models import DuplicateRule, DuplicateScan
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tests.integration.catalogue.importing.conftest import sheet

HEADER = ["客户姓名", "区域", "微信号", "手机号"]
THERE = [HEADER, ["张伟", "滨江", "", "13800138000"], ["杭州远方汽车有限公司", "滨江", "", ""]]
ROWS = [
    HEADER,
    # Heard as 张伟 by many.
    ["臧玮", "滨江", "", ""],
    ["李雷", "西湖", "Lilei_88", ""],
    ["韩梅梅", "下沙", "lilei_88", ""],
    ["张伟", "西湖", "", ""],
    ["林凌", "下沙", "", ""],
    ["凌林", "下沙", "", ""],
    ["", "下沙", "", "13800138009"],
]
OF_RECORD = {"zh": "按重复规则（姓名、区域）与已有记录相似", "en": "is like a record that is there, by Name, Region"}


@pytest.fixture
def manager(importing, monkeypatch):
    # So that a row's like stands in another chunk, which another hand may be writing.
    monkeypatch.setattr(writing, "CHUNK", 2)
    manager = importing()
    manager.whole(sheet(THERE))
    return manager


def tried(manager, likes):
    job = manager.read(sheet(ROWS))
    assert [one["guess"] for one in job["columns"]] == ["name", "region", "wechat", "phone"]
    assert job["order"]["keys"] == [["phone"], ["wechat"]]
    return manager.order(job, keys=[], likes=likes)


def outcomes(manager, job):
    return [
        (row["row"], row["became"], row["title"], [fault["text"]["zh"] for fault in row["faults"]])
        for row in manager.rows(job)
    ]


def test_those_that_are_like_another_are_passed_over(manager):
    done = manager.start(tried(manager, "skip"))
    assert done["counts"] == {"created": 3, "skipped": 3, "refused": 1}
    assert outcomes(manager, done)[:6] == [
        (2, "skipped", "张伟", [OF_RECORD["zh"]]),
        (3, "created", "李雷", []),
        (4, "skipped", None, ["按重复规则（微信号）与第 3 行相似"]),
        (5, "created", "张伟", []),
        (6, "created", "林凌", []),
        (7, "skipped", None, ["按重复规则（姓名、区域）与第 6 行相似"]),
    ]
    with tenant_context(manager.store):
        assert not DuplicateScan.objects.exists()


def test_or_they_are_added_told_of_and_put_on_the_page_of_duplicates(manager):
    job = tried(manager, "create")
    counts = {"created": 3, "alike": 3, "refused": 1}
    assert job["trial"]["counts"] == counts
    # What is like another is no reason against a row.
    assert [one["code"] for one in job["trial"]["tallies"]] == ["value_required"]
    alike = [row[:3] for row in outcomes(manager, job) if row[1] == "alike"]
    assert alike == [(2, "alike", "张伟"), (4, "alike", None), (7, "alike", None)]
    with tenant_context(manager.store):
        assert (Customer.objects.count(), DuplicateScan.objects.count()) == (2, 0)
    done = manager.start(job)
    assert done["counts"] == counts
    with tenant_context(manager.store):
        assert (Customer.objects.count(), DuplicateScan.objects.get().status) == (8, "waiting")
    assert manager.undo(done)["undone"]["deleted"] == 6


def test_rules_that_are_off_or_not_asked_for_find_nothing(manager):
    assert tried(manager, "")["trial"]["counts"] == {"created": 6, "refused": 1}
    with tenant_context(manager.store):
        DuplicateRule.objects.create(entity="customer", key="name_region", enabled=False)
    assert tried(manager, "skip")["trial"]["counts"] == {"created": 5, "skipped": 1, "refused": 1}
