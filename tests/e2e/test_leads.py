"""A lead from the first call to its end, by an advisor with a phone in hand."""

from playwright.sync_api import Page, expect

from tests.e2e.journeys import choose, expect_entry, facts, go_on, write
from tests.e2e.test_views import column, put, show


def test_a_lead_is_followed_up_in_two_taps_and_goes_on_by_its_steps(signed_in, cast, look, width):
    page = signed_in("advisor")
    north = cast.stores["north"].slug
    page.goto(f"/s/{north}/leads")
    expect_entry(page, "线索")
    page.goto(f"/s/{north}/leads/new")
    write(page, 联系人="李女士", 电话="13800138000")
    choose(page, page.get_by_role("combobox", name="来源渠道"), "懂车帝")
    go_on(page, "保存")
    expect(page.get_by_role("heading", level=1)).to_contain_text("李女士")
    stages = page.get_by_role("list", name="阶段")
    expect(stages.locator("[aria-current=step]")).to_have_text("新线索")

    # Two taps.
    go_on(page, "跟进")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="有意向，约了下次联系")).to_be_visible()
    look(page, "lead-follow-up")
    dialog.get_by_role("button", name="有意向，约了下次联系").click()
    expect(dialog).to_be_hidden()
    expect(stages.locator("[aria-current=step]")).to_have_text("已联系")
    for place in ("跟进记录", "动态"):
        expect(page.get_by_role("region", name=place).get_by_role("link", name="有意向，约了下次联系")).to_be_visible()

    go_on(page, "邀约到店")
    expect(dialog).to_be_visible()
    go_on(dialog, "邀约到店")
    expect(dialog).to_be_hidden()
    expect(stages.locator("[aria-current=step]")).to_have_text("已邀约")
    look(page, "lead")

    page.get_by_role("button", name="其他操作").click()
    page.get_by_role("menuitem", name="战败").click()
    go_on(dialog, "战败")
    expect(dialog.get_by_role("alert").first).to_be_visible()
    choose(page, dialog.get_by_role("combobox", name="战败原因"), "选择竞品")
    look(page, "lead-lost")
    go_on(dialog, "战败")
    expect(dialog).to_be_hidden()
    expect(stages.locator("[aria-current=step]")).to_have_text("战败")
    expect(facts(page, "战败原因")).to_have_text("选择竞品")
    go_on(page, "重新激活")
    go_on(dialog, "重新激活")
    expect(dialog).to_be_hidden()
    expect(stages.locator("[aria-current=step]")).to_have_text("已联系")

    # On the board it goes by the same steps: one that asks nothing is done, one that asks is asked, none else.
    page.goto(f"/s/{north}/leads")
    show(page, "看板", width)
    expect(column(page, "已联系").get_by_role("link", name="李女士")).to_be_visible()
    bring_into_reach(page, "已联系")
    put(page, "李女士", "已到店", width)
    visited = page.locator(".ant-notification-notice").filter(has_text="已将“李女士”移到“已到店”")
    go_on(visited, "撤销")
    expect(page.get_by_text("已撤销", exact=True)).to_be_visible()
    expect(column(page, "已联系").get_by_role("link", name="李女士")).to_be_visible()
    bring_into_reach(page, "已联系")
    put(page, "李女士", "已到店", width)
    expect(visited).to_be_visible()
    expect(column(page, "已到店").get_by_role("heading")).to_contain_text("1")
    if width == "desktop":
        bring_into_reach(page, "新线索")
        put(page, "李女士", "新线索", width)
        refused = page.get_by_role("alert").filter(has_text="现在是“已到店”，不能直接到“新线索”")
        expect(refused).to_contain_text("现在可以：已试驾、已报价、成交、战败、记为无效")
        expect(column(page, "已到店").get_by_role("link", name="李女士")).to_be_visible()
    put(page, "李女士", "战败", "phone")
    choose(page, dialog.get_by_role("combobox", name="战败原因"), "价格")
    look(page, "lead-board")
    go_on(dialog, "战败")
    expect(dialog).to_be_hidden()
    expect(column(page, "战败").get_by_role("heading")).to_contain_text("1")


def bring_into_reach(page: Page, name: str) -> None:
    """The board begins with this column: a hand that carries a card comes near no edge, where the board would roll."""
    column(page, name).evaluate("column => column.scrollIntoView({inline: 'start', block: 'nearest'})")
