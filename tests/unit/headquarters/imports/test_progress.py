"""How fast an import goes and how long it still takes, counted from when its work was last measured."""

import datetime as dt

from chezhan.headquarters.imports.models import ImportJob
from chezhan.headquarters.imports.showing import state_of

NOW = dt.datetime(2026, 3, 4, 5, 6, tzinfo=dt.UTC)


def progress(status: str = "running", **members):
    job = ImportJob(status=status, rows_total=1_600, **members)
    return state_of(job, [], now=NOW)["progress"]


def test_the_rate_and_the_time_left_are_those_since_the_last_measure():
    told = progress(rows_done=600, measured_rows=100, measured_at=NOW - dt.timedelta(seconds=10))
    assert (told["rows_done"], told["rows_total"]) == (600, 1_600)
    assert (told["rows_per_second"], told["seconds_left"]) == (50.0, 20)


def test_nothing_is_guessed_before_a_row_is_done():
    told = progress(rows_done=0, measured_rows=0, measured_at=NOW - dt.timedelta(seconds=10))
    assert (told["rows_per_second"], told["seconds_left"]) == (None, None)


def test_what_is_not_at_work_has_no_progress():
    assert progress(status="done", rows_done=1_600, measured_rows=0, measured_at=NOW) is None
