"""A used car from the first look to the buyer's papers: the quote, the deal, its costs, and whose car it is."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, InternalError, transaction

from chezhan.kernel import clock
from chezhan.modules.leads.models import Lead
from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.used.models import UsedCar, UsedCarCost
from chezhan.modules.vehicles.models import Vehicle, VehicleOwner
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import RECORDS, Colleague

USED = f"{RECORDS}/used_car"
VIN = "LSVAA49J132047371"
HIDDEN = {"appraised_price", "purchase_price", "floor_price", "spent", "margin"}


@pytest.fixture
def colleague(cast, sign_in):
    return lambda name="manager": Colleague(sign_in(name, store="north"))


@pytest.fixture
def north(cast):
    return cast.stores["north"]


@pytest.fixture
def ground(north, cast):
    """The customer who brings the car, whoever may buy it, a lead, and the new car's trim."""
    with tenant_context(north):
        series = Series.objects.create(name="海豚", brand=Brand.objects.create(name="比亚迪"))
        trim = Trim.objects.create(name="海豚 420KM", energy="bev", guide_price=100_000, series=series)
        seller, buyer = (Customer.objects.create(name=name) for name in ("赵敏", "周芷若"))
        lead = Lead.objects.create(contact_name="赵敏", customer=seller, owner=cast.people["advisor"].id)
        file = Vehicle.objects.create(
            customer=seller, brand="大众", series="朗逸", vin=VIN, first_registered_on=dt.date(2019, 5, 6)
        )
    return {name: str(one.id) for name, one in
            {"trim": trim, "seller": seller, "buyer": buyer, "lead": lead, "file": file}.items()}  # fmt: skip


def do(someone, car, verb, status=200, entity="used_car", **values):
    path = f"{RECORDS}/{entity}/{car['id']}"
    version = someone.ask("get", path)["record"]["version"] if status != 403 else 1
    answer = someone.ask("post", f"{path}/do/{verb}", {"version": version, "values": values}, status=status)
    return answer["record"] if status == 200 else answer["error"]


def day(days=0):
    return (clock.today() + dt.timedelta(days=days)).isoformat()


def bring(someone, ground, **values):
    told = {"brand": "大众", "series": "朗逸", "source": "trade_in", "seller": ground["seller"], "lead": ground["lead"]}
    return someone.create("used_car", **told | values)["record"]


def appraised(boss, car):
    return do(boss, car, "appraise", appraised_price="62000", grade="B", km=78_000)


def bought(boss, car, **values):
    do(boss, car, "offer", offer_price="55000", offer_until=day(7), **values)
    return do(boss, car, "buy", purchase_price="55000", bought_on=day(), vin=VIN)


