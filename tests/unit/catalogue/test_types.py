"""What a filter may be compared with."""

import pytest

from chezhan.catalogue.types import DATE, FIELD_TYPES, LINK, MONEY, PARSE_FAULTS, PHONE, PLATE, TEXT


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (TEXT, None), (TEXT, 5), (TEXT, "a\x00b"), (TEXT, "x" * 201),
        (MONEY, "NaN"), (MONEY, "Infinity"), (MONEY, True), (MONEY, "ten"), (MONEY, "1e99"), (MONEY, None), (MONEY, []),
        (DATE, "2024-02-30"), (DATE, 20240101), (DATE, None),
        (PHONE, "no digits"), (LINK, "42"), (LINK, None),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused(kind, value):
    with pytest.raises(PARSE_FAULTS):
        kind.parse(value)


def test_a_plate_is_compared_without_case_and_blanks():
    assert PLATE.parse("沪a 12345") == "沪A12345"


def test_a_phone_can_be_found_but_not_sorted_or_looked_into():
    assert PHONE.key is None
    assert not {"contains", "<", "between"} & {operator.name for operator in PHONE.operators}


@pytest.mark.parametrize("kind", FIELD_TYPES.values(), ids=FIELD_TYPES)
def test_no_type_has_two_operators_of_one_name(kind):
    names = [operator.name for operator in kind.operators]
    assert len(names) == len(set(names))
