"""What people do again and again, as they do it."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.factories.cast import PASSWORD


def go_on(page: Page | Locator, button: str) -> None:
    """An icon may stand before the button's words."""
    page.get_by_role("button", name=re.compile(rf"(^|\s){re.escape(button)}$")).click()


def write(page: Page | Locator, **fields: str) -> None:
    for label, text in fields.items():
        page.get_by_label(label, exact=True).fill(text)


def sign_up(page: Page, *, name: str, identity: str, password: str = PASSWORD) -> None:
    write(page, 姓名=name, 邮箱或手机号=identity, 密码=password)
    go_on(page, "注册")


def sign_in(page: Page, *, identity: str, password: str = PASSWORD) -> None:
    write(page, 邮箱或手机号=identity, 密码=password)
    go_on(page, "登录")


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="我的账户").click()
    page.get_by_role("menuitem", name="退出登录").click()
    expect(page.get_by_role("heading", name="登录")).to_be_visible()


def name_group(page: Page, *, group: str, pack: str, store: str) -> None:
    """The three steps after a sign-up, up to the store's first page."""
    write(page, 集团名称=group)
    go_on(page, "下一步")
    page.get_by_role("radio", name=pack).check()
    go_on(page, "下一步")
    write(page, 门店名称=store)
    go_on(page, "创建并进入门店")
    expect(page.get_by_role("banner").get_by_role("button", name=store)).to_be_visible()
    leave_tour(page)


def leave_tour(page: Page) -> None:
    """It begins by itself where somebody comes for the first time."""
    tour = page.locator(".ant-tour")
    tour.get_by_role("button", name="关闭导览").click()
    expect(tour).to_have_count(0)


def menu(page: Page) -> Locator:
    """The rail or the tabs, whichever this width has."""
    return page.get_by_role("navigation", name="主导航")


def open_page(page: Page, entry: str) -> None:
    link, more = _entry(page, entry)
    if link.count() == 0:
        more.click()
        page.get_by_role("dialog").get_by_role("link", name=entry, exact=True).click()
        expect(page.get_by_role("dialog")).to_be_hidden()
        return
    link.click()
    expect(link).to_have_attribute("aria-current", "page")


def expect_entry(page: Page, entry: str, *, there: bool = True) -> None:
    """In the rail; on phones among the tabs or behind "more"."""
    link, more = _entry(page, entry)
    if link.count() == 0 and more.count():
        more.click()
        sheet = page.get_by_role("dialog")
        expect(sheet).to_be_visible()
        expect(sheet.get_by_role("link", name=entry, exact=True)).to_have_count(1 if there else 0)
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()
        return
    expect(link).to_have_count(1 if there else 0)


def _entry(page: Page, entry: str) -> tuple[Locator, Locator]:
    """The link itself, and what the others stand behind on phones; once the store's entries are there."""
    link, more = menu(page).get_by_role("link", name=entry, exact=True), menu(page).get_by_role("button", name="更多")
    expect(menu(page).get_by_role("link", name="工作中心", exact=True).or_(link).or_(more).first).to_be_visible()
    return link, more


def switch_to(page: Page, place: str) -> None:
    """By the name of a store, or "总部"."""
    page.get_by_role("banner").get_by_role("button").first.click()
    page.get_by_role("dialog").get_by_role("link", name=re.compile(f"^{place}")).first.click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def choose(page: Page, select: Locator, option: str) -> None:
    """Opens a list of choices, narrows it by typing where that is offered, and takes one."""
    select.click()
    if select.is_editable():
        select.fill(option)
    page.locator(".ant-select-dropdown:visible").get_by_title(option, exact=True).click()


def newest_message(page: Page, *, to: str) -> Locator:
    """In the inbox that the development set-up keeps."""
    page.goto("/dev/outbox")
    return page.get_by_role("article").filter(has_text=to).first


def facts(page: Page, label: str) -> Locator:
    """The value beside a label."""
    return page.locator("dl > div", has=page.get_by_text(label, exact=True)).locator("dd")
