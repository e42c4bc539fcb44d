"""A manager makes a template without a word of code, and a customer is printed with it."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.journeys import choose, go_on


@pytest.mark.only("desktop")
def test_a_template_is_made_and_a_customer_is_printed(signed_in, showroom, look):
    north = showroom.stores["north"].slug
    manager = signed_in("manager")
    manager.goto(f"/s/{north}/settings/fields/customer")
    manager.get_by_role("link", name="打印模板").click()
    look(manager, "print-empty")
    go_on(manager, "新建模板")
    sheet = manager.get_by_role("dialog")
    sheet.get_by_role("radio", name=re.compile("^资料卡")).check()
    look(manager, "print-new")
    go_on(sheet, "新建")
    expect(manager.get_by_role("heading", name="客户资料卡", level=1)).to_be_visible()
    expect(manager.get_by_role("img", name="第 1 页")).to_be_visible()

    manager.get_by_role("group", name="加一块：").get_by_role("button", name="文字").click()
    text = manager.get_by_role("textbox", name="文字")
    text.fill("您好，")
    block = manager.get_by_role("listitem").filter(has=text)
    choose(manager, block.get_by_role("combobox", name="插入字段"), "年收入|大写")
    expect(text).to_have_value("您好，{{年收入|大写}}")
    text.press_sequentially(" {{没有}}")
    expect(block.get_by_role("alert")).to_contain_text("没有")
    expect(manager.get_by_role("button", name="启用")).to_be_disabled()
    text.fill("您好，{{姓名}}，收入{{年收入|大写}}")
    expect(block.get_by_role("alert")).to_have_count(0)
    expect(manager.get_by_role("status").filter(has_text="草稿已保存")).to_be_visible()
    look(manager, "print-editor")
    go_on(manager, "启用")
    expect(manager.get_by_role("status").filter(has_text="与正在使用的一致")).to_be_visible()
    manager.get_by_role("link", name="客户的打印模板").click()
    expect(manager.get_by_role("listitem").filter(has_text="客户资料卡")).to_contain_text("使用中")
    look(manager, "print-list")

    advisor = signed_in("advisor")
    advisor.goto(f"/s/{north}/customers")
    advisor.get_by_role("link", name=re.compile("张伟")).first.click()
    expect(advisor.get_by_role("heading", level=1)).to_contain_text("张伟")
    advisor.get_by_role("button", name="打印").click()
    look(advisor, "print-menu")
    with advisor.context.expect_page(), advisor.expect_response(re.compile("/api/store/print/customer$")) as answered:
        advisor.get_by_role("menuitem", name="客户资料卡").click()
    assert (answered.value.status, answered.value.headers["content-type"]) == (200, "application/pdf")
