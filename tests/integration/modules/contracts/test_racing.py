"""A contract is drawn up while another hand is on the one before."""

from threading import Thread
from typing import Any

from django.db import connections

from chezhan.modules.contracts import drawing
from tests.factories.locks import until_it_waits
from tests.integration.modules.contracts.conftest import Page, contracts_of


def test_who_draws_up_another_while_the_customer_signs_is_told_and_the_signature_counts(seller, approved, monkeypatch):
    """They hold order and contract the other way round: neither waits for the other for ever."""
    advisor = seller("advisor")
    advisor.do("sales_order", approved, "draw_contract")
    (contract,) = contracts_of(advisor, approved)
    replace, told = drawing._replace, {}
    signs = Thread(target=lambda: run("signed", lambda: Page(contract).sign(read=contract["sha256"])["status"]))

    def run(name: str, does: Any) -> None:
        told[name] = does()
        connections.close_all()

    def while_signed(*given: Any) -> None:
        signs.start()
        until_it_waits(signs)
        replace(*given)

    draws = Thread(
        target=lambda: run("drawn", lambda: advisor.do("sales_order", approved, "draw_contract", 409)["code"])
    )
    with monkeypatch.context() as patch:
        patch.setattr(drawing, "_replace", while_signed)
        draws.start()
        draws.join()
        signs.join()
    assert told == {"drawn": "contract_busy", "signed": "signed"}
    assert [one["status"] for one in contracts_of(advisor, approved)] == ["signed"]
    assert advisor.do("sales_order", approved, "draw_contract", 409)["code"] == "contract_signed"
