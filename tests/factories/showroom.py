"""A small showroom whose lists are known by heart."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.factories.sales import sale, sell

VIN = "LSVAA4187E2184847"


@pytest.fixture
def showroom(cast):
    """Five orders in `north`, one in `south` that nobody in `north` may ever see."""
    rows = [
        sale(
            "A1", on=dt.date(2023, 1, 5), price=100_000, brand="比亚迪", series="秦", name="张伟", phone="138 0013 8000"
        ),
        sale("A2", on=dt.date(2023, 2, 5), price=300_000, brand="理想", series="L7", name="李娜", phone="13900139000"),
        sale("A3", on=dt.date(2023, 2, 5), price=200_000, brand="比亚迪", series="汉", name="王芳_100%", region=""),
        sale("A4", on=dt.date(2023, 3, 5), price="99999.99", brand="BMW", series="X3", name="Gia", status="cancelled"),
        sale("A5", on=dt.date(2023, 4, 5), price=100_000, brand="BMW", series="X5", name="Geraldine", phone="8264678"),
    ]
    rows[0] = replace(rows[0], vehicle=replace(rows[0].vehicle, vin=VIN, plate="沪A12345"))
    rows[4] = replace(rows[4], customer=replace(rows[4].customer, annual_income=Decimal("1480000")))
    sell(actor=cast.actor("owner", store="north"), store=cast.stores["north"], rows=rows)
    secret = [sale("S1", price=7_777_777, name="南店机密")]
    sell(actor=cast.actor("owner", store="south"), store=cast.stores["south"], rows=secret)
    return cast
