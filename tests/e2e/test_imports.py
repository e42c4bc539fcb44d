"""Headquarters brings in a sales file: columns, dry run, start, result; bad rows mended; the whole undone."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.comparing import expect_whole, over_all_days
from tests.e2e.journeys import facts, go_on
from tests.factories.sales_files import invent_sales

LONG = 240_000


def send(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("heading", name=file.name, level=1)).to_be_visible()


def check(page: Page) -> None:
    """From the columns to the dry run."""
    page.get_by_role("button", name="下一步：核对").click(timeout=LONG)
    expect(page.get_by_role("heading", name="导入后会发生什么")).to_be_visible(timeout=LONG)


def expect_done(page: Page) -> None:
    expect(page.get_by_text("导入完成")).to_be_visible(timeout=LONG)


@pytest.mark.only("desktop")
def test_a_groups_whole_file_goes_in_and_is_compared(signed_in, cast, look, tmp_path):
    file = invent_sales(tmp_path / "sales.csv")
    page = signed_in("owner")
    page.goto(f"/hq/{cast.groups['a'].slug}/imports")
    expect(page.get_by_text("还没有导入过数据")).to_be_visible()
    look(page, "imports-none")
    page.get_by_role("link", name="新建导入").first.click()
    look(page, "import-new")
    send(page, file.path)

    expect(page.get_by_role("button", name="下一步：核对")).to_be_enabled(timeout=LONG)
    for column, field in {"Dealer_Name": "门店（必填）", "Car_id": "订单号（必填）", "Dealer_No": "经销商代码"}.items():
        expect(page.locator("li", has=page.get_by_role("combobox"), has_text=column)).to_contain_text(field)
    page.get_by_text("查看修复前后").first.click()
    expect(page.locator("code", has_text="Double Overhead Camshaft").first).to_be_visible()
    look(page, "import-columns")
    check(page)
    stores = len(file.stores)
    expect(page.get_by_role("checkbox", name=f"创建 {stores} 家新门店")).to_be_checked()
    expect(facts(page, "成交金额合计")).to_have_text(f"¥{file.total:,}.00")
    look(page, "import-check")
    go_on(page, f"开始导入 {file.rows:,} 行")
    expect(page.get_by_role("heading", name=re.compile("门店进度|按门店"))).to_be_visible()
    look(page, "import-running")

    page.goto(f"/hq/{cast.groups['a'].slug}/imports")
    look(page, "imports-one")
    page.get_by_role("link", name=file.path.name).click()
    expect_done(page)
    expect(facts(page, "新增订单")).to_have_text(f"{file.rows:,}")
    expect(facts(page, "新建门店")).to_have_text(str(stores))
    look(page, "import-done")

    page.get_by_role("link", name="查看门店对比").click()
    over_all_days(page)
    expect_whole(page, units=file.rows, yuan=file.total)
    look(page, "compare-whole-file")
    (store, units) = max(orders_by_store(file).items(), key=lambda item: item[1])
    page.get_by_role("button", name=f"查看{store}背后的订单").click()
    page.get_by_role("dialog").get_by_role("link", name=store).click()
    expect(page.get_by_text(f"共 {units:,} 条")).to_be_visible()
    look(page, "orders-whole-file")


def orders_by_store(file) -> dict[str, int]:
    counted: dict[str, int] = {}
    for (store, _), (orders, _) in file.cells.items():
        counted[store] = counted.get(store, 0) + orders
    return counted


def spoil(path: Path) -> dict[str, tuple[str, str]]:
    """Four rows that can't go in. Returns number → (column, what it was)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    header, bad = rows[0], {}
    spoilt = ((3, "Price ($)", "call us"), (5, "Date", "13/45/2023"), (7, "Customer Name", ""), (9, "Dealer_Name", ""))
    for at, column, cell in spoilt:
        number = rows[at][header.index("Car_id")]
        bad[number] = (column, rows[at][header.index(column)])
        rows[at][header.index(column)] = cell
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return bad


def mend(path: Path, bad: dict[str, tuple[str, str]]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["Car_id"] for row in rows} == set(bad)
    for row in rows:
        column, cell = bad[row["Car_id"]]
        row[column] = cell
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_bad_rows_are_listed_downloaded_mended_sent_again_and_the_import_is_undone(signed_in, cast, look, tmp_path):
    head = f"/hq/{cast.groups['a'].slug}"
    sales = invent_sales(tmp_path / "sales.csv", rows=120, stores=2)
    bad = spoil(sales.path)
    page = signed_in("owner")
    page.goto(f"{head}/imports/new")
    look(page, "import-small-new")
    send(page, sales.path)
    expect(page.get_by_text("文件的 16 列")).to_be_visible()
    look(page, "import-small-columns")
    check(page)
    look(page, "import-small-check")
    page.locator("summary", has_text="查看 1 行").first.click()
    refused = page.locator("details[open] tbody tr").first
    expect(refused.locator("th")).to_have_text(re.compile(r"^\d+$"))
    expect(refused.locator("td")).to_have_count(3)
    look(page, "import-small-refused")
    go_on(page, "开始导入 116 行")
    expect_done(page)
    expect(facts(page, "新增订单")).to_have_text("116")
    expect(facts(page, "未通过的行")).to_have_text("4")
    look(page, "import-small-done")

    with page.expect_download() as download:
        page.get_by_role("link", name="下载 4 行未通过的数据").click()
    mended = tmp_path / "mended.csv"
    download.value.save_as(mended)
    mend(mended, bad)
    page.get_by_role("link", name="上传改好的文件").click()
    send(page, mended)
    check(page)
    go_on(page, "开始导入 4 行")
    expect_done(page)
    expect(facts(page, "新增订单")).to_have_text("4")
    page.get_by_role("link", name="查看门店对比").click()
    over_all_days(page)
    expect_whole(page, units=120)

    page.goto(f"{head}/imports")
    page.get_by_role("link", name="mended.csv").click()
    go_on(page, "撤销导入")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="撤销导入")).to_be_disabled()
    dialog.get_by_label("请输入“撤销”以确认").fill("撤销")
    look(page, "import-undo")
    go_on(dialog, "撤销导入")
    expect(page.get_by_text("导入已撤销")).to_be_visible(timeout=LONG)
    expect(facts(page, "保留的记录")).to_have_text("0")
    expect(page.get_by_text("新增订单")).to_have_count(0)
    look(page, "import-undone")
    page.get_by_role("link", name="查看门店对比").click()
    over_all_days(page)
    expect_whole(page, units=116)


@pytest.mark.only("desktop")
@pytest.mark.parametrize(
    ("content", "words"), [(b"", "空"), (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + bytes(range(256)) * 8, "PDF")]
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(signed_in, cast, tmp_path, content, words):
    file = tmp_path / "report.csv"
    file.write_bytes(content)
    page = signed_in("owner")
    page.goto(f"/hq/{cast.groups['a'].slug}/imports/new")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("alert")).to_contain_text(words)
