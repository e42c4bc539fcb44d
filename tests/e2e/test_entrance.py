"""In and out: sign in, a wrong password, a forgotten one, a stranger who wanted to go somewhere."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.journeys import go_on, newest_message, sign_in, sign_out, write


@pytest.mark.only("phone")
def test_a_stranger_comes_to_the_sign_in_page_and_back_to_where_they_wanted(page, cast, look):
    wanted = f"/s/{cast.stores['north'].slug}/orders?sort=-price"
    page.goto(wanted)
    expect(page.get_by_role("heading", name="登录")).to_be_visible()
    look(page, "sign-in")
    sign_in(page, identity="advisor@example.com")
    expect(page).to_have_url(re.compile(re.escape(wanted) + "$"))
    expect(page.get_by_role("heading", name="销售订单", level=1)).to_be_visible()


@pytest.mark.only("desktop")
def test_a_wrong_password_is_said_clearly_and_lets_nobody_in(page, cast, look):
    page.goto("/sign-in")
    sign_in(page, identity="advisor@example.com", password="not the password")
    expect(page.get_by_role("alert")).to_contain_text("邮箱或密码不正确")
    look(page, "sign-in-refused")
    page.goto(f"/s/{cast.stores['north'].slug}")
    expect(page).to_have_url(re.compile("/sign-in"))


@pytest.mark.only("desktop")
def test_signing_out_ends_the_session_here(signed_in, cast):
    page = signed_in("advisor")
    page.goto("/")
    sign_out(page)
    page.goto(f"/s/{cast.stores['north'].slug}/customers")
    expect(page).to_have_url(re.compile("/sign-in"))


def test_a_forgotten_password_is_set_anew_through_the_link(page, context, look):
    page.goto("/sign-in")
    page.get_by_role("link", name="忘记密码？").click()
    look(page, "forgot-password")
    write(page, 邮箱或手机号="advisor@example.com")
    go_on(page, "下一步")
    expect(page.get_by_text("请查收邮件")).to_be_visible()
    newest_message(page, to="advisor@example.com").get_by_role("link").click()
    look(page, "reset-password")
    write(page, 新密码="quite another 8 staple")
    go_on(page, "保存新密码")
    expect(page.get_by_text("密码已更新，请用新密码登录。")).to_be_visible()

    sign_in(page, identity="advisor@example.com")
    expect(page.get_by_role("alert")).to_contain_text("邮箱或密码不正确")
    sign_in(page, identity="advisor@example.com", password="quite another 8 staple")
    expect(page.get_by_role("banner")).to_contain_text("安和北店")


@pytest.mark.only("desktop")
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nowhere", "没有这个页面"),
        ("/s/no-such-store", "没有这家门店"),
        ("/hq/no-such-group/compare", "没有权限"),
        ("/invite/made-up", "邀请已失效"),
    ],
)
def test_an_address_that_leads_nowhere_says_so_and_offers_a_way(signed_in, look, path, words):
    page = signed_in("advisor")
    page.goto(path)
    expect(page.get_by_text(words)).to_be_visible()
    look(page, f"lost-{path.split('/')[1]}")
    page.get_by_role("link", name="回到首页").click()
    expect(page.get_by_role("banner")).to_contain_text("安和北店")


@pytest.mark.only("phone")
def test_a_made_up_reset_link_is_refused_and_a_new_one_offered(page, look):
    page.goto("/reset-password/made-up")
    write(page, 新密码="quite another 8 staple")
    go_on(page, "保存新密码")
    expect(page.get_by_text("链接已失效")).to_be_visible()
    look(page, "reset-password-refused")
    page.get_by_role("link", name="重新申请").click()
    expect(page.get_by_role("heading", name="找回密码")).to_be_visible()
