"""A manager sets what roles may do, headquarters what stores may not open; whoever loses a field finds it nowhere."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.journeys import choose, expect_entry, go_on, open_page, write

PRICE = {"combinator": "and", "rules": [{"field": "price", "operator": ">", "value": "1"}]}


def _cell(page: Page, *, role: str, field: str):
    return page.get_by_role("button", name=f"{role}对“{field}”：")


def _show_role(page: Page, role: str, width: str) -> None:
    """Phones show one role at a time."""
    if width == "phone":
        choose(page, page.get_by_role("combobox", name="角色"), role)


def _open_rights(page: Page, store: str, kind: str) -> None:
    page.goto(f"/s/{store}/policies")
    expect(page.get_by_role("heading", name="权限", level=1)).to_be_visible()
    choose(page, page.get_by_role("combobox", name="记录类型"), kind)


def _save(page: Page) -> None:
    go_on(page, "查看影响并保存")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("保存后，对谁有什么变化")
    go_on(dialog, "保存并生效")
    expect(dialog).to_have_count(0)


def test_a_field_hidden_from_a_role_is_found_nowhere_by_its_people(signed_in, sign_in, showroom, width, look):
    north = showroom.stores["north"].slug
    page = signed_in("manager")
    _open_rights(page, north, "销售订单")
    _show_role(page, "销售顾问", width)
    look(page, "policies")
    cell = _cell(page, role="销售顾问", field="成交价")
    cell.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("为什么是这样")
    expect(dialog.get_by_text("结果").or_(dialog.get_by_text("全店的记录：可看"))).to_be_visible()
    look(page, "policies-why")
    dialog.get_by_text("隐藏").first.click()
    go_on(dialog, "完成")
    expect(cell).to_contain_text("隐藏")
    # Unsaved changes outlive a reload.
    page.reload()
    choose(page, page.get_by_role("combobox", name="记录类型"), "销售订单")
    _show_role(page, "销售顾问", width)
    expect(page.get_by_text("1 处改动尚未保存")).to_be_visible()
    go_on(page, "查看影响并保存")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Advisor")
    expect(dialog).to_contain_text("成交价：可看（部分记录可改） → 隐藏")
    look(page, "policies-effects")
    go_on(dialog, "保存并生效")
    expect(page.get_by_text("1 处改动尚未保存")).to_have_count(0)
    expect(cell).to_contain_text("隐藏")

    advisor = signed_in("advisor")
    for sort in ("", "?sort=-price", f"?filter={json.dumps(PRICE)}"):
        advisor.goto(f"/s/{north}/orders{sort}")
        expect_entry(advisor, "销售订单")
        expect(advisor.get_by_text("成交价", exact=True)).to_have_count(0)
        expect(advisor.get_by_text("300,000")).to_have_count(0)
    client = sign_in("advisor", store="north")
    row = client.get("/api/store/records/sales_order", {"q": "A2"}).json()["rows"][0]
    advisor.goto(f"/s/{north}/orders/{row['id']}")
    expect(advisor.get_by_role("heading", level=1)).to_contain_text("A2")
    expect(advisor.get_by_text("成交价")).to_have_count(0)
    assert "price" not in row
    assert client.get("/api/store/records/sales_order", {"q": "300000"}).json()["rows"] == []
    for question in ({"sort": "price"}, {"fields": "price"}, {"filter": json.dumps(PRICE)}):
        assert client.get("/api/store/records/sales_order", question).status_code == 422


@pytest.mark.only("desktop")
def test_headquarters_locks_a_ceiling_and_the_store_cannot_open_it(signed_in, sign_in, showroom, width, look):
    north = showroom.stores["north"].slug
    page = signed_in("analyst")
    page.goto(f"/hq/{showroom.groups['a'].slug}/ceilings")
    choose(page, page.get_by_role("combobox", name="记录类型"), "销售订单")
    page.get_by_role("button", name="最多可以对“成交价”：").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("隐藏").first.click()
    go_on(dialog, "完成")
    look(page, "ceilings")
    go_on(page, "查看影响并保存")
    expect(dialog).to_contain_text("成交价：")
    look(page, "ceilings-effects")
    go_on(dialog, "锁定")
    expect(dialog.get_by_text("已生效").first).to_be_visible()
    look(page, "ceilings-done")
    go_on(dialog, "完成")

    manager = signed_in("manager")
    _open_rights(manager, north, "销售订单")
    _show_role(manager, "销售顾问", width)
    cell = _cell(manager, role="销售顾问", field="成交价")
    expect(cell.get_by_label("总部已锁定")).to_be_visible()
    cell.focus()
    manager.keyboard.press("4")
    expect(manager.get_by_text("1 处改动尚未保存")).to_be_visible()
    look(manager, "policies-locked")
    _save(manager)
    expect(cell.get_by_label("总部已锁定")).to_be_visible()
    for name in ("manager", "advisor"):
        row = sign_in(name, store="north").get("/api/store/records/sales_order").json()["rows"][0]
        assert "price" not in row


@pytest.mark.only("phone")
def test_a_role_of_ones_own_is_made_and_a_team(signed_in, cast, look):
    page = signed_in("manager")
    page.goto(f"/s/{cast.stores['north'].slug}/policies")
    page.get_by_text("角色", exact=True).first.click()
    go_on(page, "新建角色")
    dialog = page.get_by_role("dialog")
    write(page, 名称="夜班顾问")
    choose(page, dialog.get_by_role("combobox", name="权限从哪个角色复制"), "销售顾问")
    look(page, "role-new")
    go_on(dialog, "新建角色")
    expect(page.get_by_text("夜班顾问")).to_be_visible()
    look(page, "roles")
    page.get_by_text("团队", exact=True).first.click()
    go_on(page, "新建团队")
    write(page, 团队名称="一组")
    choose(page, dialog.get_by_role("combobox", name="成员"), "Advisor")
    page.keyboard.press("Escape")
    go_on(dialog, "保存")
    expect(page.get_by_text("一组")).to_be_visible()
    look(page, "teams")
    open_page(page, "人员")
    go_on(page, "邀请同事")
    page.get_by_role("radio", name="夜班顾问").check()
    go_on(page, "生成邀请链接")
    go_on(page, "完成")
    expect(page.get_by_text("夜班顾问").first).to_be_visible()


@pytest.mark.only("desktop")
def test_many_fields_are_set_at_once_and_dropped(signed_in, cast, width, look):
    page = signed_in("manager")
    _open_rights(page, cast.stores["north"].slug, "客户")
    if width == "phone":
        _show_role(page, "财务", width)
    else:
        page.get_by_text("角色", exact=True).first.click()
        page.get_by_role("button", name="看财务的权限").click()
        page.get_by_role("group", name="看财务的权限").get_by_role("button", name=re.compile("^客户(?!关系)")).click()
    for field in ("性别", "城市"):
        page.get_by_role("checkbox", name=field, exact=True).check()
    bulk = page.get_by_role("group", name="批量设置")
    go_on(bulk, "打码")
    for field in ("性别", "城市"):
        expect(_cell(page, role="财务", field=field)).to_contain_text("打码")
    look(page, "policies-bulk")
    page.get_by_role("button", name="财务：记录范围与操作").click()
    look(page, "policies-role")
    go_on(page.get_by_role("dialog"), "完成")
    go_on(page, "放弃改动")
    expect(_cell(page, role="财务", field="城市")).to_contain_text("可看")


@pytest.mark.only("desktop")
def test_a_role_is_let_see_only_the_records_that_meet_a_condition(signed_in, sign_in, showroom, look):
    page = signed_in("manager")
    _open_rights(page, showroom.stores["north"].slug, "销售订单")
    page.get_by_role("button", name="销售顾问：记录范围与操作").click()
    role = page.get_by_role("dialog", name="销售顾问 · 销售订单")
    choose(page, role.get_by_role("combobox", name="能看到哪些记录"), "符合条件的记录")
    builder = page.get_by_role("dialog", name="只能看到符合以下条件的记录")
    expect(builder.get_by_role("button", name="应用")).to_be_disabled()
    go_on(builder, "添加条件")
    choose(page, builder.get_by_role("combobox", name="字段"), "品牌")
    builder.get_by_role("textbox", name="值", exact=True).fill("BMW")
    look(page, "policies-condition")
    go_on(builder, "应用")
    expect(role).to_contain_text("符合条件的记录：品牌 包含 “BMW”")
    go_on(role, "完成")
    _save(page)
    rows = sign_in("advisor", store="north").get("/api/store/records/sales_order").json()["rows"]
    assert {row["number"] for row in rows} == {"A4", "A5"}


@pytest.mark.only("phone")
def test_a_manager_looks_as_one_of_their_people(signed_in, showroom, look):
    north = showroom.stores["north"].slug
    page = signed_in("manager")
    page.goto(f"/s/{north}/people")
    page.get_by_role("button", name="以Advisor的身份查看").click()
    banner = page.get_by_text("正以Advisor的身份查看本店，只能看，不能改。")
    expect(banner).to_be_visible()
    expect_entry(page, "人员", there=False)
    page.goto(f"/s/{north}/customers")
    expect(banner).to_be_visible()
    expect(page.get_by_text("138*******8000").or_(page.get_by_text("*******8000")).first).to_be_visible()
    look(page, "view-as")
    go_on(page, "结束查看")
    expect(banner).to_have_count(0)
    page.goto(f"/s/{north}/customers")
    expect(page.get_by_text("138 0013 8000").first).to_be_visible()
