"""What leaves in words is whole: nothing is left for a client to fill in."""

import re

import pytest

from chezhan.headquarters.imports.reasons import OF_MANY, REASONS, reason_of_many, reason_text

# An ellipsis stands where a figure of the row would be.
HOLE = re.compile(r"\{\w*\}|…")
OF_ROWS = list(REASONS)[: list(REASONS).index("repaired_text")]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", OF_ROWS)
def test_a_sentence_about_many_rows_needs_no_single_ones_figures(code, language):
    assert not HOLE.search(reason_of_many(code, "mdy", language))


@pytest.mark.parametrize(
    ("code", "params", "text"),
    [
        ("too_long", {"limit": 60}, "is longer than 60 characters"),
        ("duplicate_key", {"first_row": 3}, "repeats the order number of row 3 in the same store"),
        ("ragged_row", {"cells": 7, "headers": 8}, "has 7 cells where the header has 8"),
        ("bad_date", {"order": "mdy"}, "is not a date (this column is read as month/day/year)"),
    ],
)
def test_a_sentence_about_one_row_names_its_figures(code, params, text):
    assert reason_text(code, params, "en") == text


def test_what_an_older_job_does_not_know_is_left_out():
    assert reason_text("too_long", {}, "en") == "is longer than … characters"


def test_both_kinds_of_sentence_are_about_the_same_codes():
    assert OF_MANY.keys() <= REASONS.keys()
