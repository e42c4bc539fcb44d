"""A field type stays small, and every engine knows what to do with each of them."""

import dataclasses
import re
from pathlib import Path
from typing import get_args

import pytest
from django.db import models
from django.db.models import NOT_PROVIDED

from chezhan.catalogue.entity import Field
from chezhan.catalogue.exporting.cells import CELLS, FORMATS
from chezhan.catalogue.labels import Label
from chezhan.catalogue.schemas import FieldKind
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import FIELD_TYPES, FieldType
from chezhan.catalogue.types.kinds import KINDS
from chezhan.catalogue.types.refusals import REASONS
from chezhan.catalogue.types.warnings import WARNINGS

MEMBERS = {"name", "label", "operators", "parse", "key", "shown", "clean", "column"}
# The browser app's widgets are held complete by its compiler: `widgets satisfies Record<FieldKind, Widget>`.
ADAPTERS = {"cells": set(CELLS), "kinds": set(KINDS), "the API's names": set(get_args(FieldKind))}
TABLE = Path(__file__).resolve().parents[2] / "docs/developers/field-types.md"


def test_a_field_type_has_eight_members():
    assert {member.name for member in dataclasses.fields(FieldType)} == MEMBERS


@pytest.mark.parametrize("adapter", ADAPTERS.values(), ids=ADAPTERS)
def test_every_type_has_its_adapter(adapter):
    assert adapter == set(FIELD_TYPES)


def test_what_is_particular_to_some_types_names_types_there_are():
    assert set(FORMATS) <= set(FIELD_TYPES)
    assert not set(WARNINGS) & set(REASONS)


@pytest.mark.parametrize("kind", FIELD_TYPES.values(), ids=FIELD_TYPES)
def test_an_added_column_is_nullable_and_plain(kind):
    column = kind.column(Field("x_one", Label("一", "one"), kind, settings=FieldSettings()))
    assert isinstance(column, models.Field)
    assert column.null
    assert not (column.unique or column.db_index or column.primary_key or column.choices)
    assert column.default is NOT_PROVIDED
    assert column.db_default is NOT_PROVIDED
    assert column.remote_field is None


@pytest.mark.parametrize("kind", FIELD_TYPES.values(), ids=FIELD_TYPES)
def test_every_type_is_called_something_in_both_languages(kind):
    assert kind.label.zh
    assert kind.label.en


def test_the_documents_list_every_type():
    assert set(re.findall(r"^\| `(\w+)` \|", TABLE.read_text(), re.MULTILINE)) == FIELD_TYPES.keys()
