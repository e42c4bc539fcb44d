"""People write records: by form, against each other, in the table, and take a deletion back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.journeys import choose, facts, go_on


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


def edit(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()
    go_on(page, "编辑")
    expect(page.get_by_role("heading", name=f"编辑 {name}", level=1)).to_be_visible()


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def test_a_customer_is_created_after_all_that_is_wrong_was_said(manager, look):
    page = manager
    go_on(page, "新建")
    look(page, "customer-new")
    field(page, "电话").fill("12")
    field(page, "城市").click()
    expect(page.get_by_text("电话号码不正确")).to_be_visible()
    go_on(page, "保存")
    problems = page.get_by_role("alert").filter(has_text="有 2 处需要修改")
    expect(problems.get_by_role("button", name="姓名")).to_be_visible()
    look(page, "customer-new-wrong")
    field(page, "姓名").fill("王新")
    field(page, "电话").fill("13900139000")
    choose(page, field(page, "性别"), "女")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="王新", level=1)).to_be_visible()
    expect(facts(page, "电话")).to_contain_text("139 0013 9000")
    expect(facts(page, "性别")).to_contain_text("女")


@pytest.mark.only("phone")
def test_unsaved_work_is_not_lost_by_a_click_away(manager, look):
    page = manager
    edit(page, "张伟")
    field(page, "城市").fill("没有保存")
    page.get_by_role("link", name="今天").click()
    dialog = page.get_by_role("dialog", name="有未保存的修改")
    expect(dialog).to_be_visible()
    look(page, "customer-unsaved")
    go_on(dialog, "继续编辑")
    expect(field(page, "城市")).to_have_value("没有保存")
    page.get_by_role("link", name="今天").click()
    go_on(dialog, "放弃修改")
    expect(page.get_by_role("heading", name=re.compile("张伟"))).to_have_count(0)


@pytest.mark.only("desktop")
def test_two_people_edit_one_record_and_nothing_is_overwritten_unseen(manager, north, sign_in, look):
    page = manager
    edit(page, "张伟")
    customer = re.search(r"customers/([^/]+)/edit", page.url)
    assert customer
    other = sign_in("owner", store="north")
    path = f"/api/store/records/customer/{customer[1]}"
    version = other.get(path).json()["record"]["version"]
    theirs = {"version": version, "values": {"city": "苏州", "gender": "female"}}
    assert other.patch(path, theirs, content_type="application/json").status_code == 200
    field(page, "城市").fill("无锡")
    field(page, "区域").fill("惠山")
    go_on(page, "保存")
    dialog = page.get_by_role("dialog", name="这条记录刚被别人修改过")
    expect(dialog.get_by_role("group", name="城市")).to_contain_text("苏州")
    expect(dialog.get_by_role("region", name="对方还改了")).to_contain_text("女")
    expect(dialog.get_by_role("button", name="按所选保存")).to_be_disabled()
    look(page, "customer-conflict")
    dialog.get_by_role("radio", name=re.compile("我填写的内容.*无锡")).check()
    go_on(dialog, "按所选保存")
    expect(page.get_by_role("heading", name="张伟", level=1)).to_be_visible()
    for label, value in {"城市": "无锡", "区域": "惠山", "性别": "女"}.items():
        expect(facts(page, label)).to_contain_text(value)


def test_a_cell_is_written_in_place_and_esc_leaves_it(manager, width, look):
    page = manager
    cell = page.locator("tr", has_text="张伟").locator("td[data-name='region']")
    if width == "phone":
        # Cards are read and opened; their fields are written on the record's page.
        expect(cell).to_have_count(0)
        return
    cell.dblclick()
    cell.get_by_role("textbox").fill("滨湖")
    page.keyboard.press("Enter")
    expect(cell).to_contain_text("滨湖")
    expect(cell.get_by_role("status")).to_contain_text("已保存")
    expect(cell).to_be_focused()
    page.keyboard.press("e")
    cell.get_by_role("textbox").fill("不要")
    page.keyboard.press("Escape")
    expect(cell).to_contain_text("滨湖")
    look(page, "customers-inline")
    page.reload()
    expect(cell).to_contain_text("滨湖")
    cell.dblclick()
    cell.get_by_role("textbox").fill("西湖")
    page.keyboard.press("Enter")
    expect(cell).to_contain_text("西湖")
    go_on(page, "撤销")
    expect(cell).to_contain_text("滨湖")
    page.reload()
    expect(cell).to_contain_text("滨湖")


@pytest.mark.only("desktop")
def test_chosen_customers_are_changed_together_and_put_back(manager, look):
    page = manager
    page.get_by_role("checkbox", name="选择 张伟", exact=True).check()
    bar = page.get_by_role("region", name="批量操作")
    expect(bar).to_contain_text("已选 1 条")
    go_on(bar, "批量修改")
    dialog = page.get_by_role("dialog", name="批量修改")
    choose(page, dialog.get_by_role("combobox", name="字段"), "区域")
    dialog.get_by_label("区域", exact=True).fill("新区")
    go_on(dialog, "看看会怎样")
    expect(dialog).to_contain_text("将修改 1 条中的 1 条")
    look(page, "customers-bulk")
    go_on(dialog, "修改 1 条")
    expect(page.get_by_text("已修改 1 条")).to_be_visible()
    page.get_by_role("checkbox", name="选择 张伟", exact=True).check()
    bar.get_by_role("link", name="以前的批量操作").click()
    line = page.get_by_role("listitem").filter(has_text="批量修改 1 条 · 客户")
    expect(line).to_contain_text("字段：区域")
    look(page, "operations")
    go_on(line, "撤销：批量修改 1 条 · 客户")
    go_on(page.get_by_role("dialog", name="撤销这次操作？"), "撤销")
    expect(page.get_by_text("已恢复 1 条记录")).to_be_visible()
    expect(line).to_contain_text("已撤销")
    page.go_back()
    expect(page.get_by_role("link", name="张伟", exact=True)).to_be_visible()
    expect(page.get_by_text("新区")).to_have_count(0)


@pytest.mark.only("phone")
def test_a_deleted_customer_comes_back_by_undo(manager, north, look):
    page = manager
    go_on(page, "新建")
    field(page, "姓名").fill("马上删除")
    go_on(page, "保存")
    expect(page.get_by_role("heading", name="马上删除", level=1)).to_be_visible()
    go_on(page, "删除")
    expect(page.get_by_text("已删除客户“马上删除”")).to_be_visible()
    expect(page.get_by_role("link", name="马上删除")).to_have_count(0)
    look(page, "customer-deleted")
    go_on(page, "撤销")
    expect(page.get_by_text("已撤销")).to_be_visible()
    expect(page.get_by_role("link", name="马上删除")).to_be_visible()