def test_an_offer_is_a_line_of_the_quote_and_its_margin_the_deals_income(colleague, ground, north):
    boss, advisor = colleague(), colleague("advisor")
    quote = advisor.create("quote", trim=ground["trim"], lead=ground["lead"], customer=ground["seller"])["record"]
    car = bring(advisor, ground, quote=quote["id"])
    assert car["number"].startswith("UC") and not HIDDEN & car.keys()
    # What it should fetch is not for who brings it to say.
    refused = do(advisor, car, "appraise", 422, appraised_price="90000", grade="A", km=1)
    assert refused["code"] == "unknown_field"
    appraised(boss, car)
    do(boss, car, "offer", offer_price="54000", offer_until=day(7))
    do(boss, car, "offer", offer_price="55000", offer_until=day(7), subsidy="3000")
    assert advisor.ask("get", f"{USED}/{car['id']}")["record"]["offer_price"] == "55000.00"
    lines = boss.ask("get", f"{RECORDS}/quote_line?fields=kind,amount,note")["rows"]
    ((amount, note),) = [(one["amount"], one["note"]) for one in lines if one["kind"] == "trade_in"]
    assert (amount, note) == ("-55000.00", car["number"])
    # The subsidy for trading in is a line of its own: it is no discount of the car, and comes off what is paid.
    ((off, of),) = [(one["amount"], one["note"]) for one in lines if one["kind"] == "subsidy"]
    assert (off, of) == ("-3000.00", car["number"])
    told = boss.ask("get", f"{RECORDS}/quote/{quote['id']}")["record"]
    assert (told["car_price"], Decimal(told["total"])) == ("100000.00", sum(Decimal(one["amount"]) for one in lines))
    # The new car first: what its deal makes of the old one would be nobody's.
    early = do(boss, car, "buy", 409, purchase_price="55000", bought_on=day(), vin=VIN)
    assert (early["code"], early["params"]["state_zh"]) == ("used_deal_open", "草稿")
    for verb, values in (("submit", {}), ("approve", {"approval_note": "好"}), ("send", {"valid_until": day(5)})):
        do(boss, quote, verb, entity="quote", **values)
    do(boss, quote, "accept", entity="quote", customer=ground["seller"])
    with tenant_context(north):
        kept, order = UsedCar.objects.get(), SalesOrder.objects.get(trim_id=ground["trim"])
        assert (kept.order_id, order.used_car_income) == (order.id, None)
        assert (order.price, order.total) == (Decimal(100_000), Decimal(told["total"]))
    do(boss, car, "buy", purchase_price="55000", bought_on=day(), vin=VIN)
    with tenant_context(north):
        assert SalesOrder.objects.get(id=order.id).used_car_income == Decimal(7_000)
    for name, amount in (("body", "1500"), ("cleaning", "300"), ("transfer", "200")):
        boss.create("used_car_cost", used_car=car["id"], kind=name, amount=amount, spent_on=day())
    do(boss, car, "transfer", transferred_on=day())
    do(boss, car, "put_on_sale", asking_price="66000", floor_price="60000")
    refused = do(boss, car, "sell", 409, buyer=ground["buyer"], sale_price="59999", sold_on=day())
    assert (refused["code"], refused["params"]["floor"]) == ("used_car_below_floor", "60000.00")
    sold = do(boss, car, "sell", buyer=ground["buyer"], sale_price="63000", sold_on=day())
    assert (sold["spent"], sold["margin"]) == ("2000.00", "6000.00")
    with tenant_context(north):
        assert SalesOrder.objects.get(id=order.id).used_car_income == Decimal(6_000)
    assert not HIDDEN & advisor.ask("get", f"{USED}/{car['id']}")["record"].keys()
    advisor.ask("get", f"{RECORDS}/used_car_cost", status=403)


def test_a_deal_that_is_called_off_leaves_a_car_by_itself(colleague, ground, north):
    boss = colleague()
    cars, orders = [], []
    for number in range(2):
        quote = boss.create("quote", trim=ground["trim"], lead=ground["lead"], customer=ground["seller"])["record"]
        car = bring(boss, ground)
        appraised(boss, car)
        # The first is bought before it is anybody's trade-in, and tells the deal what it makes of it all the same.
        if number == 0:
            do(boss, car, "offer", offer_price="55000", offer_until=day(7))
            do(boss, car, "buy", purchase_price="55000", bought_on=day(), vin=VIN)
            with tenant_context(north):
                UsedCar.objects.filter(id=car["id"]).update(quote_id=quote["id"])
            boss.create("quote_line", quote=quote["id"], kind="trade_in", name="旧车", note=car["number"],
                        unit_price="55000")  # fmt: skip
        else:
            do(boss, car, "offer", offer_price="50000", offer_until=day(7), quote=quote["id"])
        for verb, values in (("submit", {}), ("approve", {"approval_note": "好"}), ("send", {"valid_until": day(5)})):
            do(boss, quote, verb, entity="quote", **values)
        accepted = do(boss, quote, "accept", entity="quote", customer=ground["seller"])
        cars.append(car["id"])
        orders.append({"id": accepted["order"]["id"]})
    with tenant_context(north):
        incomes = dict(SalesOrder.objects.values_list("id", "used_car_income"))
        assert sorted(incomes.values(), key=str) == [Decimal(7_000), None]
    for order in orders:
        do(boss, order, "cancel", entity="sales_order", cancel_reason="客户改主意")
    with tenant_context(north):
        assert set(UsedCar.objects.values_list("order_id", flat=True)) == {None}
        assert set(SalesOrder.objects.values_list("used_car_income", flat=True)) == {None}
    # Both go on as cars of the store, and no deal hears of what they bring.
    do(boss, {"id": cars[1]}, "buy", purchase_price="50000", bought_on=day(), vin="LSVAA49J132047388")
    do(boss, {"id": cars[0]}, "transfer", transferred_on=day())
    do(boss, {"id": cars[0]}, "put_on_sale", asking_price="66000")
    do(boss, {"id": cars[0]}, "sell", buyer=ground["buyer"], sale_price="63000", sold_on=day())
    with tenant_context(north):
        assert set(SalesOrder.objects.values_list("used_car_income", flat=True)) == {None}


