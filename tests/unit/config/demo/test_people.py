"""Customers are invented, and nobody alive can answer their phones."""

import re
from collections import Counter
from random import Random

import phonenumbers

from chezhan.config.demo.names import invent_person_name, naming_decade
from chezhan.config.demo.phones import UNASSIGNED_PREFIXES
from chezhan.config.demo.places import FOSHAN, NANJING

HAN = re.compile(r"^[\u4e00-\u9fff]{2,4}$")


def everyone(group):
    return [customer for history in group for customer in history.customers]


def test_phones_look_chinese_and_belong_to_no_carrier(group):
    for customer in everyone(group):
        assert re.fullmatch(r"1[3-9]\d{9}", customer.phone)
        assert customer.phone[:3] in UNASSIGNED_PREFIXES
        assert not phonenumbers.is_valid_number(phonenumbers.parse(customer.phone, "CN"))


def test_no_two_customers_of_a_store_share_a_phone(group):
    for history in group:
        assert len({customer.phone for customer in history.customers}) == len(history.customers)


def test_persons_have_chinese_names_gender_and_income(group):
    for customer in everyone(group):
        if customer.kind == "person":
            assert HAN.match(customer.name), customer
            assert customer.gender in {"male", "female"}
            assert customer.annual_income >= 48_000
            assert customer.annual_income % 1000 == 0


def test_companies_have_a_firms_name_and_neither_gender_nor_income(group):
    companies = [customer for customer in everyone(group) if customer.kind == "company"]
    assert 0.02 < len(companies) / len(everyone(group)) < 0.08
    for company in companies:
        assert company.name.endswith("有限公司")
        assert company.gender is None
        assert company.annual_income is None


def test_common_surnames_are_common_and_names_vary(group):
    names = [customer.name for customer in everyone(group) if customer.kind == "person"]
    surnames = Counter(name[0] for name in names)
    assert {"王", "李", "张", "陈"} <= {surname for surname, _ in surnames.most_common(6)}
    assert len(set(names)) > 0.6 * len(names)


def test_the_region_shows_in_surnames():
    rng = Random(7)
    share = {
        city.name: Counter(invent_person_name(rng, city=city, gender="male", birth_year=1988)[0] for _ in range(4000))[
            "梁"
        ]
        for city in (FOSHAN, NANJING)
    }
    assert share["佛山"] > 2 * share["南京"]


def test_a_decade_names_its_children():
    assert [naming_decade(year) for year in (1958, 1969, 1970, 1989, 1990, 2005)] == [
        1950,
        1950,
        1970,
        1980,
        1990,
        2000,
    ]


def test_regions_are_the_citys_districts(group):
    for history in group:
        districts = {district.name for district in history.store.city.districts}
        assert {customer.region for customer in history.customers} <= districts
        assert all(customer.region.startswith(customer.city) for customer in history.customers)
