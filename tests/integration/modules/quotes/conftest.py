"""A store that sells on a day in March, and an advisor's draft of a quote."""

import pytest
import time_machine

from tests.integration.modules.sales.conftest import lot, seller

__all__ = ["lot", "seller"]


@pytest.fixture
def year():
    with time_machine.travel("2026-03-02T10:00:00+08:00", tick=True) as traveller:
        yield traveller


@pytest.fixture
def quote(seller, lot):
    """An advisor's draft for their lead, of a BEV for 159,800."""
    advisor = seller("advisor")
    lead = advisor.create("lead", contact_name="李女士", channel="walk_in", customer=lot["customer"])["record"]
    advisor.do("lead", lead, "contact")
    return advisor.create("quote", lead=lead["id"], trim=lot["trim"])["record"]
