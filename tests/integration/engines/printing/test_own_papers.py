"""The paper that a kind of record comes with: a quote and an order as they are handed to a customer."""

import pytest

from chezhan.engines.printing.typesetting import set_pictures
from tests.integration.engines.printing.conftest import DESIGN, PRINT, manager, paper, printer  # noqa: F401
from tests.integration.modules.quotes.conftest import quote, year  # noqa: F401
from tests.integration.modules.quotes.test_quotes import add
from tests.integration.modules.sales.conftest import lot, seller  # noqa: F401

LOAN = {"pay_by": "loan", "down_payment": "50000", "months": 36, "rate": "3.6"}


def said(blocks, id_or_kind):
    return [block for block in blocks if block["kind"] == id_or_kind]


@pytest.mark.parametrize(("entity", "name"), [("quote", "购车报价单"), ("sales_order", "汽车销售合同")])
def test_it_is_offered_first_and_every_name_on_it_leads_somewhere(manager, lot, entity, name):  # noqa: F811
    assert manager.ask("get", f"{PRINT}/{entity}")[0] == {"id": "own", "name": name}
    made = manager.ask("post", DESIGN, {"entity": entity, "name": "本店", "start": "sheet"}, status=201)
    assert made["problems"] == []
    assert {"id": "store", "text": "{{@legal_name}}"}.items() <= made["layout"]["blocks"][0].items()
    refused = manager.client.post(
        f"{PRINT}/customer", {"ids": [lot["customer"]], "template": "own"}, "application/json"
    )
    assert refused.status_code == 404


def test_a_paper_has_the_letterhead_and_no_line_of_what_the_store_did_not_say(manager, seller, paper, lot):  # noqa: F811
    order = {"customer": lot["customer"], "trim": lot["trim"], "brand": "试", "ordered_on": "2026-03-02", "price": "1"}
    made = seller("advisor").create("sales_order", **order)["record"]

    def words():
        body = {"ids": [made["id"]], "template": "own"}
        assert manager.client.post(f"{PRINT}/sales_order", body, "application/json").status_code == 200
        (record,) = paper.pop()["records"]
        blocks = [*said(record["blocks"], "heading"), *said(record["blocks"], "text")]
        return "\n".join("".join(map(str, line)) for one in blocks for line in one.get("lines", [one.get("text")]))

    before = words()
    assert "统一社会信用代码" not in before and "地址：" not in before and "卖方（甲方）：" in before
    told = {"legal_name": "澄骐汽车有限公司", "address": "江南大道 1 号", "clauses": "颜色以实车为准。\n另有约定除外。"}
    manager.ask("put", "/api/store/particulars", {"version": 0, **told})
    after = words()
    assert "卖方（甲方）：澄骐汽车有限公司" in after and "地址：江南大道 1 号" in after and "开户银行" not in after
    assert "颜色以实车为准。\n另有约定除外。" in after


def test_a_quote_is_one_to_hand_over(year, manager, seller, paper, quote):  # noqa: F811
    advisor = seller("advisor")
    add(advisor, quote, "gift", "400")
    add(advisor, quote, "insurance", "5200", note="交强险、车船税、第三者责任险三百万元、车损险、驾乘险，" * 4)
    add(advisor, quote, "discount", "4800")
    for _ in range(40):
        add(advisor, quote, "accessory", "150.50")
    advisor.change(
        "quote", advisor.now("quote", quote), terms="一、含首保\n二、送拖车", valid_until="2026-03-09", **LOAN
    )
    printed = manager.client.post(f"{PRINT}/quote", {"ids": [quote["id"]], "template": "own"}, "application/json")
    assert printed.status_code == 200
    (record,) = paper[0]["records"]
    (lines,) = said(record["blocks"], "rows")
    assert [(one["name"], one["sum"], one["under"]) for one in lines["groups"]] == [
        ("车价", "¥159,800.00", 3), ("优惠", "-¥4,800.00", 3), ("精品", "¥6,020.00", 3),
        ("保险", "¥5,200.00", 3), ("购置税", "¥6,858.40", 3), ("赠品", "¥0.00", 3),
    ]  # fmt: skip
    assert lines["total"] == ["合计", "", "", "¥173,078.40", ""]
    texts = ["".join(map(str, line)) for block in said(record["blocks"], "text") for line in block["lines"]]
    assert any(text.startswith("合计：¥173,078.40　大写：壹拾柒万叁仟零柒拾捌元肆角") for text in texts)
    assert any("第 1 版" in text for text in texts)
    assert [text for text in texts if "含首保" in text or "拖车" in text] == ["一、含首保", "二、送拖车"]
    pairs = dict(pair for block in said(record["blocks"], "facts") for pair in block["pairs"])
    assert (pairs["贷款金额"], pairs["月供"], pairs["年利率"]) == ("¥105,000.00", "¥3,081.37", "3.6%")
    assert "尾款" not in pairs
    # Whoever has no file as a customer yet is named as their lead has them.
    assert pairs["联系人"] == "李女士"
    assert set_pictures(paper[0])["pages"] > 1
