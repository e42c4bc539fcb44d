"""Headquarters compares its stores and goes down to the orders behind a figure."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.comparing import by, cell, expect_whole, figure, over_all_days
from tests.factories.sales import sale, sell


@pytest.fixture
def compare(signed_in, showroom) -> Page:
    """The comparison of group A over all its days: four orders in `north`, five in `south`."""
    rows = [
        sale(f"S{month}", on=dt.date(2023, month, 9), price=90_000 + month, brand="蔚来", series="ET5", region="静安区")
        for month in (2, 3, 4, 6)
    ]
    sell(actor=showroom.actor("owner", store="south"), store=showroom.stores["south"], rows=rows)
    page = signed_in("analyst")
    page.goto(f"/hq/{showroom.groups['a'].slug}/compare")
    over_all_days(page)
    expect_whole(page, units=9)
    return page


def test_stores_are_ranked_drawn_and_shown_in_full(compare, look):
    expect_whole(compare, units=9, yuan=8_837_792)
    expect(cell(compare, "安和北店", "销量")).to_have_text("4")
    expect(cell(compare, "安和南店", "销量")).to_have_text("5")
    for chart in ("销量按月走势图，数据见下方表格", "销量排名图，数据见下方表格"):
        expect(compare.get_by_role("figure", name=chart).locator("svg path").first).to_be_attached()
    expect(compare.locator("tbody tr").first).to_contain_text("安和南店")
    look(compare, "compare")


@pytest.mark.only("desktop")
def test_all_days_are_compared_with_nothing_and_repair_shops_are_not_ranked(compare):
    expect(compare.get_by_role("button", name=re.compile("^对比"))).to_contain_text("不对比")
    expect(compare.get_by_text("另有 1 家维修店不卖车")).to_be_visible()
    expect(compare.get_by_role("button", name="查看安和快修背后的订单")).to_have_count(0)


@pytest.mark.only("phone")
def test_rows_are_regions_brands_models_or_months(compare, look):
    for dimension, name, units in (
        ("地区", "静安区", "4"),
        ("品牌", "比亚迪", "3"),
        ("车系", "蔚来 ET5", "4"),
        ("月份", "2023-02", "3"),
    ):
        by(compare, dimension)
        expect(cell(compare, name, "销量")).to_have_text(units)
        look(compare, f"compare-by-{['地区', '品牌', '车系', '月份'].index(dimension)}")


def test_two_periods_stand_beside_each_other(compare, look):
    compare.get_by_role("button", name=re.compile("^期间")).click()
    own = compare.get_by_role("form", name="自定义")
    for label, day in {"从": "2023-02-01", "到": "2023-02-28"}.items():
        own.get_by_label(label).fill(day)
    own.get_by_role("button", name="确定").click()
    compare.get_by_role("button", name=re.compile("^对比")).click()
    compare.get_by_role("button", name=re.compile("^上一期间")).click()
    expect_whole(compare, units=3)
    expect(figure(compare, "销量")).to_contain_text("上一期间 1")
    look(compare, "compare-two-periods")
    compare.reload()
    expect_whole(compare, units=3)


@pytest.mark.only("desktop")
def test_a_figure_leads_to_exactly_its_orders(compare, look):
    by(compare, "品牌")
    compare.get_by_role("button", name="查看比亚迪背后的订单").click()
    panel = compare.get_by_role("dialog")
    expect(panel.get_by_role("link", name="安和南店")).to_be_visible()
    look(compare, "orders-behind")
    panel.get_by_role("link", name="安和北店").click()
    expect(compare.get_by_role("heading", name="销售订单", level=1)).to_be_visible()
    expect(compare.get_by_text("共 2 条")).to_be_visible()
    look(compare, "orders-from-figure")
    assert sorted(compare.locator("tbody tr [data-title='true']").all_inner_texts()) == ["A1", "A3"]


@pytest.mark.only("desktop")
def test_a_store_manager_may_not_compare(signed_in, cast):
    page = signed_in("manager")
    page.goto(f"/hq/{cast.groups['a'].slug}/compare")
    expect(page.get_by_text("没有权限")).to_be_visible()


@pytest.mark.only("phone")
def test_the_comparison_reads_in_english(compare, look):
    compare.get_by_role("button", name="English").click()
    expect(compare.get_by_role("radiogroup").get_by_text("Brand")).to_be_visible()
    look(compare, "compare-english")
