"""An owner adds a store and invites people; each sees what the role allows."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.journeys import (
    choose,
    expect_entry,
    go_on,
    leave_tour,
    open_page,
    sign_in,
    sign_out,
    sign_up,
    switch_to,
    write,
)


@pytest.mark.only("desktop")
def test_an_owner_adds_a_store_and_enters_it(signed_in, look):
    page = signed_in("owner")
    page.goto("/")
    switch_to(page, "总部")
    open_page(page, "门店")
    look(page, "stores")
    go_on(page, "添加门店")
    dialog = page.get_by_role("dialog")
    write(page, 门店名称="安和北店")
    go_on(page, "创建门店")
    expect(dialog.get_by_role("alert")).to_contain_text("集团中已有同名门店")
    look(page, "store-name-taken")
    write(page, 门店名称="安和东店")
    go_on(page, "创建门店")
    expect(dialog).to_contain_text("安和东店已可使用")
    look(page, "store-made")
    go_on(page, "进入门店")
    expect(page.get_by_role("banner")).to_contain_text("安和东店")


@pytest.mark.only("phone")
def test_an_invited_technician_signs_up_by_the_link_and_sees_vehicles_but_no_customers(
    signed_in, new_context, cast, look
):
    garage = cast.stores["garage"].slug
    page = signed_in("owner")
    page.goto(f"/hq/{cast.groups['a'].slug}/people")
    look(page, "people")
    go_on(page, "邀请同事")
    choose(page, page.get_by_role("combobox", name="在哪里任职"), "安和快修")
    page.get_by_role("radio", name="维修技师").check()
    look(page, "invite")
    go_on(page, "生成邀请链接")
    link = page.get_by_label("邀请链接").input_value()
    look(page, "invitation-made")
    go_on(page, "完成")
    expect(page.get_by_text("持有链接的人")).to_be_visible()

    guest = new_context().new_page()
    guest.goto(link)
    expect(guest.get_by_role("heading", level=1)).to_contain_text("邀请您加入安和快修")
    look(guest, "invitation")
    sign_up(guest, name="孙师傅", identity="sun@example.com")
    go_on(guest, "接受邀请")
    expect(guest).to_have_url(re.compile(f"/s/{garage}/?$"))
    leave_tour(guest)
    look(guest, "technician-home")
    expect_entry(guest, "车辆")
    for entry in ("客户", "销售订单", "人员"):
        expect_entry(guest, entry, there=False)
    open_page(guest, "车辆")
    expect(guest.get_by_text("还没有车辆")).to_be_visible()
    look(guest, "vehicles-none")
    guest.goto(f"/s/{garage}/customers")
    expect(guest.get_by_text("没有这类记录")).to_be_visible()
    look(guest, "customers-forbidden")

    sign_out(guest)
    sign_in(guest, identity="sun@example.com")
    expect(guest.get_by_role("banner")).to_contain_text("安和快修")


@pytest.mark.only("desktop")
def test_a_link_that_was_taken_back_lets_nobody_in(signed_in, new_context, cast, look):
    page = signed_in("owner")
    page.goto(f"/hq/{cast.groups['a'].slug}/people")
    go_on(page, "邀请同事")
    choose(page, page.get_by_role("combobox", name="在哪里任职"), "总部")
    page.get_by_role("radio", name="审计").check()
    go_on(page, "生成邀请链接")
    link = page.get_by_label("邀请链接").input_value()
    go_on(page, "完成")
    page.get_by_role("button", name="撤回发给持有链接的人的邀请").click()
    expect(page.get_by_text("没有待接受的邀请。")).to_be_visible()

    guest = new_context().new_page()
    guest.goto(link)
    expect(guest.get_by_text("邀请已失效")).to_be_visible()
    look(guest, "invitation-gone")


def test_one_person_switches_between_two_stores(signed_in, cast, look):
    page = signed_in("both")
    page.goto(f"/s/{cast.stores['north'].slug}")
    expect_entry(page, "人员", there=False)
    page.get_by_role("banner").get_by_role("button").first.click()
    expect(page.get_by_role("dialog").get_by_role("link", name="安和南店").first).to_be_visible()
    expect(page.get_by_role("dialog").get_by_text("安和快修")).to_have_count(0)
    look(page, "switcher")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    switch_to(page, "安和南店")
    expect(page).to_have_url(re.compile(f"/s/{cast.stores['south'].slug}/?$"))
    expect(page.get_by_role("banner")).to_contain_text("安和南店")


@pytest.mark.only("phone")
def test_the_language_is_switched_and_stays(signed_in, cast, showroom, look):
    page = signed_in("advisor")
    page.goto(f"/s/{cast.stores['north'].slug}/orders")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Sales orders", level=1)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Sales orders", level=1)).to_be_visible()
    look(page, "orders-english")
    page.goto("/me")
    look(page, "me-english")
    page.get_by_role("button", name="中文").click()
    expect(page.get_by_role("heading", name="个人设置", level=1)).to_be_visible()
    look(page, "me")
