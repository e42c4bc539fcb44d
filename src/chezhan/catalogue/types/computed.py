"""What the product writes itself: formulas, roll-ups, running numbers. Nobody else may."""

from typing import Any

from chezhan.catalogue.labels import Label
from chezhan.catalogue.types.base import TEXTUAL, FieldType, Told, parse_nothing, parse_text, text_column
from chezhan.catalogue.types.refusals import FieldRefused


def _clean_nothing(value: Any, _: Told) -> None:
    raise FieldRefused("field_is_computed")


def _computed(name: str, label: Label) -> FieldType:
    """How its values are compared, sorted and shown is the business of the type of its result: see `answering`."""
    return FieldType(name, label, (), parse_nothing, key=None, clean=_clean_nothing, column=text_column)


FORMULA = _computed("formula", Label("公式", "formula"))
ROLLUP = _computed("rollup", Label("汇总", "roll-up"))
AUTO_NUMBER = FieldType(
    "auto_number", Label("自动编号", "running number"), TEXTUAL, parse_text, clean=_clean_nothing, column=text_column
)

COMPUTED = (FORMULA, ROLLUP, AUTO_NUMBER)
