"""Whatever JSON holds is kept in one form or refused by name: nothing else ever happens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chezhan.catalogue.types import FIELD_TYPES, PARSE_FAULTS, FieldRefused
from chezhan.catalogue.types.warnings import warnings_of
from tests.factories.fields import field

SIGNS = st.text(alphabet=st.characters(), max_size=30) | st.text("0123456789.-+eE:TZ/%沪AIXx@", max_size=25)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | SIGNS
KEYS = st.sampled_from(["id", "name", "size", "kind", "lng", "lat", "province", "street", "项目", "单价"]) | SIGNS
ANYTHING = st.recursive(
    LEAVES, lambda one: st.lists(one, max_size=4) | st.dictionaries(KEYS, one, max_size=4), max_leaves=8
)
COLUMNS = (("项目", "text"), ("单价", "money"))


@pytest.mark.parametrize("name", FIELD_TYPES)
@settings(max_examples=50, deadline=None)
@given(value=ANYTHING)
def test_anything_is_kept_in_one_form_or_refused(name, value):
    kind, asked = FIELD_TYPES[name], field(name, columns=COLUMNS)
    try:
        kept = kind.clean(value, asked)
    except FieldRefused:
        return
    assert kind.clean(kept, asked) == kept
    assert isinstance(warnings_of(value=kept, type=kind), list)


@pytest.mark.parametrize("name", FIELD_TYPES)
@settings(max_examples=30, deadline=None)
@given(value=ANYTHING)
def test_anything_is_compared_with_or_refused(name, value):
    kind = FIELD_TYPES[name]
    try:
        kind.parse(value)
    except PARSE_FAULTS:
        return
