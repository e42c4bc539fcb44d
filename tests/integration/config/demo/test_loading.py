"""What the generator made is what the stores hold, and its people can sign in."""

from django.db.models import F, Max, Min, Q, Sum
from django.test import Client

from billing.models import Subscription
from chezhan.config.demo.cast import CAST, OWNER, PASSWORD
from chezhan.config.demo.standing import find_standing
from chezhan.config.demo.story import DEALERS
from chezhan.modules.deliveries.models import Delivery, Promise
from chezhan.modules.leads.models import Lead
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.vehicles.models import Vehicle
from tenants.context import public_context, tenant_context
from tenants.models import Membership
from tests.factories.phones import phone_here

DEALER = DEALERS[0].name


def test_stores_hold_what_was_generated(load, stores, histories):
    found = stores(load())
    assert len(found) == len(histories)
    for history in histories:
        with tenant_context(found[history.store.name]):
            assert Customer.objects.count() == len(history.customers)
            assert Vehicle.objects.count() == len(history.vehicles)
            assert SalesOrder.objects.count() == len(history.orders)
            revenue = SalesOrder.objects.aggregate(all=Sum("price"))["all"] or 0
            assert revenue == sum(order.price for order in history.orders)


def test_an_order_keeps_its_customer_and_car(load, stores, histories):
    history = histories[0]
    with_store = stores(load())[history.store.name]
    order = history.orders[0]
    with tenant_context(with_store):
        row = SalesOrder.objects.select_related("customer", "vehicle").get(number=order.number)
        customer, vehicle = history.customers[order.customer_key], history.vehicles[order.vehicle_key]
        assert (row.customer.name, phone_here(row.customer)) == (customer.name, customer.phone)
        assert (row.vehicle.vin, row.vehicle.plate) == (vehicle.vin, vehicle.plate)
        assert row.vehicle.customer_id == row.customer_id
        assert (row.ordered_on, row.region, row.series) == (order.ordered_on, order.region, order.series)
        assert row.dealer_code == history.store.code


def test_a_repair_shop_has_cars_and_no_orders(load, stores, histories):
    with tenant_context(stores(load())[histories[1].store.name]):
        assert Vehicle.objects.exists()
        assert not SalesOrder.objects.exists()


def test_records_are_as_old_as_their_history(load, stores, now):
    for store in stores(load()).values():
        with tenant_context(store):
            ends = Customer.objects.aggregate(first=Min("created_at"), last=Max("created_at"))
        assert ends["first"].date().year == 2024
        assert ends["last"] <= now
    with tenant_context(stores(find_standing())[DEALER]):
        ends = Lead.objects.aggregate(first=Min("created_at"), last=Max("created_at"), ended=Max("closed_at"))
        assert ends["first"].year == 2024
        assert max(ends["last"], ends["ended"]) <= now
        # Lost to somebody, sold for more than they cost, and handed over with what was promised.
        assert Lead.objects.filter(status="lost").exclude(lost_to="").exists()
        assert not SalesOrder.objects.filter(Q(cost=None) | Q(cost__gte=F("price"))).exists()
        delivered = SalesOrder.objects.filter(status="delivered")
        assert not delivered.filter(Q(delivered_on=None) | Q(delivered_on__lt=F("ordered_on"))).exists()
        handed_over = Delivery.objects.filter(status="handed_over").values("order")
        assert not Promise.objects.filter(order__in=handed_over, status="open").exists()
        assert Promise.objects.filter(status="kept").exists()


def test_the_owner_signs_in_with_the_demo_password(load):
    load()
    answer = Client().post(
        "/_allauth/browser/v1/auth/login",
        {"email": OWNER.email, "password": PASSWORD},
        content_type="application/json",
    )
    assert answer.status_code == 200, answer.content


def test_staff_belong_to_their_own_store_alone(load, stores, histories):
    standing = load()
    found = stores(standing)
    places = {None, *(history.store.key for history in histories)}
    with public_context():
        held = {
            (place.person.email, place.role, place.store_id)
            for place in Membership.objects.filter(group_id=standing.groups[0].id).select_related("person")
        }
    assert held == {
        (member.email, member.role, found[member.store.name].id if member.store else None)
        for member in CAST
        if (member.store.key if member.store else None) in places
    }


def test_the_group_is_on_trial_as_any_other(load):
    standing = load()
    with public_context():
        assert Subscription.objects.get(group_id=standing.groups[0].id).status == "trial"


def test_progress_counts_every_order_and_every_car(load, histories):
    heard: dict[str, int] = {}

    def tell(store: str, count: int) -> None:
        heard[store] = heard.get(store, 0) + count

    load(tell=tell)
    assert heard == {
        histories[0].store.name: len(histories[0].orders),
        histories[1].store.name: len(histories[1].vehicles),
    }
