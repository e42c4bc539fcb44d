"""The same records as a board, a calendar, cards, branches and groups; marked by conditions, and shared as a view."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.journeys import choose, go_on
from tests.e2e.test_forms import ASK

RECORDS, DESIGN = "/api/store/records", "/api/store/design"
COMPANY = {"group": {"combinator": "and", "rules": [{"field": "kind", "operator": "=", "value": "company"}]}}
# As the calendar counts days.
MONTH = """() => new Intl.DateTimeFormat("sv", {timeZone: "Asia/Shanghai"}).format(new Date()).slice(0, 7)"""


class Store:
    """What is set up and read over the API, as the manager."""

    def __init__(self, page: Page, slug: str) -> None:
        self.page, self.slug = page, slug

    def ask(self, method: str, path: str, told: Any = None) -> Any:
        status, answer = self.page.evaluate(ASK, [self.slug, method, path, told])
        assert status < 300, answer
        return answer

    def of(self, entity: str, name: str, *, by: str = "name") -> dict[str, Any]:
        rows = self.ask("GET", f"{RECORDS}/{entity}?limit=50")["rows"]
        row = next(row for row in rows if row[by] == name)
        return self.ask("GET", f"{RECORDS}/{entity}/{row['id']}")["record"]

    def change(self, entity: str, record: dict[str, Any], **values: Any) -> None:
        body = {"version": record["version"], "values": values}
        self.ask("PATCH", f"{RECORDS}/{entity}/{record['id']}", body)


@pytest.fixture
def manager(signed_in, showroom) -> Page:
    page = signed_in("manager")
    page.goto(f"/s/{showroom.stores['north'].slug}/customers")
    return page


@pytest.fixture
def store(manager, showroom) -> Store:
    """Companies need a region, 张伟 has one; Gia is below Geraldine; a car was registered on this month's tenth."""
    store = Store(manager, showroom.stores["north"].slug)
    parts = [
        {"kind": "field", "id": "f1", "field": "name"},
        {"kind": "field", "id": "f2", "field": "kind"},
        {"kind": "field", "id": "f3", "field": "region", "required_when": COMPANY},
    ]
    layout = {"tabs": [{"id": "t1", "sections": [{"id": "s1", "parts": parts}]}]}
    form = store.ask("POST", f"{DESIGN}/forms", {"entity": "customer", "name": "客户", "purposes": ["edit"]})
    one = f"{DESIGN}/forms/{form['id']}"
    saved = store.ask("PATCH", one, {"draft_version": form["draft_version"], "layout": layout})
    store.ask("POST", f"{one}/publish", {"draft_version": saved["draft_version"]})
    above = {"label": {"zh": "上级客户"}, "type": "link", "name": "x_above", "target": "customer"}
    store.ask("POST", f"{DESIGN}/entities/customer/fields", above)
    store.change("customer", store.of("customer", "张伟"), region="浦东新区")
    store.change("customer", store.of("customer", "Gia"), x_above=store.of("customer", "Geraldine")["id"])
    day = f"{manager.evaluate(MONTH)}-10"
    store.change("vehicle", store.of("vehicle", "沪A12345", by="plate"), first_registered_on=day)
    manager.reload()
    return store


@pytest.fixture
def colleague(signed_in, new_context) -> Callable[[], Page]:
    return lambda: signed_in("advisor", browser=new_context())


def show(page: Page, kind: str, width: str) -> None:
    page.get_by_role("radiogroup", name="显示方式").get_by_title(kind, exact=True).click()
    settings = page.get_by_role("button", name="显示设置")
    if width == "phone" and settings.get_attribute("aria-expanded") == "false":
        settings.click()


def column(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def carry(page: Page, thing: Locator, to: Locator) -> None:
    """By the mouse, in steps, as a hand does."""
    start, end = thing.bounding_box(), to.bounding_box()
    assert start and end
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] - 6)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=15)
    page.mouse.up()


def put(page: Page, name: str, to: str, width: str) -> None:
    """A card into another column: carried, or by its menu. Nothing else is on its way, so it stays where it is."""
    expect(page.locator("li[aria-busy=true]")).to_have_count(0)
    card = page.get_by_role("listitem").filter(has_text=name)
    if width == "desktop":
        carry(page, card, column(page, to))
    else:
        card.get_by_role("button", name=f"移动“{name}”").click()
        page.locator(".ant-dropdown:visible").get_by_role("menuitem", name=f"移到“{to}”").click()


