"""Somebody who never saw it makes a field required when another has a value, and a colleague's form asks for it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.journeys import choose, go_on, write


def _new_field(page: Page, *, type: str, **words: str) -> None:
    go_on(page, "新建字段")
    dialog = page.get_by_role("dialog")
    write(dialog, **{"查找类型，例如：电话、金额": type})
    dialog.get_by_role("button", name=re.compile(f"^{type}")).first.click()
    write(dialog, **words)
    go_on(dialog, "保存字段")
    go_on(dialog, "完成")
    expect(dialog).not_to_be_visible()


@pytest.mark.only("desktop")
def test_a_field_is_required_when_another_has_a_value(signed_in, showroom, look):
    north = showroom.stores["north"].slug
    designer = signed_in("manager")
    designer.goto(f"/s/{north}/settings/fields/customer")
    designer.get_by_role("link", name="设计表单").click()
    look(designer, "forms-empty")
    go_on(designer, "新建表单")
    expect(designer.get_by_role("heading", name=re.compile("^客户表单"), level=1)).to_be_visible()
    _new_field(designer, type="文本", 名称="企业联系人")
    side = designer.get_by_role("complementary").last
    expect(side.get_by_role("heading", name="企业联系人")).to_be_visible()

    side.get_by_role("group", name="满足条件时必填").get_by_role("button", name="设条件").click()
    sheet = designer.get_by_role("dialog")
    go_on(sheet, "添加条件")
    choose(designer, sheet.get_by_role("combobox", name="字段"), "类型")
    choose(designer, sheet.get_by_role("combobox", name="值"), "企业")
    look(designer, "forms-condition")
    go_on(sheet, "应用")
    expect(side).to_contain_text("类型 等于 企业")
    expect(designer.get_by_role("status").filter(has_text="草稿已保存")).to_be_visible()
    look(designer, "forms-designer")

    # By the keyboard: to the place above.
    handle = designer.get_by_role("button", name="拖动“企业联系人”")
    handle.focus()
    designer.keyboard.press("Space")
    designer.keyboard.press("ArrowUp")
    designer.keyboard.press("Space")
    go_on(designer, "发布")
    sheet = designer.get_by_role("dialog")
    expect(sheet).to_contain_text("检查通过")
    expect(sheet).to_contain_text("销售顾问")
    look(designer, "forms-publish")
    sheet.get_by_role("button", name="发布").click()
    expect(sheet).to_contain_text("第 1 版已发布")

    advisor = signed_in("advisor")
    advisor.goto(f"/s/{north}/customers/new")
    write(advisor, 姓名="华运物流")
    contact = advisor.locator("[data-field^=x_]")
    expect(contact).to_contain_text("企业联系人")
    expect(contact).not_to_contain_text("必填")
    choose(advisor, advisor.get_by_role("combobox", name="类型"), "企业")
    expect(contact).to_contain_text("必填")
    go_on(advisor, "保存")
    expect(advisor.get_by_role("alert").filter(has_text="企业联系人")).to_be_visible()
    look(advisor, "forms-asked")
    answer = advisor.evaluate(
        """async (store) => {
          const token = document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? "";
          const headers = {"X-Store": store, "X-CSRFToken": token, "Content-Type": "application/json",
                           "Idempotency-Key": crypto.randomUUID()};
          const body = JSON.stringify({values: {name: "绕过页面", kind: "company"}});
          const answer = await fetch("/api/store/records/customer", {method: "POST", headers, body});
          return [answer.status, (await answer.json()).error?.code];
        }""",
        north,
    )
    assert answer == [422, "rows_refused"]
    write(advisor, 企业联系人="王经理")
    go_on(advisor, "保存")
    expect(advisor.get_by_role("heading", level=1)).to_contain_text("华运物流")
