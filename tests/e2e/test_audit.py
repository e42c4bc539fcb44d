"""What is masked is shown on asking, and the log of operations tells who asked."""

import pytest
from playwright.sync_api import expect

from tests.e2e.journeys import facts, go_on


@pytest.mark.only("phone")
def test_a_phone_is_shown_with_a_reason_and_the_manager_reads_who_saw_it(signed_in, showroom, look):
    north = f"/s/{showroom.stores['north'].slug}"
    page = signed_in("advisor")
    page.goto(f"{north}/customers")
    page.get_by_role("link", name="张伟", exact=True).click()
    expect(facts(page, "电话")).to_contain_text("*******8000")
    go_on(page, "显示电话明文")
    sheet = page.get_by_role("dialog")
    go_on(sheet, "回访客户")
    look(page, "reveal-reason")
    go_on(sheet, "查看")
    expect(facts(page, "电话")).to_contain_text("138 0013 8000")
    go_on(page, "隐藏电话")
    expect(facts(page, "电话")).to_contain_text("*******8000")

    page = signed_in("manager")
    page.goto(f"{north}/audit?kind=revealed")
    entry = page.get_by_role("listitem").filter(has_text="显示明文").first
    expect(entry).to_contain_text("原因：回访客户")
    look(page, "audit")
    page.goto(f"{north}/audit")
    expect(page.get_by_text("新建了").first).to_be_visible()
    look(page, "audit-all")
