"""A dealer group comes in: sign up, name the group, choose the industry, stand in the first store."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.journeys import (
    expect_entry,
    go_on,
    leave_tour,
    name_group,
    newest_message,
    open_page,
    sign_up,
    switch_to,
    write,
)


def test_sign_up_by_email_ends_in_the_first_store(page, look):
    page.goto("/sign-up")
    look(page, "sign-up")
    sign_up(page, name="申建国", identity="shen@example.com")
    expect(page.get_by_role("heading", name="您的集团叫什么？")).to_be_visible()
    look(page, "welcome-group")
    write(page, 集团名称="申达汽车集团")
    go_on(page, "下一步")
    look(page, "welcome-pack")
    page.get_by_role("radio", name="4S 店").check()
    go_on(page, "下一步")
    write(page, 门店名称="申达浦东店")
    look(page, "welcome-store")
    go_on(page, "创建并进入门店")

    expect(page).to_have_url(re.compile(r"/s/[^/]+/?$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("申建国")
    expect(page.get_by_role("banner")).to_contain_text("申达浦东店")
    leave_tour(page)
    expect(page.get_by_role("link", name="导入销售数据")).to_be_visible()
    look(page, "store-new")


@pytest.mark.only("phone")
def test_sign_up_by_phone_takes_the_code_from_the_text_message(page, context, look):
    page.goto("/sign-up")
    sign_up(page, name="陆敏", identity="138 0013 8000")
    expect(page.get_by_role("heading", name="输入验证码")).to_be_visible()
    look(page, "verify-phone")
    inbox = context.new_page()
    message = newest_message(inbox, to="13800138000")
    expect(message).to_contain_text("短信")
    look(inbox, "outbox")
    code = re.search(r"\d{6}", message.locator("p").inner_text()).group()
    inbox.close()
    page.bring_to_front()

    write(page, 验证码="000000" if code != "000000" else "111111")
    go_on(page, "确认")
    expect(page.get_by_role("alert")).to_contain_text("验证码不正确")
    write(page, 验证码=code)
    go_on(page, "确认")
    name_group(page, group="陆敏快修", pack="维修店", store="陆敏快修总店")
    expect_entry(page, "车辆")
    expect_entry(page, "销售订单", there=False)


@pytest.mark.only("desktop")
def test_a_form_says_what_is_missing_and_makes_nothing(page, look):
    page.goto("/sign-up")
    go_on(page, "注册")
    for words in ("请填写姓名", "请填写邮箱或手机号", "请填写密码"):
        expect(page.get_by_text(words, exact=True)).to_be_visible()
    sign_up(page, name="某人", identity="owner@example", password="12345678")
    for words in ("请填写正确的邮箱，或 11 位手机号", "密码不能全是数字"):
        expect(page.get_by_text(words, exact=True)).to_be_visible()
    look(page, "sign-up-refused")
    expect(page).to_have_url(re.compile("/sign-up$"))


def test_the_founder_sees_the_trial_and_its_one_seat(page, look, width):
    page.goto("/sign-up")
    sign_up(page, name="申建国", identity="shen@example.com")
    name_group(page, group="申达汽车集团", pack="4S 店", store="申达浦东店")
    switch_to(page, "总部")
    expect(page.locator(".ant-tour")).to_contain_text("这里是总部")
    leave_tour(page)
    expect(page.get_by_text("还没有销售订单")).to_be_visible()
    look(page, "compare-none")
    if width == "phone":
        go_on(page, "更多")
        page.get_by_role("dialog").get_by_role("link", name="套餐").click()
        expect(page.get_by_role("dialog")).to_be_hidden()
    else:
        open_page(page, "套餐")
    expect(page.get_by_text("还剩 14 天")).to_be_visible()
    expect(page.get_by_text("已用 1 个席位")).to_be_visible()
    look(page, "plan")
