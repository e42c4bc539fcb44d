"""Headquarters' comparison, as a reader finds things on it."""

import re

from playwright.sync_api import Locator, Page


def over_all_days(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^期间")).click()
    page.get_by_role("button", name=re.compile("^全部")).click()


def figure(page: Page, measure: str) -> Locator:
    """The large figure; its title is the figure in full."""
    return page.get_by_role("button", name=re.compile(f"^{measure}")).locator("[title]").first


def cell(page: Page, name: str, measure: str) -> Locator:
    row = page.locator("tbody tr", has=page.get_by_role("button", name=f"查看{name}背后的订单"))
    return row.locator(f"td[data-label='{measure}']")


def by(page: Page, dimension: str) -> None:
    page.get_by_role("radiogroup", name="按什么分行").get_by_text(dimension, exact=True).click()
