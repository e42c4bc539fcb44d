"""How the API's description says what a field's value is."""

import pytest

from chezhan.catalogue.entity import Field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.openapi.shapes import shape_of
from chezhan.catalogue.types import MONEY, NUMBER, PERCENT


@pytest.mark.parametrize(("type_", "read"), [(NUMBER, "number"), (PERCENT, "number"), (MONEY, "string")])
def test_a_number_is_read_as_one_and_money_as_text(type_, read):
    field = Field("x", Label("值", "Value"), type_)
    assert shape_of(field, sent=False)["type"] == [read, "null"]
    assert shape_of(field, sent=True)["type"] == ["string", "null"]
