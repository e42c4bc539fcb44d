"""The defaults D3 and D4 as they ship: who is asked about a discount, and six departments at work on a delivery."""

from chezhan.engines.flows.models import FlowInstance, FlowItem, FlowToken
from chezhan.modules.deliveries.models import STREAMS, Delivery
from tenants.context import tenant_context
from tests.integration.engines.flows.conftest import run
from tests.integration.modules.sales.conftest import Seller, lot, order, seller  # noqa: F401


def test_d3_up_to_two_percent_nobody_is_asked_and_above_the_manager_is(cast, store, sign_in, seller, lot):  # noqa: F811
    store.give("D3")
    advisor, asked = Seller(sign_in("advisor", store="north")), {}
    for off, ends in (("3000", "approved"), ("7000", "submitted")):
        quote = advisor.create("quote", trim=lot["trim"])["record"]
        advisor.create("quote_line", quote=quote["id"], kind="discount", name="优惠", unit_price=off)
        advisor.do("quote", quote, "submit")
        run()
        run()
        assert (off, advisor.now("quote", quote)["status"]) == (off, ends)
        with tenant_context(cast.stores["north"]):
            asked[off] = set(FlowItem.objects.filter(instance__record_id=quote["id"]).values_list("person", flat=True))
    assert asked == {"3000": set(), "7000": {cast.people["manager"].id}}
    (card,) = seller().ask("get", "/api/store/flows/items?box=open")["items"]
    assert list(card["facts"]) == [
        "id", "version", "customer", "lead", "trim", "guide_price", "car_price", "discount", "given", "discount_rate",
        "total",
    ]  # fmt: skip
    assert (card["facts"]["discount"], card["facts"]["trim"]["id"]) == ("7000.00", lot["trim"])
    assert card["because"] == {"question": "优惠多少", "missed": ["不超过 2%"], "met": "不超过 5%"}
    # What people are asked to approve is not approved beside it.
    manager = seller()
    beside = manager.do("quote", quote, "approve", 422, approval_note="同意")["params"]["rows"][0]
    assert (beside["code"], beside["params"]["flow"]) == ("decided_in_flow", "报价优惠审批")
    manager.ask("post", f"/api/store/flows/items/{card['id']}/approve", {"comment": "同意"}, status=204)
    run()
    assert advisor.now("quote", quote)["status"] == "approved"


def test_d4_a_car_that_is_allocated_has_its_delivery_and_six_streams(cast, store, seller, lot, order):  # noqa: F811
    store.give("D4")
    manager, made = seller(), order("manager", deposit=None)
    manager.do("sales_order", made, "approve", approved_discount="0")
    manager.do("sales_order", made, "allocate", car=lot["car"])
    for _ in range(3):
        run()
    with tenant_context(cast.stores["north"]):
        delivery = Delivery.objects.get()
        opened = FlowItem.objects.filter(instance__record_id=delivery.id, state="open")
        assert set(opened.values_list("node", flat=True)) == {*STREAMS}
    assert str(delivery.order_id) == made["id"]
    # What is said on the delivery itself is not asked any more, and stays as it was said.
    at_hand = manager.now("delivery", {"id": str(delivery.id)})
    manager.change("delivery", at_hand, **dict.fromkeys(STREAMS, "done") | {"finance": "not_needed", "gifts": "doing"})
    for _ in range(3):
        run()
    with tenant_context(cast.stores["north"]):
        assert set(opened.values_list("node", flat=True)) == {"gifts"}
    manager.change("delivery", manager.now("delivery", at_hand), gifts="done")
    for _ in range(3):
        run()
    ready = manager.now("delivery", at_hand)
    assert (ready["status"], ready["finance"], ready["pdi"]) == ("ready", "not_needed", "done")
    # With the order its delivery is over, and so is what was asked for it.
    manager.change("delivery", ready, gifts="open")
    manager.do("delivery", ready, "cancel", note="先不交")
    run()
    with tenant_context(cast.stores["north"]):
        assert not opened.exists()
    manager.do("delivery", ready, "reopen")
    # Who makes it ready just before the flow would leaves the flow nothing to do.
    hasty = manager.now("delivery", ready)
    manager.change("delivery", hasty, gifts="done")
    manager.do("delivery", hasty, "make_ready")
    for _ in range(3):
        run()
    with tenant_context(cast.stores["north"]):
        tokens = FlowToken.objects.filter(instance__record_id=delivery.id, instance__status="running")
        assert set(tokens.values_list("state", flat=True)) == {"waiting"}
    manager.change("delivery", manager.now("delivery", hasty), gifts="open")
    manager.do("delivery", hasty, "cancel", note="再等等")
    run()
    manager.do("delivery", hasty, "reopen")
    run()
    with tenant_context(cast.stores["north"]):
        assert set(opened.values_list("node", flat=True)) == {"gifts"}
    manager.do("sales_order", made, "cancel", cancel_reason="客户不要了", deposit_outcome="none")
    for _ in range(3):
        run()
    with tenant_context(cast.stores["north"]):
        assert not opened.exists()
        assert not FlowInstance.objects.filter(record_id=delivery.id, status="running").exists()
    assert manager.now("delivery", ready)["status"] == "cancelled"
