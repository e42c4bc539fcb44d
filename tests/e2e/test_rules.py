"""A manager makes a rule without a word of code, and the next customer is treated by it."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from chezhan.catalogue.events.dispatching import dispatch
from chezhan.kernel import clock
from tests.e2e.journeys import choose, go_on, menu


@pytest.mark.only("desktop")
def test_a_rule_is_made_and_followed(signed_in, showroom, look):
    north = showroom.stores["north"].slug
    manager = signed_in("manager")
    manager.goto(f"/s/{north}")
    menu(manager).get_by_role("link", name="业务规则").click()
    look(manager, "rules-empty")
    go_on(manager, "新建规则")
    sheet = manager.get_by_role("dialog")
    sheet.get_by_label("规则名称").fill("杭州归华东")
    go_on(sheet, "下一步")
    expect(manager.get_by_role("heading", name="杭州归华东", level=1)).to_be_visible()

    go_on(manager, "添加条件")
    sheet = manager.get_by_role("dialog")
    go_on(sheet, "添加条件")
    choose(manager, sheet.get_by_role("combobox", name="字段", exact=True), "城市")
    choose(manager, sheet.get_by_role("combobox", name="关系", exact=True), "等于")
    sheet.get_by_role("textbox", name="值").fill("杭州")
    go_on(sheet, "应用")
    go_on(manager, "设置字段")
    choose(manager, manager.get_by_role("combobox", name="选择要设置的字段"), "区域")
    manager.get_by_role("textbox", name="区域").fill("华东")
    expect(manager.get_by_text("当新建客户时，如果 城市 等于 杭州，就把“区域”设为“华东”。")).to_be_visible()
    expect(manager.get_by_role("button", name="发布")).to_be_enabled()
    look(manager, "rule-editor")
    manager.get_by_text("试运行", exact=True).click()
    expect(manager.get_by_text("会处理 0 条记录")).to_be_visible()
    look(manager, "rule-tried")
    go_on(manager, "发布")
    expect(manager.get_by_role("status").filter(has_text=re.compile("^执行中$"))).to_be_visible()

    manager.goto(f"/s/{north}/customers/new")
    manager.get_by_role("textbox", name="姓名").fill("规则客户")
    manager.get_by_role("textbox", name="城市").fill("杭州")
    go_on(manager, "保存")
    expect(manager.get_by_role("heading", level=1)).to_contain_text("规则客户")
    dispatch(until=clock.now() + dt.timedelta(minutes=1))
    manager.goto(f"/s/{north}/design/rules")
    expect(manager.get_by_role("listitem").filter(has_text="杭州归华东")).to_contain_text("近 7 天执行 1 次")
    look(manager, "rules-list")
    manager.get_by_role("link", name="杭州归华东").click()
    manager.get_by_text("执行日志", exact=True).click()
    expect(manager.get_by_role("listitem").filter(has_text="规则客户")).to_contain_text("修改了区域")
    look(manager, "rule-log")
    manager.get_by_role("link", name="规则客户").click()
    expect(manager.get_by_role("heading", level=1)).to_contain_text("规则客户")
    expect(manager.get_by_text("华东", exact=True).first).to_be_visible()
    expect(manager.get_by_text(re.compile("业务规则“杭州归华东”")).first).to_be_visible()
    look(manager, "rule-timeline")
