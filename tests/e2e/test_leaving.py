"""An advisor leaves: what they are responsible for is handed over before they are removed, and back."""

from playwright.sync_api import expect

from tests.e2e.journeys import choose, go_on, write
from tests.e2e.test_forms import ASK


def test_what_a_leaver_has_is_handed_over_and_taken_back(signed_in, cast, look):
    page = signed_in("manager")
    north, leaver = cast.stores["north"].slug, cast.people["advisor"]
    page.goto(f"/s/{north}/people")

    def ask(method, path, told=None):
        status, answer = page.evaluate(ASK, [north, method, f"/api/store/records/{path}", told])
        assert status < 300, answer
        return answer

    for name in ("孙女士", "周先生"):
        row = {"contact_name": name, "channel": "walk_in", "owner": str(leaver.id)}
        lead = ask("POST", "lead", {"values": row})["record"]
    name = str(leaver)
    page.get_by_role("button", name=f"移除{name}在").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("note")).to_contain_text("线索 2 条")
    look(page, "leaver-removing")
    sheet.get_by_role("link", name="先交接工作").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    expect(page.get_by_role("checkbox", name="线索：共 2 条")).to_be_checked()
    go_on(page, "交接 2 条记录")
    expect(page.get_by_role("alert")).to_contain_text("请先选择交给谁")
    choose(page, page.get_by_role("combobox", name="交给", exact=True), str(cast.people["both"]))
    page.keyboard.press("Escape")
    write(page, 原因="离职")
    look(page, "leaver")
    go_on(page, "交接 2 条记录")
    expect(page.get_by_text("名下没有记录")).to_be_visible()
    earlier = page.get_by_role("region", name="交接记录").get_by_role("listitem")
    expect(earlier).to_contain_text("离职")
    assert ask("GET", f"lead/{lead['id']}")["record"]["owner"] == str(cast.people["both"].id)

    go_on(earlier, f"撤销{name}的交接")
    look(page, "leaver-back")
    go_on(page.get_by_role("dialog"), "撤销")
    expect(earlier).to_contain_text("撤销")
    expect(page.get_by_role("checkbox", name="线索：共 2 条")).to_be_visible()
    assert ask("GET", f"lead/{lead['id']}")["record"]["owner"] == str(leaver.id)

    # Nobody is removed with what is theirs; given to a colleague on the spot, they are.
    page.goto(f"/s/{north}/people")
    page.get_by_role("button", name=f"移除{name}在").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("note")).to_contain_text("线索 2 条")
    go_on(sheet, "移除")
    expect(sheet.get_by_role("alert")).to_contain_text("请先交接")
    choose(page, sheet.get_by_role("combobox", name="或者现在全部交给"), str(cast.people["both"]))
    look(page, "leaver-left-to")
    go_on(sheet, "移除")
    expect(page.get_by_role("button", name=f"移除{name}在")).to_have_count(0)
    assert ask("GET", f"lead/{lead['id']}")["record"]["owner"] == str(cast.people["both"].id)
