"""One box for everything: people by pinyin, by the end of a phone, cars by a part of the plate; and by keys alone."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.only("desktop")
def test_anything_is_opened_from_one_box(signed_in, showroom, look):
    page = signed_in("manager")
    page.goto(f"/s/{showroom.stores['north'].slug}")
    expect(page.get_by_role("button", name="搜索")).to_be_visible()
    page.keyboard.press("Control+k")
    box = page.get_by_role("combobox", name="搜索")
    expect(box).to_be_focused()
    look(page, "search-empty")
    box.fill("zw")
    expect(page.get_by_role("option", name=re.compile("张伟")).first).to_be_visible()
    look(page, "search-pinyin")
    box.fill("8000")
    expect(page.get_by_role("option", name=re.compile("^张伟"))).to_be_visible()
    box.fill("a123")
    expect(page.get_by_role("option", name=re.compile("沪A"))).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("沪A"))).to_be_visible()
    page.get_by_role("button", name="收藏", exact=True).click()
    expect(page.get_by_role("button", name="取消收藏")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("option", name=re.compile("沪A"))).to_have_count(2)
    box.fill("新建客户")
    page.get_by_role("option", name="新建客户").click()
    expect(page).to_have_url(re.compile("/customers/new$"))


@pytest.mark.only("desktop")
def test_a_list_is_walked_by_keys(signed_in, showroom, look):
    page = signed_in("manager")
    page.goto(f"/s/{showroom.stores['north'].slug}/orders")
    row = page.locator("tbody tr[data-index='1']").get_by_role("link").first
    expect(row).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(row).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="键盘快捷键")).to_be_visible()
    look(page, "keys")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    search = page.get_by_role("searchbox")
    expect(search).to_be_focused()
    page.keyboard.type("c?")
    expect(search).to_have_value("c?")
    expect(page).to_have_url(re.compile("/orders"))
