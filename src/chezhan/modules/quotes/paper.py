"""A quote on paper, as it is handed to the customer."""

from typing import Any

from chezhan.catalogue.entity import Paper
from chezhan.catalogue.labels import Label

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "header": "{{@store}}　购车报价单",
        "footer": "报价单 {{number}}　第 {{revision}} 版　打印：{{@now}}　第 {{@page}} / {{@pages}} 页",
        "name": "购车报价单",
        "reach": "{{@address}}　{{@phone}}",
        "numbers": "编号：{{number}}　　第 {{revision}} 版　　日期：{{created_at|long}}　　"
        "有效期至：{{valid_until|long}}",
        "who": "客户与车辆",
        "costs": "费用明细",
        "total": "合计：{{total}}　大写：{{total|capitals}}",
        "paying": "付款方式",
        "terms": "说明",
        "law": "1. 本报价含税，在有效期内有效；超过有效期或产品、政策调整的，以新报价为准。\n"
        "2. 车辆购置税以税务机关核定为准，保险费以保险公司出具的保单为准，上牌费用以实际发生为准。\n"
        "3. 贷款及租赁的月供为测算结果，以金融机构审批为准。赠品不折现、不抵扣车款。\n"
        "4. 本报价单不构成销售合同，订车以双方签订的合同为准。",
        "advisor": "销售顾问：{{owner}}",
        "customer": "客户签字：",
        "manager": "经理签字：",
        "day": "日期：",
    },
    "en": {
        "header": "{{@store}}　Quote",
        "footer": "Quote {{number}}, version {{revision}}　Printed {{@now}}　Page {{@page}} / {{@pages}}",
        "name": "Quote",
        "reach": "{{@address}}　{{@phone}}",
        "numbers": "No. {{number}}　Version {{revision}}　{{created_at|long}}　Valid until {{valid_until|long}}",
        "who": "Customer and car",
        "costs": "What it comes to",
        "total": "Total: {{total}}　in Chinese capitals: {{total|capitals}}",
        "paying": "How it is paid",
        "terms": "Notes",
        "law": "1. Taxes are included. The quote holds until its last day; after it, or where products or policies "
        "change, a new one holds.\n"
        "2. The tax office says what the purchase tax is, the insurer what insurance costs; registration as incurred.\n"
        "3. Payments by the month are reckoned beforehand; the lender decides. Gifts are not paid out in money.\n"
        "4. This quote is no contract of sale.",
        "advisor": "Advisor: {{owner}}",
        "customer": "Customer:",
        "manager": "Manager:",
        "day": "Date:",
    },
}
CAR = [
    "customer",
    "customer.phone",
    "lead.contact_name",
    "lead.phone",
    "trim.brand_name",
    "trim.series",
    "trim",
    "trim.energy",
    "color",
    "trim.seats",
]
SUMS = ["guide_price", "discount", "car_price", "deposit"]
PLAN = ["pay_by", "down_payment", "financed", "months", "rate", "monthly", "last_payment"]


def layout(language: str) -> dict[str, Any]:
    words = WORDS[language]
    return {
        "header": words["header"],
        "footer": words["footer"],
        "blocks": [
            {"kind": "heading", "id": "store", "text": "{{@legal_name}}", "level": 1, "align": "center"},
            {"kind": "text", "id": "reach", "text": words["reach"], "size": "small", "align": "center"},
            {"kind": "text", "id": "name", "text": words["name"], "size": "large", "align": "center", "bold": True},
            {"kind": "text", "id": "numbers", "text": words["numbers"], "size": "small", "align": "center"},
            {"kind": "line", "id": "below"},
            _heading("h_who", words["who"]),
            {"kind": "facts", "id": "car", "fields": CAR, "columns": 2, "filled": True},
            _heading("h_costs", words["costs"]),
            {
                "kind": "rows", "id": "lines", "source": "quote_line.quote", "by": "kind", "total": True,
                "fields": ["name", "quantity", "unit_price", "amount", "note"], "sums": ["amount"],
            },
            {"kind": "text", "id": "total", "text": words["total"], "bold": True},
            {"kind": "facts", "id": "sums", "fields": SUMS, "columns": 2, "filled": True},
            _heading("h_paying", words["paying"]),
            {"kind": "facts", "id": "plan", "fields": PLAN, "columns": 2, "filled": True},
            _heading("h_terms", words["terms"]),
            {"kind": "text", "id": "terms", "text": "{{terms}}"},
            {"kind": "text", "id": "law", "text": words["law"], "size": "small"},
            {"kind": "text", "id": "advisor", "text": words["advisor"]},
            {"kind": "signatures", "id": "signed", "names": [words["customer"], words["manager"], words["day"]]},
        ],
    }  # fmt: skip


def _heading(id: str, text: str) -> dict[str, Any]:
    return {"kind": "heading", "id": id, "text": text, "level": 2}


PAPER = Paper(Label("购车报价单", "Quote for the customer"), layout)
