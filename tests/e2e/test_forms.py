"""Somebody who never saw it makes a field required when another has a value, and a colleague's form asks for it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.journeys import choose, facts, go_on, write

ASK = """async ([store, method, path, told]) => {
  const token = document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? "";
  const headers = {"X-Store": store, "X-CSRFToken": token, "Content-Type": "application/json",
                   "Idempotency-Key": crypto.randomUUID()};
  const answer = await fetch(path, {method, headers, ...(told ? {body: JSON.stringify(told)} : {})});
  return [answer.status, await answer.json()];
}"""


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
    sheet.get_by_text("读作").click()
    go_on(sheet, "应用")
    expect(side).to_contain_text("类型 是其中之一 企业")
    expect(designer.get_by_role("status").filter(has_text="草稿已保存")).to_be_visible()
    look(designer, "forms-designer")

    # By the keyboard: to the place above.
    handle = designer.get_by_role("button", name="拖动“企业联系人”")
    handle.focus()
    designer.keyboard.press("Space")
    designer.keyboard.press("ArrowUp")
    designer.keyboard.press("Space")
    go_on(designer, "子表")
    designer.locator(".ant-dropdown:visible").get_by_role("menuitem", name="车辆", exact=True).click()
    expect(side.get_by_role("heading", name="车辆")).to_be_visible()
    expect(designer.get_by_role("status").filter(has_text="草稿已保存")).to_be_visible()
    _preview(designer, look)
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
    told = {"values": {"name": "绕过页面", "kind": "company"}}
    status, refused = advisor.evaluate(ASK, [north, "POST", "/api/store/records/customer", told])
    assert (status, refused["error"]["params"]["rows"][0]["code"]) == (422, "value_required")
    write(advisor, 企业联系人="王经理")
    go_on(advisor, "保存")
    expect(advisor.get_by_role("heading", level=1)).to_contain_text("华运物流")
    # Its page is laid out by the same form.
    expect(contact).to_contain_text("王经理")
    look(advisor, "forms-looking")
    _fill_in_rows(advisor, signed_in, look)


def _preview(page: Page, look) -> None:
    """As somebody who sees no incomes, and on a phone: the condition is at work, and nothing is kept."""
    go_on(page, "预览")
    sheet = page.get_by_role("dialog")
    choose(page, sheet.get_by_role("combobox", name="以谁的身份"), "销售顾问")
    sheet.get_by_text("手机", exact=True).click()
    contact = sheet.locator("[data-field^=x_]")
    expect(contact).not_to_contain_text("必填")
    choose(page, sheet.get_by_role("combobox", name="类型"), "企业")
    expect(contact).to_contain_text("必填")
    expect(sheet.get_by_role("region", name="车辆")).to_contain_text("先保存这条记录")
    wide = sheet.locator("[data-phone=true]").bounding_box()
    assert wide and wide["width"] <= 420
    look(page, "forms-preview")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def _fill_in_rows(page: Page, signed_in, look) -> None:
    """Cars of the customer, in the customer's form: added, changed and removed in place."""
    page.get_by_role("link", name="编辑").click()
    cars = page.get_by_role("region", name="车辆", exact=True)
    go_on(cars, "添加一行")
    fresh = cars.get_by_role("group", name="新的一行")
    go_on(fresh, "保存这一行")
    expect(fresh.get_by_role("alert")).to_be_visible()
    write(fresh, 品牌="蔚来")
    page.keyboard.press("Enter")
    expect(fresh).to_have_count(0)
    row = cars.get_by_role("row").filter(has_text="蔚来")
    row.get_by_role("cell", name="修改车系").click()
    cars.get_by_label("车系", exact=True).fill("ET5")
    page.keyboard.press("Enter")
    expect(row).to_contain_text("ET5")
    look(page, "forms-rows")
    # Who may not delete cars is offered no way to; a manager is, and takes it back.
    remove = row.get_by_role("button", name=re.compile("^删除"))
    expect(remove).to_have_count(0)
    manager = signed_in("manager")
    manager.goto(page.url)
    row = manager.get_by_role("region", name="车辆", exact=True).get_by_role("row").filter(has_text="蔚来")
    row.get_by_role("button", name=re.compile("^删除")).click()
    expect(row).to_have_count(0)
    go_on(manager.locator(".ant-notification-notice").filter(has_text="已删除"), "撤销")
    expect(row).to_contain_text("ET5")


@pytest.mark.only("phone")
def test_a_stranger_fills_in_a_form_on_a_phone(signed_in, showroom, look):
    north = showroom.stores["north"].slug
    manager = signed_in("manager")
    manager.goto(f"/s/{north}/customers")

    def ask(method: str, path: str, told=None):
        status, answer = manager.evaluate(ASK, [north, method, path, told])
        assert status < 300, answer
        return answer

    forms = "/api/store/design/forms"
    form = ask("POST", forms, {"entity": "customer", "name": "预约试驾", "purposes": ["create"]})
    ask("POST", f"{forms}/{form['id']}/publish", {"draft_version": form["draft_version"]})
    manager.goto(f"/s/{north}/design/forms/customer")
    manager.get_by_role("button", name="对外开放").click()
    go_on(manager, "开放这张表单")
    sheet = manager.get_by_role("dialog")
    address = sheet.get_by_label("表单的链接").input_value()
    expect(sheet.get_by_role("img", name="表单的二维码")).to_be_visible()
    choose(manager, sheet.get_by_role("combobox", name="收到后归谁"), "Advisor")
    go_on(sheet, "保存")
    expect(sheet.get_by_role("button", name="保存")).to_be_disabled()
    look(manager, "forms-public")

    stranger = manager.context.browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN").new_page()
    stranger.goto(address)
    expect(stranger.get_by_role("heading", name="预约试驾", level=1)).to_be_visible()
    stranger.get_by_label("姓名").fill("赵敏")
    stranger.get_by_label("电话").fill("13800138000")
    # As people type: what is filled in faster is taken for a machine's.
    stranger.get_by_label("城市").press_sequentially("杭州市西湖区", delay=800)
    look(stranger, "forms-stranger")
    thanks = stranger.get_by_text("已收到，门店会尽快与您联系。")
    stranger.get_by_role("button", name="提交").click()
    expect(thanks).to_be_visible()
    stranger.context.close()

    manager.reload()
    manager.get_by_role("button", name="对外开放").click()
    expect(sheet).to_contain_text("已成为记录")
    sheet.get_by_role("link", name="打开记录").click()
    expect(manager.get_by_role("heading", level=1)).to_contain_text("赵敏")
    expect(facts(manager, "负责人")).to_contain_text("Advisor")
