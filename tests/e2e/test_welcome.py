"""The guided tour, and the help beside each page."""

import pytest
from playwright.sync_api import expect

from tenants.context import public_context
from tenants.models import Person
from tests.e2e.journeys import go_on, menu


@pytest.fixture
def newcomer(signed_in, cast):
    with public_context():
        Person.objects.filter(id=cast.people["manager"].id).update(tours_seen=[])
    return signed_in("manager")


def test_the_tour_shows_what_there_is_and_is_remembered(newcomer, cast, width, look):
    store = cast.stores["north"]
    newcomer.goto(f"/s/{store.slug}")
    tour = newcomer.locator(".ant-tour")
    # By itself, for a manager; Enter goes on.
    expect(tour).to_contain_text(f"欢迎来到{store.name}")
    look(newcomer, "tour-first")
    newcomer.keyboard.press("Enter")
    expect(tour).to_contain_text("等您点头的")
    look(newcomer, "tour-second")
    for _ in range(5):
        if tour.get_by_role("button", name="开始使用").count():
            break
        go_on(tour, "下一步")
    expect(tour).to_contain_text("哪一页不明白")
    with newcomer.expect_response("**/api/account/me"):
        go_on(tour, "开始使用")
    newcomer.reload()
    expect(menu(newcomer)).to_be_visible()
    expect(newcomer.get_by_role("heading", level=1)).to_be_visible()
    expect(tour).to_have_count(0)
    go_on(newcomer, "帮助")
    go_on(newcomer, "再看一遍导览")
    expect(tour).to_contain_text("欢迎来到")
    newcomer.keyboard.press("Escape")
    expect(tour).to_have_count(0)


@pytest.mark.only("desktop")
def test_the_help_is_about_the_page_and_finds_the_rest(signed_in, cast, look):
    page = signed_in("manager")
    page.goto(f"/s/{cast.stores['north'].slug}/policies")
    go_on(page, "帮助")
    help = page.get_by_role("dialog", name="帮助")
    expect(help.get_by_role("heading", name="权限：谁能看、谁能做")).to_be_visible()
    look(page, "help-rights")
    help.get_by_label("在帮助里查找").fill("90 天")
    expect(help.get_by_role("listitem").filter(has_text="打印")).to_have_count(0)
    go_on(help, "回收站")
    expect(help).to_contain_text("保留 90 天")
    # The page beside it stays in use.
    menu(page).get_by_role("link", name="操作日志", exact=True).click()
    expect(help.get_by_role("heading", name="部分隐藏的内容与操作日志")).to_be_visible()
    look(page, "help-audit")
