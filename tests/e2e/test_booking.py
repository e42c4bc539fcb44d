"""A customer books a test drive on the phone and signs; another, who was too late, is shown what is still free."""

import re

import pytest
from playwright.sync_api import Page, expect

from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.stock.models import StockVehicle
from tenants.context import tenant_context
from tests.e2e.journeys import go_on

HAD = re.compile(r"^10:00$")


def _car(store) -> None:
    with tenant_context(store):
        series = Series.objects.create(name="海豚", brand=Brand.objects.create(name="比亚迪"))
        trim = Trim.objects.create(name="海豚 420KM", energy="bev", series=series)
        StockVehicle.objects.create(
            trim=trim, vin="LGXC14AA0N1000001", status="in_stock", arrived_on="2026-01-05", is_demo=True
        )


def _fill_in(page: Page, *, name: str, phone: str) -> None:
    """The hour is chosen of the second day that has one; typed as people do, since what is quicker is a machine's."""
    page.get_by_role("radio", name=re.compile("日|/")).nth(1).check()
    page.get_by_role("radio", name=HAD).check()
    page.get_by_label("姓名").press_sequentially(name, delay=400)
    page.get_by_label("手机号", exact=False).first.press_sequentially(phone, delay=250)
    page.get_by_role("checkbox").check()


@pytest.mark.only("phone")
def test_a_customer_books_a_drive_and_who_is_too_late_is_shown_what_is_free(signed_in, showroom, look):
    north = showroom.stores["north"]
    _car(north)
    manager = signed_in("manager")
    manager.goto(f"/s/{north.slug}/test-drives/schedule")
    go_on(manager, "网上预约")
    sheet = manager.get_by_role("dialog")
    go_on(sheet, "打开预约页")
    expect(sheet.get_by_role("img", name="预约页二维码")).to_be_visible()
    link = sheet.get_by_label("预约页链接").input_value()
    look(manager, "booking-page-settings")

    context = manager.context.browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(link)
        expect(page.get_by_role("heading", name="预约试驾", level=1)).to_be_visible()
    _fill_in(first, name="赵敏", phone="13800138000")
    _fill_in(second, name="周芷若", phone="13900139000")
    look(first, "booking-page")
    first.get_by_role("button", name=re.compile("^预约 ")).click()
    expect(first.get_by_role("status").filter(has_text="预约成功")).to_be_visible()
    expect(first.get_by_text("驾驶证原件", exact=False).first).to_be_visible()

    second.get_by_role("button", name=re.compile("^预约 ")).click()
    expect(second.get_by_role("alert")).to_contain_text("10:00 刚刚被别人约走了")
    expect(second.get_by_role("radio", name=HAD)).to_have_count(0)
    look(second, "booking-too-late")
    second.get_by_role("radio", name="11:00").check()
    second.get_by_role("button", name=re.compile("^预约 ")).click()
    expect(second.get_by_role("status").filter(has_text="预约成功")).to_be_visible()

    sign = first.get_by_role("button", name="签署协议")
    first.get_by_label("我已阅读并同意", exact=False).check()
    expect(sign).to_be_disabled()
    pad = first.get_by_role("img", name="签名区")
    pad.scroll_into_view_if_needed()
    place = pad.bounding_box()
    assert place
    first.mouse.move(place["x"] + 40, place["y"] + 60)
    first.mouse.down()
    first.mouse.move(place["x"] + 200, place["y"] + 120, steps=6)
    first.mouse.up()
    sign.click()
    expect(first.get_by_text("协议已签署", exact=False)).to_be_visible()
    look(first, "booking-signed")
    first.get_by_role("button", name="取消预约").click()
    first.get_by_role("button", name="确定取消").click()
    expect(first.get_by_role("status").filter(has_text="预约已取消")).to_be_visible()
    context.close()

    sheet.get_by_role("switch", name="预约页已开放").click()
    expect(sheet.get_by_text("预约页已关闭", exact=False)).to_be_visible()
