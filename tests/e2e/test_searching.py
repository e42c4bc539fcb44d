"""One box finds people, cars, orders, actions and pages, by keys alone; and so is a list walked."""

import re

import pytest
from playwright.sync_api import expect


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


def option(page, name):
    return page.get_by_role("option", name=re.compile(name))


@pytest.mark.only("desktop")
def test_anything_is_opened_from_one_box_by_keys(signed_in, showroom, look):
    page = signed_in("manager")
    page.goto(f"/s/{showroom.stores['north'].slug}")
    expect(page.get_by_role("button", name="搜索")).to_be_visible()
    page.keyboard.press("Control+k")
    box = page.get_by_role("combobox", name="搜索")
    expect(box).to_be_focused()
    look(page, "search-empty")
    for typed in ("张伟", "zw", "zwei", "张w", "8000", "138 0013 8000"):
        box.fill("没有的")
        expect(page.get_by_text("没有找到“没有的”")).to_be_visible()
        box.fill(typed)
        expect(option(page, "^张伟").first).to_be_visible()
    look(page, "search-by-phone")
    box.fill("A5")
    expect(option(page, "^A5")).to_be_visible()
    box.fill("操作日志")
    expect(option(page, "操作日志")).to_be_visible()
    box.fill("a123")
    expect(option(page, "沪A")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("沪A"))).to_be_visible()
    star = page.get_by_role("button", name="收藏", exact=True)
    star.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="取消收藏")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(option(page, "沪A")).to_have_count(2)
    page.keyboard.type("新建客户")
    expect(option(page, "新建客户$")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/customers/new$"))


@pytest.mark.only("desktop")
def test_the_box_holds_to_what_one_may_know(signed_in, showroom):
    page = signed_in("advisor")
    page.goto(f"/s/{showroom.stores['north'].slug}")
    expect(page.get_by_role("button", name="搜索")).to_be_visible()
    page.keyboard.press("Control+k")
    box = page.get_by_role("combobox", name="搜索")
    box.fill("138 0013 8000")
    expect(option(page, r"^张伟")).to_be_visible()
    expect(page.get_by_text("138 0013 8000", exact=True)).to_have_count(0)
    for typed in ("8000", "南店机密"):
        box.fill(typed)
        expect(page.get_by_text(f"没有找到“{typed}”")).to_be_visible()
