import pytest

from chezhan.headquarters.imports.mapping import MappingInvalid, check_mapping

SOUND = {0: "store", 1: "number", 2: "ordered_on", 3: "price", 4: "customer_name"}


@pytest.fixture
def columns(planned):
    return planned("North,A1,1/13/2022,100,Ann", "North,A2,1/2/2022,200,Ben").profile.columns


def test_it_settles_the_order_of_dates_from_the_column(columns):
    mapping = check_mapping(targets=SOUND, date_orders={}, columns=columns)
    assert mapping.columns == {target: index for index, target in SOUND.items()}
    assert mapping.date_orders == {"ordered_on": "mdy"}


def test_the_person_overrules_the_order_of_dates(columns):
    mapping = check_mapping(targets=SOUND, date_orders={"ordered_on": "dmy"}, columns=columns)
    assert mapping.date_orders == {"ordered_on": "dmy"}


def test_a_column_may_be_left_out(columns):
    assert check_mapping(targets=SOUND | {4: "customer_name"} | {9: None}, date_orders={}, columns=columns)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({3: None}, {"price": ["required"]}),
        ({3: "number"}, {"number": ["chosen_twice"], "price": ["required"]}),
        ({3: "colour"}, {"colour": ["unknown_field"], "price": ["required"]}),
        ({9: "vin"}, {"vin": ["unknown_column"]}),
    ],
)
def test_it_says_by_field_what_is_wrong(columns, change, problem):
    with pytest.raises(MappingInvalid) as refusal:
        check_mapping(targets=SOUND | change, date_orders={}, columns=columns)
    assert refusal.value.fields == problem


def test_it_refuses_an_unknown_order_of_dates(columns):
    with pytest.raises(MappingInvalid) as refusal:
        check_mapping(targets=SOUND, date_orders={"ordered_on": "ydm"}, columns=columns)
    assert refusal.value.fields == {"ordered_on": ["unknown_date_order"]}
