"""A manager draws the approval of an order's discount from nothing; two people approve on phones."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import WIDTHS, keep_picture
from tests.e2e.inspection import faults_of
from tests.e2e.journeys import choose, go_on, menu
from tests.e2e.test_forms import ASK


def pick(page: Page, button: Locator, item: str) -> None:
    """From the menu that a button opens."""
    button.click()
    page.locator(".ant-dropdown:visible").get_by_role("menuitem", name=item, exact=True).click()


def ask(page: Page, part: Locator, kind: str, names: list[str]) -> None:
    """Whom a step asks: these, by this kind of part."""
    pick(page, part.get_by_role("button", name="添加人员"), kind)
    for name in names:
        choose(page, part.get_by_role("combobox", name=kind, exact=True), name)
    page.keyboard.press("Escape")


def name_step(page: Page, name: str) -> None:
    page.get_by_label("步骤名称", exact=True).fill(name)


def approve_on_phone(page: Page, store: str, *, step: str) -> None:
    """In two taps."""
    page.set_viewport_size(WIDTHS["phone"])
    page.goto(f"/s/{store}")
    menu(page).get_by_role("link", name=re.compile("工作中心$")).click()
    page.get_by_role("tab", name=re.compile("^流程待办")).click()
    card = page.get_by_role("listitem").filter(has_text=step)
    keep_picture(page, f"approval-card-{step}")
    assert faults_of(page) == []
    go_on(card, "同意")
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("button", name="同意")).to_be_visible()
    keep_picture(page, f"approval-sheet-{step}")
    go_on(sheet, "同意")
    expect(card).to_have_count(0)


def _form_of_the_step(page: Page, store: str) -> None:
    """In force, for steps alone."""
    forms = "/api/store/design/forms"
    _, form = page.evaluate(
        ASK, [store, "POST", forms, {"entity": "sales_order", "name": "审批单", "purposes": ["step"]}]
    )
    told = {"draft_version": form["draft_version"]}
    assert page.evaluate(ASK, [store, "POST", f"{forms}/{form['id']}/publish", told])[0] == 200


@pytest.mark.only("desktop")
def test_an_approval_is_drawn_published_and_given_by_two(signed_in, new_context, showroom, look):
    north = showroom.stores["north"].slug
    manager = signed_in("manager")
    manager.goto(f"/s/{north}")
    menu(manager).get_by_role("link", name="业务流程").click()
    look(manager, "flows-empty")
    go_on(manager, "新建流程")
    sheet = manager.get_by_role("dialog")
    choose(manager, sheet.get_by_role("combobox", name="针对哪种记录"), "销售订单")
    sheet.get_by_label("流程名称").fill("订单优惠审批")
    look(manager, "flow-new")
    _form_of_the_step(manager, north)
    go_on(sheet, "开始设计")
    expect(manager.get_by_role("heading", name="订单优惠审批", level=1)).to_be_visible()

    steps = manager.get_by_role("application", name="流程图")
    steps.get_by_role("group", name="发起 发起").click()
    manager.get_by_role("region", name="步骤", exact=True).get_by_role("button", name="审批", exact=True).click()
    expect(manager.get_by_text("还没有选人。").first).to_be_visible()
    name_step(manager, "主管审批")
    ask(manager, manager.get_by_role("group", name="审批人", exact=True), "指定人员", ["Both", "Advisor"])
    late = manager.get_by_role("group", name="时限", exact=True)
    go_on(late, "添加时限")
    choose(manager, late.get_by_role("combobox", name="到时怎么办"), "上报给别人")
    ask(manager, late, "角色", ["集团所有者"])
    choose(manager, manager.get_by_role("combobox", name="不通过走到"), "结束")
    choose(manager, manager.get_by_role("combobox", name="结果"), "不通过")
    name_step(manager, "未通过")
    steps.get_by_role("group", name="审批 主管审批").click()
    choose(manager, manager.get_by_role("combobox", name="通过走到", exact=True), "审批")
    name_step(manager, "店长审批")
    ask(manager, manager.get_by_role("group", name="审批人", exact=True), "角色", ["店长"])
    choose(manager, manager.get_by_role("combobox", name="显示哪张表单"), "审批单")
    choose(manager, manager.get_by_role("combobox", name="不通过走到"), "未通过")
    expect(manager.get_by_role("status").filter(has_text="草稿，尚未发布")).to_be_visible()
    expect(steps.get_by_label("处要改")).to_have_count(0)
    look(manager, "flow-step")
    steps.locator(".react-flow__pane").click(position={"x": 5, "y": 5})
    said = manager.get_by_role("region", name="整个流程")
    expect(said).to_contain_text("由Both、Advisor任一人审批（“主管审批”，超过 24 小时上报给集团所有者）")
    expect(said).to_contain_text("“店长审批”不通过时，流程结束，结果为不通过。")
    expect(said).to_contain_text("可以发布。")
    look(manager, "flow-drawn")
    go_on(manager, "检查并发布")
    sheet = manager.get_by_role("dialog")
    go_on(sheet, "发布")
    expect(sheet.get_by_text("第 1 版已生效")).to_be_visible()
    go_on(sheet, "完成")
    expect(manager.get_by_role("status").filter(has_text=re.compile("^执行中$"))).to_be_visible()

    owner = signed_in("owner", browser=new_context())
    owner.goto(f"/s/{north}")
    owner.get_by_role("link", name=re.compile("^A5")).click()
    go_on(owner, "发起")
    flows = owner.get_by_role("region", name="流程", exact=True)
    expect(flows.get_by_role("listitem")).to_contain_text("进行中")
    look(owner, "record-flow")
    approve_on_phone(signed_in("advisor", browser=new_context()), north, step="主管审批")
    flows.get_by_role("link").click()
    expect(owner.get_by_text("等待Manager处理（店长审批）")).to_be_visible()
    look(owner, "flow-standing")
    approve_on_phone(signed_in("manager", browser=new_context()), north, step="店长审批")
    owner.reload()
    expect(owner.get_by_text("Manager同意（店长审批）")).to_be_visible()
    expect(owner.get_by_text("已完成", exact=True)).to_be_visible()

    steps.get_by_role("group", name="审批 店长审批").click()
    choose(manager, manager.get_by_role("combobox", name="多人时"), "须全部同意")
    manager.get_by_text("执行中，有未发布的修改").wait_for()
    go_on(manager, "检查并发布")
    expect(manager.get_by_role("dialog")).to_contain_text("现在由店长全部同意")
    look(manager, "flow-publish")
    go_on(manager.get_by_role("dialog"), "取消")
    manager.goto(f"/s/{north}/design/flows")
    expect(manager.get_by_role("listitem").filter(has_text="订单优惠审批")).to_contain_text("第 1 版，Manager发布")
    look(manager, "flows-list")
