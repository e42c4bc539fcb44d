"""Fields as tests need them: of a type, told something."""

from typing import Any

from chezhan.catalogue.entity import Field, Option
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import FIELD_TYPES


def field(type: str, *, options: str = "", retired: str = "", name: str = "x_one", **settings: Any) -> Field:
    """`options`, `retired`: values parted by blanks, each labelled 第 <value>."""
    chosen = [(value, False) for value in options.split()] + [(value, True) for value in retired.split()]
    return Field(
        name,
        Label("一", "one"),
        FIELD_TYPES[type],
        options=tuple(Option(value, Label(f"第 {value}", f"No. {value}"), retired=old) for value, old in chosen),
        settings=FieldSettings(**settings),
    )
