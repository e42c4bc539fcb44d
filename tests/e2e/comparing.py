"""Headquarters' comparison, as a reader finds things on it."""

import re

from playwright.sync_api import Locator, Page, expect


def over_all_days(page: Page) -> None:
    # Under load a click was lost while figures came in.
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name=re.compile("^期间")).click()
    page.get_by_role("button", name=re.compile("^全部")).click()


def figure(page: Page, measure: str) -> Locator:
    """One of the figures of all stores together: name, value, change, definition."""
    return page.get_by_role("button", name=re.compile(f"^{measure} ."))


def expect_whole(page: Page, *, units: int, yuan: int | None = None) -> None:
    """All orders together; the money to the cent."""
    expect(figure(page, "销量").get_by_text(f"{units:,}", exact=True)).to_be_visible()
    if yuan is not None:
        expect(figure(page, "销售额")).to_contain_text(f"¥{yuan:,}.00")


def cell(page: Page, name: str, measure: str) -> Locator:
    row = page.locator("tbody tr", has=page.get_by_role("button", name=f"查看{name}背后的订单"))
    return row.locator(f"td[data-label='{measure}']")


def by(page: Page, dimension: str) -> None:
    page.get_by_role("radiogroup", name="按什么分行").get_by_text(dimension, exact=True).click()
