"""Repair shops have customers and their cars, and nothing sold."""

from chezhan.config.demo.history import first_day


def test_volume(repair_shops):
    assert len(repair_shops) == 3
    for history in repair_shops:
        assert 1_500 <= len(history.customers) <= 2_500
        assert history.orders == ()


def test_every_customer_has_a_car(repair_shops):
    for history in repair_shops:
        assert {vehicle.customer_key for vehicle in history.vehicles} == {
            customer.key for customer in history.customers
        }


def test_customers_came_within_the_history(repair_shops, today):
    for history in repair_shops:
        days = [customer.created_on for customer in history.customers]
        assert days == sorted(days)
        assert first_day(today) <= days[0]
        assert days[-1] <= today


def test_cars_of_many_makes_and_ages(repair_shops):
    for history in repair_shops:
        assert len({vehicle.brand for vehicle in history.vehicles}) > 20
        years = {vehicle.registered_on.year for vehicle in history.vehicles}
        assert max(years) - min(years) >= 10


def test_a_few_old_papers_lack_the_vin(repair_shops):
    for history in repair_shops:
        missing = sum(vehicle.vin is None for vehicle in history.vehicles)
        assert 0 < missing < 0.05 * len(history.vehicles)


def test_some_bought_their_car_in_the_groups_showroom(dealers, repair_shops):
    for history in repair_shops:
        showroom = next(dealer for dealer in dealers if dealer.store.city == history.store.city)
        sold = {vehicle.vin for vehicle in showroom.vehicles}
        phones = {customer.phone: customer.name for customer in showroom.customers}
        regulars = [vehicle for vehicle in history.vehicles if vehicle.vin in sold]
        assert 20 < len(regulars) < 0.1 * len(history.vehicles)
        for vehicle in regulars:
            customer = history.customers[vehicle.customer_key]
            assert phones[customer.phone] == customer.name


def test_strangers_share_nothing_across_stores(group):
    seen: dict[str, str] = {}
    for history in group:
        for customer in history.customers:
            assert seen.setdefault(customer.phone, customer.name) == customer.name
