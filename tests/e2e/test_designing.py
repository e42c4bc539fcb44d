"""A store manager adds a field to what there is, and a kind of record of the store's own."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.journeys import choose, facts, go_on, menu, write


@pytest.fixture
def designer(signed_in, showroom) -> Page:
    page = signed_in("manager")
    page.goto(f"/s/{showroom.stores['north'].slug}/settings/fields")
    expect(page.get_by_role("heading", name="字段与记录类型", level=1)).to_be_visible()
    return page


def _add(page: Page, *, type: str, **words: str) -> None:
    """Up to the filled form: the caller saves."""
    go_on(page, "添加字段")
    dialog = page.get_by_role("dialog")
    write(dialog, **{"查找类型，例如：电话、金额": type})
    dialog.get_by_role("button", name=re.compile(f"^{type}")).first.click()
    write(dialog, **words)


def _finish(page: Page, *, name: str) -> None:
    dialog = page.get_by_role("dialog")
    go_on(dialog, "保存字段")
    expect(dialog).to_contain_text(f"字段“{name}”已添加")


def test_a_field_is_added_filled_and_found_in_list_and_record(designer, signed_in, showroom, look):
    north = showroom.stores["north"].slug
    look(designer, "fields-kinds")
    designer.get_by_role("main").get_by_role("link", name=re.compile(r"^客户\s*\d")).click()
    expect(designer.get_by_role("heading", name="客户", level=1)).to_be_visible()
    look(designer, "fields-customer")
    go_on(designer, "添加字段")
    expect(designer.get_by_role("dialog")).to_be_visible()
    look(designer, "fields-palette")
    designer.keyboard.press("Escape")
    expect(designer.get_by_role("dialog")).to_be_hidden()
    _add(designer, type="单选", 名称="会员等级")
    write(designer, **{"选项 1": "金卡", "选项 2": "银卡"})
    dialog = designer.get_by_role("dialog")
    expect(dialog.get_by_role("region", name="填写时的样子")).to_contain_text("会员等级")
    look(designer, "fields-form")
    _finish(designer, name="会员等级")
    look(designer, "fields-done")
    dialog.get_by_role("link", name="去列表看看").click()
    expect(designer).to_have_url(re.compile(f"/s/{north}/customers$"))

    designer.goto(f"/s/{north}/customers/new")
    write(designer, 姓名="周涛")
    choose(designer, designer.get_by_role("combobox", name="会员等级"), "金卡")
    go_on(designer, "保存")
    expect(designer.get_by_role("heading", level=1)).to_contain_text("周涛")
    expect(designer.get_by_text("会员等级", exact=True).first).to_be_visible()
    expect(designer.get_by_text("金卡", exact=True).first).to_be_visible()
    look(designer, "fields-record")
    designer.goto(f"/s/{north}/customers?q=周涛")
    expect(designer.get_by_text("共 1 条")).to_be_visible()
    expect(designer.get_by_text("金卡", exact=True).first).to_be_visible()
    look(designer, "fields-list")


def test_a_kind_of_record_of_ones_own_stands_in_the_navigation_and_keeps_records(designer, width, look):
    go_on(designer, "新建记录类型")
    write(designer, 名称="代步车借用", 名称字段叫什么="借用单号")
    look(designer, "kind-form")
    go_on(designer.get_by_role("dialog"), "新建记录类型")
    expect(designer.get_by_role("heading", name="代步车借用", level=1)).to_be_visible()
    expect(designer.get_by_text("借用单号", exact=True)).to_be_visible()
    _add(designer, type="日期", 名称="借用日期")
    _finish(designer, name="借用日期")
    go_on(designer.get_by_role("dialog"), "完成")
    expect(designer.get_by_text("借用日期", exact=True)).to_be_visible()
    look(designer, "kind-fields")
    if width == "phone":
        go_on(menu(designer), "更多")
        designer.get_by_role("dialog").get_by_role("link", name="代步车借用", exact=True).click()
    else:
        menu(designer).get_by_role("link", name="代步车借用", exact=True).click()
    expect(designer.get_by_role("heading", name="代步车借用", level=1)).to_be_visible()
    designer.goto(f"{designer.url}/new")
    write(designer, 借用单号="JY-001")
    go_on(designer, "保存")
    expect(designer.get_by_role("heading", level=1)).to_contain_text("JY-001")
    look(designer, "kind-record")


@pytest.mark.only("desktop")
def test_a_field_is_relabelled_moved_retired_and_brought_back_and_a_change_undone(designer, look):
    designer.get_by_role("main").get_by_role("link", name=re.compile("^车辆")).click()
    for name in ("来源备注", "钥匙编号"):
        _add(designer, type="文本", 名称=name)
        _finish(designer, name=name)
        go_on(designer.get_by_role("dialog"), "完成")
    go_on(designer, "修改钥匙编号")
    dialog = designer.get_by_role("dialog")
    write(dialog, 名称="钥匙号")
    go_on(dialog, "保存修改")
    expect(dialog).to_have_count(0)
    go_on(designer, "上移钥匙号")
    go_on(designer, "保存顺序")
    expect(designer.get_by_text("字段顺序有改动")).to_have_count(0)
    names = designer.get_by_role("listitem").filter(has_text=re.compile("来源备注|钥匙号"))
    expect(names.first).to_contain_text("钥匙号")

    go_on(designer, "来源备注的更多操作")
    designer.get_by_role("menuitem", name="停用字段").click()
    expect(dialog).to_contain_text("已填写的内容全部保留")
    go_on(dialog, "停用，保留数据")
    expect(designer.get_by_text("来源备注", exact=True)).to_have_count(0)
    designer.get_by_role("switch", name="显示已停用的（1）").click()
    go_on(designer, "恢复来源备注")
    expect(designer.get_by_role("button", name="修改来源备注")).to_be_visible()

    go_on(designer, "来源备注的更多操作")
    designer.get_by_role("menuitem", name="更换类型").click()
    choose(designer, dialog.get_by_role("combobox", name="换成"), "整数")
    go_on(dialog, "先看看结果")
    expect(dialog).to_contain_text("0 条不能转换")
    look(designer, "fields-convert")
    designer.keyboard.press("Escape")

    designer.get_by_text("修改记录", exact=True).first.click()
    look(designer, "fields-history")
    designer.get_by_role("button", name=re.compile("^撤销：恢复了字段 · 来源备注")).click()
    expect(designer.get_by_text("已撤销", exact=True)).to_be_visible()
    designer.get_by_text("字段", exact=True).first.click()
    expect(designer.get_by_role("button", name="修改来源备注")).to_have_count(0)


@pytest.mark.only("phone")
def test_a_formula_that_cannot_be_read_says_where_and_a_right_one_is_computed(designer, look):
    designer.get_by_role("main").get_by_role("link", name=re.compile("^销售订单")).click()
    _add(designer, type="公式", 名称="万元价")
    dialog = designer.get_by_role("dialog")
    write(dialog, 公式="round(price / 10000,")
    go_on(dialog, "保存字段")
    expect(dialog.get_by_role("alert").filter(has_text="第 1 行").first).to_be_visible()
    look(designer, "fields-formula")
    write(dialog, 公式="round(price / 10000, 1)")
    _finish(designer, name="万元价")
    dialog.get_by_role("link", name="去列表看看").click()
    expect(designer).to_have_url(re.compile("/orders$"))
    designer.get_by_role("main").get_by_role("link", name=re.compile("A2")).first.click()
    expect(facts(designer, "万元价")).to_have_text("30")


@pytest.mark.only("desktop")
def test_whoever_may_not_design_finds_no_designer(signed_in, showroom):
    north = showroom.stores["north"].slug
    page = signed_in("advisor")
    page.goto(f"/s/{north}/settings/fields")
    expect(page.get_by_role("heading", name="没有权限")).to_be_visible()
    expect(menu(page).get_by_role("link", name="字段设计")).to_have_count(0)