def test_records_are_laid_out_moved_marked_and_shared(manager, store, colleague, look, width):
    _board(manager, store, look, width)
    _cards_and_branches(manager, look, width)
    _calendar(manager, store, look, width)
    _groups(manager, store, look, width)
    _shared(manager, colleague(), store, look, width)


def _board(page: Page, store: Store, look, width: str) -> None:
    show(page, "看板", width)
    choose(page, page.get_by_role("combobox", name="按此分栏"), "类型")
    persons = column(page, "个人")
    expect(persons.get_by_role("listitem")).to_have_count(5)
    put(page, "张伟", "企业", width)
    expect(column(page, "企业").get_by_role("listitem")).to_contain_text("张伟")
    expect(page.get_by_text("已将“张伟”移到“企业”")).to_be_visible()
    look(page, "views-board")
    assert store.of("customer", "张伟")["kind"] == "company"
    go_on(page.locator(".ant-notification-notice").filter(has_text="已将“张伟”"), "撤销")
    # As the server counts them.
    expect(persons.get_by_role("heading")).to_contain_text("5")
    expect(persons.get_by_role("listitem")).to_have_count(5)
    # What the form is against is refused with its reason, and the card is back.
    put(page, "李娜", "企业", width)
    expect(page.get_by_role("alert").filter(has_text="区域")).to_be_visible()
    expect(persons.get_by_role("listitem").filter(has_text="李娜")).to_be_visible()
    assert store.of("customer", "李娜")["kind"] == "person"


def _cards_and_branches(page: Page, look, width: str) -> None:
    show(page, "画廊", width)
    expect(page.get_by_role("listitem").filter(has_text="Geraldine").first).to_be_visible()
    look(page, "views-gallery")
    show(page, "树形", width)
    expect(page.get_by_role("link", name="Gia")).to_have_count(0)
    page.get_by_role("button", name="展开“Geraldine”的下级").click()
    expect(page.get_by_role("link", name="Gia")).to_be_visible()
    look(page, "views-tree")


def _calendar(page: Page, store: Store, look, width: str) -> None:
    page.goto(f"/s/{store.slug}/vehicles")
    show(page, "日历", width)
    choose(page, page.get_by_role("combobox", name="日期", exact=True), "初次登记")
    event = page.locator(".ec-event")
    expect(event).to_have_count(1)
    look(page, "views-calendar")
    if width == "desktop":
        carry(page, event, page.locator(".ec-day time[datetime$='-20']"))
        expect(page.get_by_text("-20")).to_be_visible()
        assert store.of("vehicle", "沪A12345", by="plate")["first_registered_on"].endswith("-20")


def _groups(page: Page, store: Store, look, width: str) -> None:
    page.goto(f"/s/{store.slug}/orders")
    show(page, "列表", width)
    choose(page, page.get_by_role("combobox", name="分组"), "品牌")
    head = page.get_by_role("row").filter(has_text="BMW")
    expect(head).to_contain_text("2 条")
    go_on(page, "颜色")
    sheet = page.get_by_role("dialog", name="按条件标颜色")
    go_on(sheet, "添加颜色")
    when = page.get_by_role("dialog", name="标颜色的条件")
    go_on(when, "添加条件")
    choose(page, when.get_by_role("combobox", name="字段"), "成交价")
    when.get_by_role("textbox", name="值", exact=True).fill("250000")
    go_on(when, "应用")
    go_on(sheet, "应用")
    expect(page.get_by_role("list", name="颜色说明").get_by_role("listitem")).to_contain_text("成交价")
    page.get_by_role("row").filter(has_text="理想").get_by_role("button").click()
    expect(page.locator("tr[data-tone]")).to_contain_text("A2")
    look(page, "views-groups")


def _shared(page: Page, other: Page, store: Store, look, width: str) -> None:
    go_on(page, "另存为视图")
    page.get_by_role("textbox", name="视图名称").fill("品牌合计")
    page.get_by_role("checkbox", name="全店可用").check()
    page.get_by_role("textbox", name="视图名称").press("Enter")
    expect(page.get_by_role("link", name="品牌合计")).to_be_visible()
    other.goto(f"/s/{store.slug}/orders")
    other.get_by_role("link", name="品牌合计").click()
    expect(other.get_by_role("row").filter(has_text="BMW")).to_contain_text("2 条")
    # Phones fold it under the settings.
    if width == "desktop":
        expect(other.get_by_role("list", name="颜色说明").get_by_role("listitem")).to_contain_text("成交价")
    look(other, "views-shared")
