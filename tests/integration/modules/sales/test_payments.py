"""Money on an order adds up: never edited, never more than is due, never less than nothing, whoever pays at once."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.db.models import Sum
from django.db.utils import IntegrityError

from chezhan.kernel import clock
from chezhan.modules.sales.models import OrderPayment
from tenants.context import tenant_context


@pytest.fixture
def approved(seller, order):
    made = order("manager")
    return seller().do("sales_order", made, "approve", approved_discount="0")


def ledger(cast) -> Decimal:
    with tenant_context(cast.stores["north"]):
        return OrderPayment.objects.aggregate(all=Sum("signed"))["all"] or Decimal(0)


def test_a_payment_is_kept_and_a_wrong_one_reversed(cast, seller, order, approved):
    manager, advisor = seller(), seller("advisor")
    assert manager.pay(order("manager"), "1", status=409)["code"] == "order_takes_no_payment"
    deposit = manager.pay(approved, "5000", "deposit")
    advisor.create("order_payment", 403, order=approved["id"], kind="payment", amount="1", method="cash")
    assert manager.change("order_payment", deposit, 403, amount="50")["error"]["code"] == "field_not_writable"
    over = manager.pay(approved, "145000.01", status=409)
    told = {"due": "150000.00", "paid": "5000.00", "left": "145000.00"}
    assert (over["code"], over["params"]) == ("order_overpaid", told)
    assert manager.pay(approved, "5000.01", "refund", status=409)["code"] == "order_refund_too_large"
    manager.pay(approved, "-1", "refund", status=422)
    with tenant_context(cast.stores["north"]):
        rows = OrderPayment.objects.filter(id=deposit["id"])
        for change in (lambda: rows.update(amount=1), rows.delete):
            with pytest.raises(IntegrityError, match="reversed"), transaction.atomic():
                change()
    manager.do("order_payment", deposit, "reverse", reason="金额录错")
    assert (ledger(cast), manager.now("sales_order", approved)["status"]) == (Decimal(0), "approved")
    assert manager.do("order_payment", deposit, "reverse", 409, reason="再来")["code"] == "illegal_move"
    manager.pay(approved, "150000")
    now = manager.now("sales_order", approved)
    assert (Decimal(now["paid"]), Decimal(now["balance"]), now["status"]) == (150000, 0, "deposit")
    lower = manager.do("sales_order", approved, "revise", 409)
    assert lower["code"] == "illegal_move"
    with tenant_context(cast.stores["north"]), pytest.raises(IntegrityError, match="paid more"), transaction.atomic():
        OrderPayment.objects.get(kind="payment").order.__class__.objects.filter(id=approved["id"]).update(price=1)


@pytest.mark.parametrize(("kind", "times", "ends"), [("payment", 6, "150000"), ("refund", 4, "0")])
def test_racers_neither_overpay_nor_give_back_too_much(cast, seller, approved, kind, times, ends):  # noqa: PLR0917
    if kind == "refund":
        seller().pay(approved, "100000")
    at_once = Barrier(4)

    def race(_: int) -> int:
        try:
            at_once.wait(timeout=30)
            done = 0
            for _ in range(3):
                entry = OrderPayment(
                    order_id=approved["id"], kind=kind, amount=25000, method="transfer", paid_on=clock.today()
                )
                with tenant_context(cast.stores["north"]):
                    try:
                        with transaction.atomic():
                            OrderPayment.objects.bulk_create([entry])
                        done += 1
                    except IntegrityError:
                        continue
            return done
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        done = sum(pool.map(race, range(4)))
    assert (done, ledger(cast)) == (times, Decimal(ends))
