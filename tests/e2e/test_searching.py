"""A list is walked by keys alone."""

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
