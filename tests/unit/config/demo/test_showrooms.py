"""Two years of five 4S stores look like the trade."""

from collections import Counter, defaultdict

from chezhan.config.demo.cars.shape import NEW_ENERGY
from chezhan.config.demo.history import first_day


def by_month(history):
    return Counter((order.ordered_on.year, order.ordered_on.month) for order in history.orders)


def whole_months(dealers):
    total = sum((by_month(history) for history in dealers), Counter())
    return {month: count for month, count in total.items() if month != (2026, 11)}


def test_every_store_sells_its_own_brands_in_ten_series_and_more(dealers):
    for history in dealers:
        sold = {order.series for order in history.orders}
        assert len(sold) >= 10
        assert sold <= {series.name for series in history.store.showroom}
        assert all(2 <= len(series.trims) <= 4 for series in history.store.showroom)


def test_volume_is_that_of_a_city_store(dealers):
    for history in dealers:
        assert 55 <= len(history.orders) / 24.7 <= 125, history.store.name
    assert 8_000 <= sum(len(history.orders) for history in dealers) <= 12_000


def test_orders_lie_between_the_first_day_and_today(dealers, today):
    for history in dealers:
        days = [order.ordered_on for order in history.orders]
        assert days == sorted(days)
        assert days[0] >= first_day(today)
        assert days[-1] <= today
        assert (today - days[-1]).days < 7


def test_numbers_have_no_gap_per_store_and_day(dealers):
    for history in dealers:
        by_day = defaultdict(list)
        for order in history.orders:
            by_day[order.ordered_on].append(order.number)
        for day, numbers in by_day.items():
            assert numbers == [f"SO{day:%Y%m%d}-{n:04d}" for n in range(1, len(numbers) + 1)]


def test_prices_are_the_guide_price_less_a_discount(dealers):
    for history in dealers:
        for order in history.orders:
            assert 0 < order.price <= order.guide_price + 50
            assert order.price >= 0.64 * order.guide_price


def test_no_series_is_ordered_before_its_launch(dealers):
    for history in dealers:
        launches = {series.name: series.launched for series in history.store.showroom if series.launched}
        for order in history.orders:
            assert order.series not in launches or order.ordered_on >= launches[order.series]


def test_order_vehicle_and_customer_agree(dealers):
    for history in dealers:
        for order in history.orders:
            vehicle, customer = history.vehicles[order.vehicle_key], history.customers[order.customer_key]
            assert (vehicle.key, customer.key) == (order.vehicle_key, order.customer_key)
            assert vehicle.customer_key == customer.key
            assert (vehicle.brand, vehicle.series, vehicle.trim) == (order.brand, order.series, order.trim)
            assert order.region == customer.region
            assert customer.created_on <= order.ordered_on


def test_some_come_back_for_a_second_car(dealers):
    for history in dealers:
        assert 0 < len(history.orders) - len(history.customers) < 0.1 * len(history.orders)


def test_spring_festival_is_quiet_and_the_year_end_loud(dealers):
    months = whole_months(dealers)
    mean = sum(months.values()) / len(months)
    assert months[2025, 2] < 0.7 * mean
    assert months[2026, 2] < 0.7 * mean
    assert months[2025, 12] > 1.1 * mean
    assert months[2025, 9] + months[2025, 10] > 2.0 * mean


def test_months_differ_but_none_is_wild(dealers):
    for history in dealers:
        months = {month: count for month, count in by_month(history).items() if month != (2026, 11)}
        mean = sum(months.values()) / len(months)
        assert len(set(months.values())) > 10
        assert all(0.2 * mean < count < 2.2 * mean for count in months.values())


def test_stores_take_different_ways(dealers):
    change = {}
    for history in dealers:
        months = by_month(history)
        earlier = sum(count for month, count in months.items() if (2024, 11) <= month <= (2025, 10))
        later = sum(count for month, count in months.items() if (2025, 11) <= month <= (2026, 10))
        change[history.store.key] = later / earlier
    assert change["chengdu-harmony"] > 1.15
    assert change["hangzhou-byd"] > 1.08
    assert change["wuhan-faw-vw"] < 0.92
    assert 0.85 < change["foshan-gac-toyota"] < 1.1


def test_hangzhou_lives_on_new_energy_and_wuhan_does_not(dealers):
    share = {
        history.store.key: sum(vehicle.energy in NEW_ENERGY for vehicle in history.vehicles) / len(history.vehicles)
        for history in dealers
    }
    assert share["hangzhou-byd"] == 1.0
    assert share["wuhan-faw-vw"] < 0.2


def test_only_the_newest_orders_are_under_way(dealers, today):
    for history in dealers:
        for order in history.orders:
            assert order.status == "delivered" or (today - order.ordered_on).days < 14
        assert {order.status for order in history.orders} > {"delivered"}
