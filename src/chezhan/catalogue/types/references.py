"""Ids of other things: a record, a person, a store. Whether they exist and may be named, the writer asks."""

from typing import Any
from uuid import UUID

from chezhan.catalogue import operators as op
from chezhan.catalogue.labels import Label
from chezhan.catalogue.types.base import EQUALITY, FieldType, Told, id_column, parse_id
from chezhan.catalogue.types.refusals import FieldRefused

NAMED = (*EQUALITY, op.NULL, op.NOT_NULL)


def _clean_id(value: Any, _: Told) -> UUID | None:
    if value is None or value == "" or isinstance(value, UUID):
        return value or None
    try:
        return UUID(value)
    except (ValueError, TypeError, AttributeError):
        raise FieldRefused("not_an_id") from None


# `contains` looks into the title of the linked record.
LINK = FieldType(
    "link", Label("关联", "link"), (*EQUALITY, op.CONTAINS, op.NULL, op.NOT_NULL), parse_id,
    clean=_clean_id, column=id_column,
)  # fmt: skip
USER = FieldType("user", Label("人员", "person"), NAMED, parse_id, key=None, clean=_clean_id, column=id_column)
STORE = FieldType("store", Label("门店", "store"), NAMED, parse_id, key=None, clean=_clean_id, column=id_column)

REFERENCES = (LINK, USER, STORE)
