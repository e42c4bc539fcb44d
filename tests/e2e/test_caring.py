"""What a manager does around records: the bin, tags, tokens, and a customer who wants to be forgotten."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.journeys import choose, go_on


@pytest.fixture
def north(showroom) -> str:
    return f"/s/{showroom.stores['north'].slug}"


@pytest.fixture
def manager(signed_in, north) -> Page:
    """A store manager in front of the list of customers."""
    page = signed_in("manager")
    page.goto(f"{north}/customers")
    expect(page.get_by_role("link", name="张伟", exact=True)).to_be_visible()
    return page


def make(page: Page, north: str, name: str) -> None:
    page.goto(f"{north}/customers/new")
    page.get_by_label("姓名", exact=True).fill(name)
    go_on(page, "保存")
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


@pytest.mark.only("desktop")
def test_what_was_deleted_comes_back_or_goes_for_good(manager, north, look):
    page = manager
    for name in ("误删的人", "多余的人"):
        make(page, north, name)
        go_on(page, "删除")
        expect(page.get_by_text(f"已删除客户“{name}”")).to_be_visible()
    go_on(page, "已删除的")
    look(page, "bin")
    go_on(page, "恢复 误删的人")
    expect(page.get_by_text("已恢复 1 条")).to_be_visible()
    go_on(page, "彻底清除 多余的人")
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("button", name="彻底清除")).to_be_disabled()
    sheet.get_by_label("请输入“彻底清除”确认").fill("彻底清除")
    look(page, "bin-erase")
    sheet.get_by_role("button", name="彻底清除").click()
    expect(page.get_by_text("没有符合条件的已删除记录")).to_be_visible()


@pytest.mark.only("desktop")
def test_customers_are_tagged_found_by_the_tag_and_untagged_at_once(manager, look):
    page = manager
    page.get_by_role("link", name="张伟", exact=True).click()
    go_on(page, "加标签")
    page.get_by_role("combobox", name="加标签").fill("高意向")
    page.get_by_title("高意向", exact=True).click()
    expect(page.get_by_role("group", name="标签").get_by_text("高意向")).to_be_visible()
    look(page, "record-tags")
    page.get_by_role("link", name="客户", exact=True).first.click()
    go_on(page, "按标签筛选")
    page.get_by_title("高意向", exact=True).click()
    expect(page.get_by_text("共 1 条")).to_be_visible()
    page.get_by_role("checkbox", name="选择 张伟").check()
    page.get_by_role("region", name="批量操作").get_by_role("button", name="标签").click()
    page.get_by_text("去掉", exact=True).click()
    choose(page, page.get_by_role("dialog").get_by_role("combobox", name="标签"), "高意向")
    page.get_by_text("去掉", exact=True).click()
    look(page, "bulk-tags")
    go_on(page, "看看会怎样")
    go_on(page, "修改 1 条")
    expect(page.get_by_text("没有符合条件的客户")).to_be_visible()
    go_on(page, "撤销")
    expect(page.get_by_text("共 1 条")).to_be_visible()


@pytest.mark.only("desktop")
def test_a_service_token_is_made_shown_once_and_revoked(manager, north, look):
    page = manager
    page.goto(f"{north}/settings/tokens")
    go_on(page, "新建服务令牌")
    page.get_by_label("名称", exact=True).fill("官网线索")
    choose(page, page.get_by_label("角色", exact=True), "市场专员")
    go_on(page, "生成令牌")
    expect(page.get_by_label("令牌", exact=True)).to_have_value(re.compile("^cz_"))
    look(page, "token-made")
    go_on(page, "我已保存")
    go_on(page, "作废令牌“官网线索”")
    page.get_by_role("dialog").get_by_role("button", name="作废令牌").click()
    expect(page.get_by_text("还没有服务令牌", exact=False)).to_be_visible()


@pytest.mark.only("phone")
def test_a_customer_is_forgotten_on_request(manager, look):
    page = manager
    page.get_by_role("link", name="张伟", exact=True).click()
    go_on(page, "个人信息")
    expect(page.get_by_role("heading", name="张伟的个人信息")).to_be_visible()
    look(page, "personal-data")
    go_on(page, "清除个人信息")
    sheet = page.get_by_role("dialog")
    choose(page, sheet.get_by_label("清除原因", exact=True), "本人要求删除")
    sheet.get_by_label("请输入客户姓名“张伟”确认").fill("张伟")
    look(page, "personal-data-erase")
    go_on(sheet, "永久清除")
    expect(page.get_by_role("heading", name="已清除的个人信息")).to_be_visible()
    expect(page.get_by_text("原因：本人要求删除")).to_be_visible()
    expect(page.get_by_text("张伟")).to_have_count(0)
