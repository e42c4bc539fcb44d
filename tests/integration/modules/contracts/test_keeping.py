"""The database keeps contracts, whoever writes."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from chezhan.modules.contracts.models import Contract, ContractSource
from chezhan.modules.sales.models import SalesOrder
from tenants.context import tenant_context
from tests.integration.modules.contracts.conftest import Page, contracts_of


def refused(match: str, rows: Any, **values: Any) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        rows.update(**values)


def test_a_contract_stays_as_it_was_drawn_up_and_signed_and_says_what_its_order_says(cast, seller, approved):
    advisor, manager, north = seller("advisor"), seller(), cast.stores["north"]
    advisor.do("sales_order", approved, "draw_contract")
    (contract,) = contracts_of(advisor, approved)
    rows, sources = Contract.objects.filter(id=contract["id"]), ContractSource.objects.all()
    orders = SalesOrder.objects.filter(id=approved["id"])
    with tenant_context(north):
        terms = sources.get().terms
        assert (terms["price"], terms["deposit"], terms["customer"], terms["car"]) == (
            150000, 5000, approved["customer"]["id"], None,
        )  # fmt: skip
        for values in (
            {"sha256": "0" * 64}, {"number": "X-1"}, {"revision": 7}, {"paper": []}, {"drawn_at": "2026-01-01T00:00Z"}
        ):  # fmt: skip
            refused("stays as it was", rows, **values)
        refused("drawn from stays", sources, terms={})
        refused("drawn from stays", sources, document=b"")
        for table in ("contract_source", "contract"):
            with pytest.raises(IntegrityError, match="stay"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"DELETE FROM {table}")
        # Nobody writes by hand how an order's contract stands.
        orders.update(contract_status="signed")
        assert orders.get().contract_status == "drawn"
        # A price that comes by no verb counts as one that does, and so does one that comes back.
        orders.update(price="149000")
        assert orders.get().contract_status == "outdated"
        refused("otherwise", rows, status="asked")
        orders.update(price="150000")
        assert orders.get().contract_status == "drawn"
    Page(contract).sign(read=contract["sha256"])
    with tenant_context(north):
        for status in ("drawn", "asked", "refused", "replaced"):
            refused("not replaced", rows, status=status)
        for values in ({"signed_name": "别人"}, {"signature": []}, {"signed_paper": []}, {"scan": []}, {"way": ""}):
            refused("stays as it was", rows, **values)
    manager.do("contract", contract, "void", void_reason="客户换车")
    with tenant_context(north):
        refused("stays as it was", rows, status="drawn")
        assert (rows.get().status, orders.get().contract_status) == ("void", "")
