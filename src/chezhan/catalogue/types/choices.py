"""Yes or no, one of the choices, several of them."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import BooleanField, Func, Q, TextField, Value

from chezhan.catalogue import operators as op
from chezhan.catalogue.labels import Label
from chezhan.catalogue.types.base import EQUALITY, FieldType, Told, parse_text, text_column
from chezhan.catalogue.types.refusals import FieldRefused
from chezhan.catalogue.types.texts import some_text

TAG_LIMIT, TAG_LENGTH = 50, 60
_SAID = {"true": True, "false": False, "是": True, "否": False, "yes": True, "no": False, "1": True, "0": False}


def _clean_boolean(value: Any, _: Told) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    if value in (0, 1):
        return bool(value)
    text = some_text(value, limit=10) if isinstance(value, str) else ""
    if text is None:
        return None
    if text.lower() not in _SAID:
        raise FieldRefused("not_a_boolean")
    return _SAID[text.lower()]


def _parse_boolean(value: Any) -> bool:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise ValueError("true or false")


def _clean_choice(value: Any, field: Told) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str) or not any(one.value == value and not one.retired for one in field.options):
        raise FieldRefused("not_an_option")
    return value


def _clean_tags(value: Any, field: Told) -> list[str] | None:
    """Each once, in the order given. A field without options takes any short text."""
    if value is None or value == "":
        return None
    if not isinstance(value, list | tuple):
        raise FieldRefused("not_a_list")
    if len(value) > TAG_LIMIT:
        raise FieldRefused("too_many_values", {"limit": TAG_LIMIT})
    if field.options:
        tags = [_clean_choice(one, field) for one in value]
    else:
        tags = [some_text(one, limit=TAG_LENGTH) for one in value]
    return list(dict.fromkeys(tag for tag in tags if tag)) or None


def _array(sign: str) -> Callable[[op.Expression, Sequence[Any]], Q]:
    def build(expression: op.Expression, values: Sequence[Any]) -> Q:
        wanted = Value(list(values), output_field=ArrayField(TextField()))
        return Q(
            Func(
                expression,
                wanted,
                template="(%(expressions)s)",
                arg_joiner=f" {sign} ",
                output_field=BooleanField(),
            )
        )

    return build


_holds, _shares = _array("@>"), _array("&&")
LISTED = (
    op.Operator("contains", Label("包含", "has"), op.Takes.ONE, _holds),
    op.Operator("doesNotContain", Label("不包含", "has not"), op.Takes.ONE, lambda e, v: ~_holds(e, v)),
    op.Operator("in", Label("包含其中之一", "has one of"), op.Takes.LIST, _shares),
    op.Operator("notIn", Label("不包含其中任何一个", "has none of"), op.Takes.LIST, lambda e, v: ~_shares(e, v)),
    op.NULL,
    op.NOT_NULL,
)

BOOLEAN = FieldType(
    "boolean", Label("是否", "yes or no"), (op.EQUALS, op.DIFFERS, op.NULL, op.NOT_NULL),
    _parse_boolean, key=_parse_boolean,
    clean=_clean_boolean, column=lambda _: models.BooleanField(null=True, blank=True),
)  # fmt: skip
CHOICE = FieldType(
    "choice", Label("选项", "choice"), (*EQUALITY, op.BLANK, op.NOT_BLANK), parse_text,
    clean=_clean_choice, column=text_column,
)  # fmt: skip
TAGS = FieldType(
    "tags", Label("标签", "tags"), LISTED, parse_text, key=None,
    clean=_clean_tags, column=lambda _: ArrayField(TextField(), null=True, blank=True),
)  # fmt: skip

CHOICES = (BOOLEAN, CHOICE, TAGS)
