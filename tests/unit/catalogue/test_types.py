"""What a filter may be compared with."""

import pytest

from chezhan.catalogue.types import DATE, FIELD_TYPES, LINK, MONEY, PARSE_FAULTS, PHONE, PLATE, TEXT
from chezhan.catalogue.types.kinds import KINDS
from chezhan.expressions import Kind
from chezhan.expressions.resolving.comparisons import OPERATORS


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


@pytest.mark.parametrize("written", ["沪a 12345", "沪A·12345", "沪A-12345"])
def test_a_plate_is_compared_without_case_blanks_and_dots(written):
    assert PLATE.parse(written) == "沪A12345"


def test_a_phone_can_be_found_but_not_sorted_or_looked_into():
    assert PHONE.key is None
    assert not {"contains", "<", "between"} & {operator.name for operator in PHONE.operators}


@pytest.mark.parametrize("kind", FIELD_TYPES.values(), ids=FIELD_TYPES)
def test_no_type_has_two_operators_of_one_name(kind):
    names = [operator.name for operator in kind.operators]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", [one for one in FIELD_TYPES.values() if KINDS[one.name]], ids=lambda kind: kind.name)
def test_the_expression_language_knows_every_operator_of_a_type(kind):
    """Else it would be offered and refused. A link's `contains` looks into its title, which is a text."""
    names = {operator.name for operator in kind.operators} - ({"contains"} if kind is LINK else set())
    assert names <= set(OPERATORS[Kind(KINDS[kind.name])])
