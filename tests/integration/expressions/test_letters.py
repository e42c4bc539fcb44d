"""Capitals and small letters: Python and PostgreSQL agree on every one."""

import unicodedata

import pytest
from django.db import connections

from chezhan.expressions.operations.folding import lower, upper

LETTERS = [letter for letter in map(chr, range(1, 0x20000)) if unicodedata.category(letter) != "Cs"]


@pytest.fixture
def cursor(cast):
    with connections["owner"].cursor() as cursor:
        yield cursor


@pytest.mark.parametrize(("function", "fold"), [("lower", lower), ("upper", upper)])
def test_every_letter_has_the_same_other_case(cursor, function, fold):
    cursor.execute(f"SELECT one, {function}(one) FROM unnest(%s::text[]) one", [LETTERS])
    found = dict(cursor.fetchall())
    assert {letter: fold(letter) for letter in LETTERS if found[letter] != fold(letter)} == {}
