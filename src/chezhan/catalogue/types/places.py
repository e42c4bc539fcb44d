"""Where something is: an address in parts, a point on the map."""

import math
from collections.abc import Callable
from typing import Any

from django.db.models import Func, TextField
from django.db.models.fields.json import KeyTextTransform

from chezhan.catalogue import operators as op
from chezhan.catalogue.labels import Label
from chezhan.catalogue.types.base import PRESENCE, FieldType, Told, json_column, parse_nothing, parse_text
from chezhan.catalogue.types.refusals import FieldRefused
from chezhan.catalogue.types.texts import some_text

PARTS = ("province", "city", "district", "street")
PART_LIMIT, STREET_LIMIT = 40, 200


def _clean_address(value: Any, _: Told) -> dict[str, str] | None:
    """Only the parts that say something. A line of text is a street: nothing is guessed out of it."""
    if value is None or isinstance(value, str):
        value = {"street": value}
    if not isinstance(value, dict) or not set(value) <= set(PARTS):
        raise FieldRefused("not_an_address")
    parts = {part: some_text(value.get(part), limit=STREET_LIMIT if part == "street" else PART_LIMIT) for part in PARTS}
    return {part: text for part, text in parts.items() if text} or None


def one_line(address: dict[str, str]) -> str:
    """浙江省杭州市西湖区文三路 1 号. A city that is its own province is said once."""
    said: list[str] = []
    for part in PARTS:
        text = address.get(part, "")
        if text and text not in said:
            said.append(text)
    return "".join(said)


def line_of(expression: op.Expression) -> op.Expression:
    """The parts of an address in a row, as text; NULL where there is no address."""
    first, *others = (KeyTextTransform(part, expression) for part in PARTS)
    line = Func(first, *others, function="CONCAT", output_field=TextField())
    return Func(line, template="NULLIF(%(expressions)s, '')", output_field=TextField())


def _in_line(operator: op.Operator) -> op.Operator:
    build: Callable[..., Any] = operator.build
    return op.Operator(operator.name, operator.label, operator.takes, lambda e, values: build(line_of(e), values))


def _clean_location(value: Any, _: Told) -> dict[str, float] | None:
    """{lng, lat} in degrees of WGS 84, as receivers tell them, to 0.1 m. Mainland maps want them shifted."""
    if value in (None, "", {}):
        return None
    if not isinstance(value, dict) or set(value) != {"lng", "lat"}:
        raise FieldRefused("not_a_location")
    return {"lng": _degrees(value["lng"], 180), "lat": _degrees(value["lat"], 90)}


def _degrees(value: Any, most: int) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FieldRefused("not_a_location")
    if not math.isfinite(value) or abs(value) > most:
        raise FieldRefused("not_a_location")
    return round(float(value), 6)


ADDRESS = FieldType(
    "address", Label("地址", "address"),
    (_in_line(op.CONTAINS), _in_line(op.LACKS), *PRESENCE), parse_text, key=None,
    clean=_clean_address, column=json_column,
)  # fmt: skip
LOCATION = FieldType(
    "location", Label("位置", "place on the map"), PRESENCE, parse_nothing, key=None,
    clean=_clean_location, column=json_column,
)  # fmt: skip

PLACES = (ADDRESS, LOCATION)
