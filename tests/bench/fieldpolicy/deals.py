"""Quotes, deliveries, promises, payments and used cars of the twins, as they are at first."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

LATER = dt.datetime(2026, 4, 6, 2, 30, tzinfo=dt.UTC)


def rows_of_deals(number: int, id_of: Callable[[str, int], UUID]) -> dict[str, dict[str, Any]]:
    """By kind; what they are linked to is there already."""
    return {
        "quote": {
            "number": f"Q2026030{number}", "lead_id": id_of("lead", number), "customer_id": id_of("customer", number),
            "trim_id": id_of("trim", number), "color": "白色", "guide_price": Decimal(150_000 + number),
            "valid_until": dt.date(2026, 5, 1 + number), "deposit": Decimal(5_000), "terms": f"说明{number}",
            "approval_note": f"同意{number}", "declined_for": f"原因{number}", "pay_by": "balloon",
            "down_payment": Decimal(50_000), "months": 36, "rate": Decimal("3.60"), "last_payment": Decimal(20_000),
        },
        "quote_line": {
            "quote_id": id_of("quote", number), "kind": "accessory", "name": f"精品{number}", "quantity": 1,
            "unit_price": Decimal(600 + number), "note": f"备注{number}",
        },
        "purchase_tax_rule": {
            "name": f"减免{number}", "first_on": dt.date(2026, 1, 1), "last_on": dt.date(2026, 12, 31),
            "share": Decimal(50), "cap": Decimal(15_000), "source": f"公告{number}",
        },
        "contract": {
            # Void: of one that is alive the order says whether its terms are still those of then, whoever asks.
            "status": "void", "number": f"SO{number}-1", "order_id": id_of("sales_order", number),
            "sha256": f"{number}" * 64,
            "drawn_at": LATER, "signed_name": f"签署人{number}", "void_reason": f"原因{number}",
        },
        "delivery": {
            "order_id": id_of("sales_order", number), "planned_at": LATER, "note": f"交车说明{number}",
        },
        "promise": {
            "what": f"赠品{number}", "kind": "gift", "customer_id": id_of("customer", number),
            "order_id": id_of("sales_order", number), "vehicle_id": id_of("vehicle", number),
            "due_on": dt.date(2026, 4, 1 + number), "outcome": f"说明{number}",
        },
        "order_payment": {
            "order_id": id_of("sales_order", number), "kind": "deposit", "amount": Decimal(5_000 + number),
            "method": "transfer", "reference": f"T{number}", "paid_on": dt.date(2026, 3, 5), "reason": f"原因{number}",
        },
        "used_car": {
            "number": f"UC2026030{number}", "brand": "大众", "series": "朗逸", "trim": f"舒适版{number}",
            "plate": f"浙A5678{number}", "vin": f"LSVAA4187E20001{number:02d}", "energy": "petrol", "color": "灰",
            "km": 50_000 + number, "first_registered_on": dt.date(2019, 3, 5), "owners_before": 1,
            "seller_id": id_of("customer", number), "lead_id": id_of("lead", number),
            "quote_id": id_of("quote", number), "order_id": id_of("sales_order", number),
            "vehicle_id": id_of("vehicle", number), "wish": Decimal(60_000),
            "appraised_on": dt.date(2026, 3, 4), "appraised_price": Decimal(52_000 + number), "grade": "B",
            "condition": f"车况{number}", "offer_price": Decimal(48_000), "offer_until": dt.date(2026, 4, 4),
            "declined_for": f"原因{number}", "subsidy": Decimal(3_000), "location": "二手车区",
            "asking_price": Decimal(56_000), "floor_price": Decimal(53_000), "note": f"备注{number}",
        },
        "used_car_cost": {
            "used_car_id": id_of("used_car", number), "kind": "repair", "amount": Decimal(800 + number),
            "spent_on": dt.date(2026, 3, 6), "supplier": f"厂家{number}", "reference": f"R{number}",
            "reason": f"原因{number}",
        },
        "vehicle_owner": {
            "vehicle_id": id_of("vehicle", number), "customer_id": id_of("customer", number),
            "since": dt.date(2020, 1, 1 + number), "until": dt.date(2024, 1, 1 + number),
        },
    }  # fmt: skip
