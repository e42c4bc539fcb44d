"""A messy workbook of customers goes into a store: guessed, tried, its errors taken away, written, undone."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.journeys import go_on
from tests.integration.catalogue.importing.conftest import sheet

LONG = 240_000
ROWS = [
    ["十月到店客户"],
    ["客户姓名", "手机号", "性别", "来源", "区域"],
    ["张伟", "138 0013 8000", "男", "官网", "西湖"],
    ["李娜", 13900139000, "女", "抖音", "滨江"],
    ["王芳", "138123", "女", "来电", "滨江"],
    ["张伟", "13800138000", "男", "官网", "西湖"],
    # Another phone: only her name is heard alike.
    ["李那", "13900139001", "女", "来电", "滨江"],
]


def choose(page: Page, name: str, option: str) -> None:
    page.get_by_role("combobox", name=name).click()
    page.get_by_title(option, exact=True).last.click()


@pytest.mark.only("desktop")
def test_a_messy_workbook_goes_in_and_is_taken_back(signed_in, cast, look, tmp_path):
    path = tmp_path / "客户.xlsx"
    path.write_bytes(sheet(ROWS))
    page = signed_in("manager")
    page.goto(f"/s/{cast.stores['north'].slug}/customers")
    page.get_by_role("link", name="导入数据").first.click()
    look(page, "record-import-new")
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_role("heading", name="客户.xlsx", level=1)).to_be_visible(timeout=LONG)
    expect(page.get_by_role("button", name="下一步：核对")).to_be_enabled(timeout=LONG)
    choose(page, "“抖音”的含义", "新媒体")
    page.get_by_role("radio", name="仍然新增，并列入查重页").check()
    look(page, "record-import-columns")
    page.get_by_role("button", name="下一步：核对").click()

    expect(page.get_by_role("button", name="2 将新增")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("电话号码不正确，请检查位数").first).to_be_visible()
    page.get_by_role("button", name="1 将新增，但与其他相似").click()
    expect(page.get_by_text("按重复规则（姓名、区域）与第 4 行相似")).to_be_visible()
    look(page, "record-import-check")
    page.get_by_role("button", name="1 不能导入").click()
    page.get_by_role("button", name="下载").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="CSV").click()
    assert "王芳" in download.value.path().read_text(encoding="utf-8-sig")

    go_on(page, "开始导入 3 行")
    expect(page.get_by_text("导入完成")).to_be_visible(timeout=LONG)
    look(page, "record-import-done")
    page.get_by_role("button", name="撤销导入").click()
    page.get_by_role("textbox").fill("撤销")
    page.get_by_role("dialog").get_by_role("button", name="撤销导入").click()
    expect(page.get_by_text("导入已撤销")).to_be_visible(timeout=LONG)
    look(page, "record-import-undone")
    page.get_by_role("link", name="查看列表").click()
    expect(page.get_by_text("张伟")).to_have_count(0)