def test_one_car_one_file_and_whose_it_was_is_kept(colleague, ground, north):
    boss = colleague()
    car = bring(boss, ground, pledged=True)
    appraised(boss, car)
    bought(boss, car)
    assert do(boss, car, "transfer", 409, transferred_on=day())["code"] == "used_car_pledged"
    boss.change("used_car", boss.ask("get", f"{USED}/{car['id']}")["record"], pledged=False)
    do(boss, car, "transfer", transferred_on=day(-2))
    with tenant_context(north):
        file = Vehicle.objects.get()
        assert (str(file.id), str(file.customer_id), file.left_on) == (
            ground["file"], ground["seller"], clock.today() - dt.timedelta(days=2),
        )  # fmt: skip
    do(boss, car, "prepare")
    do(boss, car, "put_on_sale", asking_price="66000")
    do(boss, car, "reserve", buyer=ground["buyer"])
    do(boss, car, "sell", sale_price="63000", sold_on=day())
    do(boss, car, "hand_over", handed_over_on=day())
    with tenant_context(north):
        file = Vehicle.objects.get()
        assert (str(file.customer_id), file.left_on) == (ground["buyer"], None)
        owners = VehicleOwner.objects.order_by("created_at", "id").values_list("customer_id", "how", "until")
        told = [(customer and str(customer), how, until is None) for customer, how, until in owners]
    assert told == [
        (ground["seller"], "earlier", False), (None, "trade_in", False), (ground["buyer"], "used_sale", True),
    ]  # fmt: skip


def test_a_car_is_in_the_used_stock_once_and_an_offer_has_its_days(colleague, ground, north):
    boss = colleague()
    first, second = bring(boss, ground), bring(boss, ground)
    for car in (first, second):
        appraised(boss, car)
        do(boss, car, "offer", offer_price="55000", offer_until=day(-1))
    late = do(boss, first, "buy", 409, purchase_price="55000", bought_on=day(), vin=VIN)
    assert late["code"] == "used_offer_over"
    bought(boss, first)
    do(boss, second, "offer", offer_price="55000", offer_until=day(7))
    again = do(boss, second, "buy", 409, purchase_price="55000", bought_on=day(), vin=VIN)
    assert again["code"] == "used_car_there"
    do(boss, second, "decline", declined_for="车主不卖了")
    assert do(boss, second, "sell", 409, buyer=ground["buyer"], sale_price="1", sold_on=day())["code"] == "illegal_move"
    with tenant_context(north):
        assert sorted(UsedCar.objects.values_list("status", flat=True)) == ["bought", "declined"]


def test_costs_are_reversed_and_never_edited(colleague, ground, north):
    boss = colleague()
    car = bring(boss, ground)
    cost = boss.create("used_car_cost", used_car=car["id"], kind="repair", amount="800", spent_on=day())["record"]
    do(boss, cost, "reverse", entity="used_car_cost", reason="记错车")
    assert boss.ask("get", f"{USED}/{car['id']}")["record"]["spent"] == "0.00"
    with tenant_context(north):
        assert sorted(UsedCarCost.objects.values_list("signed", flat=True)) == [-800, 800]
        for change in (lambda: UsedCarCost.objects.update(amount=1), lambda: UsedCarCost.objects.all().delete()):
            with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
                change()
    do(boss, cost, "reverse", 409, entity="used_car_cost", reason="再来")
