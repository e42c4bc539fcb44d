"""Purchase tax 车辆购置税: 10 % of the price without VAT, and the relief of new-energy cars by the day of the invoice.

What is taxed is the price without VAT as the invoice states it, so that it is rounded to the fen before the tax is.
Sources: 车辆购置税法 (in force 2019-07-01), Art. 4 and 6; 财政部 税务总局公告2019年第71号 (the price that the
papers of the purchase state); VAT of 13 % by 财政部 税务总局 海关总署公告2019年第39号; relief by
财政部 税务总局 工业和信息化部公告2023年第10号. Headquarters and stores amend this by records of the kind
*purchase tax relief*, which go before what stands here.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
VAT, RATE = Decimal("0.13"), Decimal("0.10")
# Plug-in hybrids and range extenders are new-energy cars by this law; hybrids without a plug are not.
NEW_ENERGY = frozenset({"bev", "phev", "erev"})
NOTICE_10 = "财政部 税务总局 工业和信息化部公告2023年第10号"


@dataclass(frozen=True, slots=True)
class Relief:
    """From `first` to `last`, both in it. `share`: of the tax that is let off, at most `cap` yuan a car."""

    first: dt.date
    last: dt.date
    share: Decimal
    cap: Decimal
    source: str


RELIEFS = (
    Relief(dt.date(2024, 1, 1), dt.date(2025, 12, 31), Decimal(1), Decimal(30_000), NOTICE_10),
    Relief(dt.date(2026, 1, 1), dt.date(2027, 12, 31), Decimal("0.5"), Decimal(15_000), NOTICE_10),
)


@dataclass(frozen=True, slots=True)
class Tax:
    """Yuan. `full`: without relief. `source`: of the relief, empty where there is none."""

    full: Decimal
    relief: Decimal
    due: Decimal
    source: str


def purchase_tax(*, price: Decimal, energy: str, on: dt.date, amended: Iterable[Relief] = ()) -> Tax:
    """`price`: yuan on the invoice, VAT in. `amended`: goes before the reliefs that stand here, in its order."""
    net = (max(price, Decimal(0)) / (1 + VAT)).quantize(CENT, ROUND_HALF_UP)
    full = (net * RATE).quantize(CENT, ROUND_HALF_UP)
    if energy not in NEW_ENERGY:
        return Tax(full, Decimal(0), full, "")
    found = next((one for one in (*amended, *RELIEFS) if one.first <= on <= one.last), None)
    if found is None:
        return Tax(full, Decimal(0), full, "")
    relief = min((full * found.share).quantize(CENT, ROUND_HALF_UP), found.cap)
    return Tax(full, relief, full - relief, found.source)
