"""An order on paper: the contract of sale, in two copies."""

from typing import Any

from chezhan.catalogue.entity import Paper
from chezhan.catalogue.labels import Label

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "header": "{{@store}}　汽车销售合同",
        "footer": "订单 {{number}}　打印：{{@now}}　第 {{@page}} / {{@pages}} 页",
        "name": "汽车销售合同",
        "numbers": "合同编号：{{contract_no}}　　订单号：{{number}}　　订购日期：{{ordered_on|long}}",
        "parties": "卖方（甲方）：{{@legal_name}}\n统一社会信用代码：{{@tax_no}}\n地址：{{@address}}\n电话：{{@phone}}"
        "\n开户银行及账号：{{@bank}}\n买方（乙方）：{{customer}}\n乙方电话：{{customer_phone}}",
        "car": "一、车辆",
        "price": "二、价款",
        "capitals": "车辆成交价（大写）：{{price|capitals}}",
        "promised": "三、赠品与约定事项",
        "paid": "四、已付款项",
        "clauses": "五、双方约定",
        "law": "1. 乙方按本合同支付定金和车款；定金在交车时抵作车款。甲方不履行约定的，双倍返还定金；乙方不履行约定的，"
        "无权要求返还定金。\n"
        "2. 甲方交付的车辆应为全新、未使用且与本合同所载一致，随车交付合格证、发票、三包凭证及随车物品。\n"
        "3. 甲方按约定日期交车；不能按期交车的，应提前告知；逾期超过十五日，乙方可以解除合同并要求"
        "返还已付款项。\n"
        "4. 乙方应当面验车并签字；车辆的质量保证与三包责任按国家规定和生产者的承诺执行。\n"
        "5. 因本合同发生的争议由双方协商解决；协商不成的，可向甲方所在地人民法院起诉。\n"
        "6. 本合同一式两份，双方各执一份，自双方签字或盖章之日起生效。",
        "advisor": "销售顾问：{{owner}}",
        "seller": "甲方（盖章）：",
        "buyer": "乙方（签字）：",
        "day": "日期：",
    },
    "en": {
        "header": "{{@store}}　Contract of sale",
        "footer": "Order {{number}}　Printed {{@now}}　Page {{@page}} / {{@pages}}",
        "name": "Contract of sale",
        "numbers": "Contract {{contract_no}}　Order {{number}}　Ordered on {{ordered_on|long}}",
        "parties": "Seller (A): {{@legal_name}}\nTax number: {{@tax_no}}\nAddress: {{@address}}\nPhone: {{@phone}}\n"
        "Bank and account: {{@bank}}\nBuyer (B): {{customer}}\nB's phone: {{customer_phone}}",
        "car": "1. The car",
        "price": "2. The price",
        "capitals": "Price in Chinese capitals: {{price|capitals}}",
        "promised": "3. Gifts and what else was agreed",
        "paid": "4. What was paid",
        "clauses": "5. Terms",
        "law": "1. B pays the deposit and the price; the deposit counts towards the price. Who does not keep the "
        "contract: A gives back twice the deposit, B loses it.\n"
        "2. The car is new, unused and as described here; certificate, invoice and warranty papers come with it.\n"
        "3. A hands over on the day agreed and tells in time of delay; after fifteen days B may withdraw and is paid "
        "back.\n"
        "4. B looks at the car and signs for it; warranty follows the law and the maker's word.\n"
        "5. Disputes are settled between the two, else by the court at A's seat.\n"
        "6. Made in two copies, in force when both have signed.",
        "advisor": "Advisor: {{owner}}",
        "seller": "A (seal):",
        "buyer": "B (signature):",
        "day": "Date:",
    },
}
CAR = ["brand", "series", "trim", "color", "car.vin", "vin", "plate", "expected_on"]
PRICE = ["price", "trade_in", "total", "deposit", "paid", "balance"]


def layout(language: str) -> dict[str, Any]:
    words = WORDS[language]
    return {
        "header": words["header"],
        "footer": words["footer"],
        "blocks": [
            {"kind": "heading", "id": "store", "text": "{{@legal_name}}", "level": 1, "align": "center"},
            {"kind": "text", "id": "name", "text": words["name"], "size": "large", "align": "center", "bold": True},
            {"kind": "text", "id": "numbers", "text": words["numbers"], "size": "small", "align": "center"},
            {"kind": "line", "id": "below"},
            {"kind": "text", "id": "parties", "text": words["parties"]},
            _heading("h_car", words["car"]),
            {"kind": "facts", "id": "car", "fields": CAR, "columns": 2, "filled": True},
            _heading("h_price", words["price"]),
            {"kind": "text", "id": "capitals", "text": words["capitals"], "bold": True},
            {"kind": "facts", "id": "price", "fields": PRICE, "columns": 2, "filled": True},
            _heading("h_promised", words["promised"]),
            {"kind": "rows", "id": "promised", "source": "promise.order", "fields": ["what", "kind", "due_on"]},
            _heading("h_paid", words["paid"]),
            {
                "kind": "rows", "id": "paid", "source": "order_payment.order", "total": True, "sums": ["signed"],
                "fields": ["paid_on", "kind", "method", "reference", "signed"],
            },
            _heading("h_clauses", words["clauses"]),
            {"kind": "text", "id": "law", "text": words["law"]},
            {"kind": "text", "id": "own", "text": "{{@clauses}}"},
            {"kind": "text", "id": "advisor", "text": words["advisor"]},
            {"kind": "signatures", "id": "parties_sign", "names": [words["seller"], words["buyer"]]},
            {"kind": "signatures", "id": "days", "names": [words["day"], words["day"]]},
        ],
    }  # fmt: skip


def _heading(id: str, text: str) -> dict[str, Any]:
    return {"kind": "heading", "id": id, "text": text, "level": 2}


PAPER = Paper(Label("汽车销售合同", "Contract of sale"), layout)
