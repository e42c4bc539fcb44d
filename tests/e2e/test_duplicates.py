"""A customer who is there already is said at entry; two of one phone are merged, and come apart again."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.journeys import go_on


@pytest.mark.only("desktop")
def test_a_duplicate_is_warned_of_merged_and_brought_back(signed_in, showroom, look):
    page = signed_in("manager")
    store = showroom.stores["north"].slug
    page.goto(f"/s/{store}/customers/new")
    page.get_by_label("姓名", exact=True).fill("张大伟")
    page.get_by_label("电话", exact=True).fill("138 0013 8000")
    expect(page.get_by_text("可能已经有这条记录了")).to_be_visible()
    expect(page.get_by_text(re.compile("电话与“张伟”"))).to_be_visible()
    look(page, "duplicate-warned")
    go_on(page, "保存")
    expect(page.get_by_role("heading", name="张大伟")).to_be_visible()
    loser = page.url
    page.goto(f"/s/{store}/customers")
    page.get_by_role("link", name="查重").click()
    expect(page.get_by_role("heading", name=re.compile("可能重复的客户"))).to_be_visible()
    expect(page.get_by_role("link", name="张大伟")).to_be_visible()
    look(page, "duplicates")
    go_on(page, "合并")
    dialog = page.get_by_role("dialog", name="合并为一条记录")
    dialog.get_by_role("radio", name="保留“张伟”").check()
    look(page, "duplicates-merging")
    dialog.get_by_role("button", name="合并", exact=True).click()
    expect(page.get_by_text("没有发现重复的客户")).to_be_visible()
    undo = page.get_by_role("button", name="撤销")
    expect(undo).to_be_visible()
    page.get_by_text("合并记录").click()
    expect(page.get_by_text(re.compile("合并于"))).to_be_visible()
    look(page, "duplicates-merged")
    page.get_by_role("button", name=re.compile("撤销把“张大伟”并入")).click()
    expect(page.get_by_text("已撤销", exact=True)).to_be_visible()
    page.get_by_text("可能重复", exact=True).click()
    expect(page.get_by_role("link", name="张大伟")).to_be_visible()
    page.goto(loser)
    expect(page.get_by_role("heading", name="张大伟")).to_be_visible()
