"""A manager installs a pack from a file, changes a rule of it, and settles what a newer version changes too."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.journeys import go_on, open_page
from tests.integration.catalogue.packs.conftest import pack


def bring(page: Page, text: str, name: str) -> None:
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/yaml", "buffer": text.encode()})


def install(page: Page) -> None:
    go_on(page, "安装")
    go_on(page.get_by_role("dialog"), "安装")
    expect(page.get_by_role("heading", name="配置包", level=1)).to_be_visible()


@pytest.mark.only("desktop")
def test_a_newer_version_is_installed_once_its_conflict_is_settled(signed_in, showroom, look):
    north = showroom.stores["north"].slug
    manager = signed_in("manager")
    manager.goto(f"/s/{north}")
    open_page(manager, "配置包")
    expect(manager.get_by_role("heading", name="配置包", level=1)).to_be_visible()
    bring(manager, "pack: [", "broken.yaml")
    expect(manager.get_by_role("dialog")).to_contain_text("请查看第 1 行")
    go_on(manager.get_by_role("dialog"), "关闭")

    bring(manager, pack(), "care-1.yaml")
    expect(manager.get_by_role("heading", name="安装“保养”第 1 版", level=1)).to_be_visible()
    look(manager, "pack-first")
    install(manager)
    expect(manager.get_by_text("第 1 版已装好")).to_be_visible()
    manager.get_by_role("link", name="保养到期").click()
    expect(manager.get_by_role("heading", name="保养到期", level=1)).to_be_visible()
    manager.get_by_role("spinbutton", name="天数").fill("14")
    expect(manager.get_by_role("button", name="发布")).to_be_enabled()
    go_on(manager, "发布")
    expect(manager.get_by_role("status").filter(has_text=re.compile("^执行中$"))).to_be_visible()

    manager.goto(f"/s/{north}/design/packs")
    line = manager.get_by_role("listitem").filter(has_text="保养到期")
    expect(line).to_contain_text("本店改过")
    line.get_by_text("本店改了 1 处").click()
    look(manager, "pack-changed")
    bring(manager, pack(version=2, days=7, stop=True), "care-2.yaml")
    expect(manager.get_by_text("还有 1 处需要您选择")).to_be_visible()
    expect(manager.get_by_role("button", name="安装")).to_be_disabled()
    manager.get_by_role("radio", name="保留本店的").check()
    look(manager, "pack-conflict")
    install(manager)
    expect(manager.get_by_text("第 2 版已装好")).to_be_visible()
    look(manager, "pack-installed")
    manager.get_by_role("link", name="保养到期").click()
    expect(manager.get_by_role("spinbutton", name="天数")).to_have_value("14")
    expect(manager.get_by_text("后面的规则不再处理").first).to_be_visible()
