"""A store's customers, vehicles and orders: search, sort, filter, page on, look closer."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.journeys import choose, facts, go_on, open_page
from tests.factories.sales import sale, sell


@pytest.fixture
def orders(signed_in, showroom, width) -> Page:
    """The order list of `north`: five known orders and seventy more."""
    more = [
        sale(f"B{number:03}", on=dt.date(2022, 1, 1) + dt.timedelta(days=number), price=50_000 + number, brand="吉利")
        for number in range(70)
    ]
    sell(actor=showroom.actor("owner", store="north"), store=showroom.stores["north"], rows=more)
    page = signed_in("advisor")
    page.goto(f"/s/{showroom.stores['north'].slug}")
    open_page(page, "销售订单")
    expect(page.get_by_text("共 75 条")).to_be_visible()
    return page


def row(page: Page, index: int) -> Locator:
    return page.locator(f"tbody tr[data-index='{index}']")


@pytest.mark.only("desktop")
def test_orders_are_searched_for(orders, look):
    look(orders, "orders")
    search = orders.get_by_role("searchbox", name="搜索销售订单")
    search.fill("Geraldine")
    expect(orders.get_by_text("共 1 条")).to_be_visible()
    expect(row(orders, 0)).to_contain_text("A5")
    search.fill("nobody at all")
    expect(orders.get_by_text("没有符合条件的销售订单")).to_be_visible()
    look(orders, "orders-none")
    go_on(orders, "清除搜索和筛选")
    expect(orders.get_by_text("共 75 条")).to_be_visible()


def test_orders_are_sorted_by_a_field_either_way(orders, width):
    def by_price(way: str) -> None:
        if width == "phone":
            settings = orders.get_by_role("button", name="显示设置")
            if settings.get_attribute("aria-expanded") == "false":
                go_on(orders, "显示设置")
            orders.get_by_label("排序").select_option(label=f"成交价 {way}")
        else:
            orders.get_by_role("button", name="成交价").click()

    by_price("降序")
    expect(row(orders, 0)).to_contain_text("A2")
    by_price("升序")
    expect(row(orders, 0)).to_contain_text("B000")


def test_a_filter_reads_as_a_sentence_survives_a_reload_and_is_taken_out(orders, look):
    go_on(orders, "添加条件")
    choose(orders, orders.get_by_role("combobox", name="字段"), "品牌")
    orders.get_by_role("textbox", name="值", exact=True).fill("BMW")
    look(orders, "filter-editor")
    go_on(orders, "应用")
    sentence = orders.get_by_role("group", name="筛选条件")
    for words in (orders.get_by_text("共 2 条"), sentence.get_by_text(re.compile("品牌 .*BMW"))):
        expect(words).to_be_visible()
    orders.reload()
    for words in (orders.get_by_text("共 2 条"), sentence.get_by_text(re.compile("品牌 .*BMW"))):
        expect(words).to_be_visible()
    look(orders, "orders-filtered")
    orders.get_by_role("button", name=re.compile("^移除条件：品牌")).click()
    expect(orders.get_by_text("共 75 条")).to_be_visible()


@pytest.mark.only("desktop")
def test_conditions_in_groups_read_as_a_sentence_and_are_kept_as_a_view(orders, look):
    go_on(orders, "组合条件")
    dialog = orders.get_by_role("dialog")

    def condition(at: int, field: str, value: str) -> None:
        choose(orders, dialog.get_by_role("combobox", name="字段").nth(at), field)
        dialog.get_by_role("textbox", name="值", exact=True).nth(at).fill(value)

    go_on(dialog, "添加条件")
    condition(0, "品牌", "BMW")
    go_on(dialog, "添加条件组")
    choose(orders, dialog.get_by_role("combobox", name="条件之间的关系").last, "满足以下任一条件")
    condition(1, "成交价", "100000")
    dialog.get_by_role("button", name=re.compile("添加条件$")).last.click()
    expect(dialog).to_contain_text("还有 1 个条件没有填完")
    condition(2, "客户的姓名", "Nobody")
    expect(dialog).to_contain_text("品牌 包含 “BMW”，并且（成交价 不小于 ¥100,000.00 或 客户的姓名 包含 “Nobody”）")
    look(orders, "filter-groups")
    go_on(dialog, "应用")
    expect(orders.get_by_text("共 1 条")).to_be_visible()
    go_on(orders, "另存为视图")
    orders.get_by_role("textbox", name="视图名称").fill("好车")
    orders.get_by_role("textbox", name="视图名称").press("Enter")
    # It is kept, and open.
    go_on(orders, "管理视图")
    sheet = orders.get_by_role("dialog", name="管理视图")
    go_on(sheet, "好车改名")
    sheet.get_by_role("textbox", name="视图名称").fill("宝马好车")
    sheet.get_by_role("textbox", name="视图名称").press("Enter")
    go_on(sheet, "删除宝马好车")
    look(orders, "views-managed")
    asked = orders.get_by_role("dialog", name="删除视图“宝马好车”？")
    go_on(asked, "取消")
    expect(asked).to_have_count(0)
    sheet.locator(".ant-modal-close").click()
    expect(sheet).to_have_count(0)
    orders.get_by_role("link", name="全部", exact=True).click()
    expect(orders.get_by_text("共 75 条")).to_be_visible()
    orders.get_by_role("link", name="宝马好车", exact=True).click()
    expect(orders.get_by_text("共 1 条")).to_be_visible()
    expect(row(orders, 0)).to_contain_text("A5")


@pytest.mark.only("desktop")
def test_orders_that_meet_a_condition_stand_out(orders, look):
    go_on(orders, "颜色")
    go_on(orders, "添加颜色")
    dialog = orders.get_by_role("dialog")
    go_on(dialog, "添加条件")
    choose(orders, dialog.get_by_role("combobox", name="字段"), "品牌")
    dialog.get_by_role("textbox", name="值", exact=True).fill("BMW")
    go_on(dialog, "应用")
    expect(dialog).to_contain_text("当 品牌 包含 “BMW”")
    dialog.get_by_role("textbox", name=re.compile("的说明$")).fill("豪华车")
    look(orders, "colours-sheet")
    go_on(dialog, "应用")
    orders.get_by_role("searchbox", name="搜索销售订单").fill("A")
    expect(orders.get_by_text("共 5 条")).to_be_visible()
    expect(orders.locator("tbody tr[data-tone='red']")).to_have_count(2)
    expect(orders.locator("tbody tr:not([data-tone])")).to_have_count(3)
    expect(orders.get_by_role("list", name="颜色说明")).to_have_text("豪华车")
    look(orders, "orders-coloured")


@pytest.mark.only("phone")
def test_more_orders_come_when_asked_for(orders, look):
    expect(orders.get_by_text("已显示 50 条")).to_be_attached()
    go_on(orders, "加载更多")
    expect(orders.locator("table")).to_have_attribute("aria-rowcount", "76")
    expect(orders.get_by_role("button", name="加载更多")).to_have_count(0)


def test_a_customer_leads_to_the_car_and_the_order_and_back(signed_in, showroom, look):
    page = signed_in("advisor")
    page.goto(f"/s/{showroom.stores['north'].slug}")
    expect(page.get_by_role("link", name=re.compile("^A5"))).to_be_visible()
    look(page, "store-home")
    open_page(page, "客户")
    look(page, "customers")
    page.get_by_role("link", name="张伟", exact=True).click()
    expect(page.get_by_role("heading", name="张伟", level=1)).to_be_visible()
    # Nobody's customer yet: an advisor sees the mask, the manager the whole.
    expect(facts(page, "电话")).to_contain_text("*******8000")
    of_manager = signed_in("manager")
    of_manager.goto(page.url)
    expect(facts(of_manager, "电话")).to_contain_text("138 0013 8000")
    look(page, "customer")
    page.get_by_role("region", name="车辆").get_by_role("link", name=re.compile("^沪A")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("沪A")
    look(page, "vehicle")
    page.get_by_role("region", name="订单").get_by_role("link", name=re.compile("^A1")).click()
    expect(page.get_by_role("heading", name="A1", level=1)).to_be_visible()
    look(page, "order")
    facts(page, "客户").get_by_role("link", name="张伟").click()
    expect(page.get_by_role("heading", name="张伟", level=1)).to_be_visible()


@pytest.mark.only("phone")
def test_vehicles_are_listed_with_their_owners(signed_in, showroom, look):
    page = signed_in("advisor")
    page.goto(f"/s/{showroom.stores['north'].slug}/vehicles")
    expect(page.get_by_text("共 5 条")).to_be_visible()
    look(page, "vehicles")
    expect(page.get_by_text("南店机密")).to_have_count(0)


@pytest.mark.only("desktop")
def test_a_record_of_another_store_is_not_here(signed_in, showroom, look):
    page = signed_in("advisor")
    page.goto(f"/s/{showroom.stores['north'].slug}/customers/01890000-0000-7000-8000-000000000000")
    expect(page.get_by_role("alert").or_(page.get_by_text("没有这个页面"))).to_be_visible()
    look(page, "record-gone")
    page.get_by_role("link", name="返回列表").click()
    expect(page.get_by_role("heading", name="客户", level=1)).to_be_visible()
