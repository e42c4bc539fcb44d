"""A customer books a test drive on the phone and signs; another, who was too late, is shown what is still free."""

import re

import pytest
from playwright.sync_api import Page, expect

from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.stock.models import StockVehicle
from tenants.context import tenant_context
from tests.e2e.journeys import go_on, write

# People take their time, and what is quicker is a machine's: so many milliseconds a key, three seconds in all.
KEY = 280


def _car(store) -> None:
    with tenant_context(store):
        series = Series.objects.create(name="海豚", brand=Brand.objects.create(name="比亚迪"))
        trim = Trim.objects.create(name="海豚 420KM", energy="bev", series=series)
        StockVehicle.objects.create(
            trim=trim, vin="LGXC14AA0N1000001", status="in_stock", arrived_on="2026-01-05", is_demo=True
        )


def _booking_page(page: Page, store) -> str:
    """The address that customers are given; opened by who designs the store's pages."""
    page.goto(f"/s/{store.slug}/test-drives/schedule")
    go_on(page, "网上预约")
    sheet = page.get_by_role("dialog")
    go_on(sheet, "打开预约页")
    expect(sheet.get_by_role("img", name="预约页二维码")).to_be_visible()
    return sheet.get_by_label("预约页链接").input_value()


def _choose_ten(page: Page) -> None:
    """Of the second day that has hours: its morning is still to come, whatever time it is."""
    days = page.get_by_role("group", name="日期").get_by_role("radio", disabled=False)
    days.nth(1).check()
    page.get_by_role("radio", name="10:00").check()


def _sign(page: Page) -> None:
    """By finger, once the pad is at rest."""
    pad = page.get_by_role("img", name="签名区")
    pad.hover()
    place = pad.bounding_box()
    assert place
    finger = page.context.new_cdp_session(page)
    for kind, steps in (("touchStart", [0]), ("touchMove", [1, 2, 3, 4])):
        for step in steps:
            point = {"x": place["x"] + 40 + 40 * step, "y": place["y"] + 60 + 12 * step}
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    finger.detach()
    expect(page.get_by_role("button", name="签署协议")).to_be_enabled()


@pytest.mark.only("phone")
def test_a_customer_books_a_drive_and_who_is_too_late_is_shown_what_is_free(signed_in, new_context, showroom, look):
    north = showroom.stores["north"]
    _car(north)
    manager = signed_in("manager")
    link = _booking_page(manager, north)

    phones = new_context()
    first, second = phones.new_page(), phones.new_page()
    for page in (first, second):
        page.goto(link)
        expect(page.get_by_role("heading", name="预约试驾", level=1)).to_be_visible()
        _choose_ten(page)
        page.get_by_role("checkbox").check()
    first.get_by_label("姓名必填", exact=True).press_sequentially("赵敏", delay=KEY)
    first.get_by_label("手机号必填", exact=True).press_sequentially("13800138000", delay=KEY)
    write(second, 姓名必填="周芷若", 手机号必填="13900139000")
    look(first, "booking-page")
    go_on(first, "10:00")
    expect(first.get_by_role("status")).to_have_text("预约成功")
    expect(first.get_by_text("驾驶证", exact=False).first).to_be_visible()
    look(first, "booking-booked")

    go_on(second, "10:00")
    expect(second.get_by_role("alert")).to_contain_text("10:00 刚刚被别人约走了")
    expect(second.get_by_role("alert")).to_contain_text("11:00、11:30、12:00、12:30")
    expect(second.get_by_role("radio", name="11:00")).to_be_enabled()
    expect(second.get_by_role("radio", name="10:00")).to_have_count(0)
    # What they wrote stands there still.
    expect(second.get_by_label("姓名必填", exact=True)).to_have_value("周芷若")
    expect(second.get_by_role("checkbox")).to_be_checked()
    look(second, "booking-too-late")
    second.get_by_role("radio", name="11:00").check()
    go_on(second, "11:00")
    expect(second.get_by_role("status")).to_have_text("预约成功")

    first.get_by_role("checkbox").check()
    expect(first.get_by_role("button", name="签署协议")).to_be_disabled()
    _sign(first)
    go_on(first, "签署协议")
    expect(first.get_by_text("协议已签署", exact=False)).to_be_visible()
    go_on(first, "取消预约")
    go_on(first, "确定取消")
    expect(first.get_by_role("status").filter(has_text="预约已取消")).to_be_visible()
    look(first, "booking-called-off")

    sheet = manager.get_by_role("dialog")
    sheet.get_by_role("switch", name="预约页已开放").click()
    expect(sheet.get_by_text(re.compile("预约页已关闭"))).to_be_visible()
    second.goto(link)
    expect(second.get_by_text("请致电门店", exact=False)).to_be_visible()
