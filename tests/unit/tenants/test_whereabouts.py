"""An exception says in which store it came about, however it is chained."""

import pytest
from django.db import OperationalError
from psycopg import errors as pg

from chezhan.catalogue.records.writes.constraints import raise_refusal
from tenants.whereabouts import place_of, whereabouts

PLACE = {"store": "north", "group": "anhe"}


def test_a_database_that_gives_up_is_told_with_its_cause_and_its_store():
    with pytest.raises(OperationalError) as raised, whereabouts(**PLACE):
        try:
            raise OperationalError from pg.DeadlockDetected()
        except OperationalError as error:
            raise_refusal(error, view=None)
    assert isinstance(raised.value.__cause__, pg.DeadlockDetected)
    assert place_of(raised.value) == PLACE


def test_an_exception_that_is_its_own_cause_has_an_end():
    error = OperationalError()
    error.__cause__ = error
    assert place_of(error) == {}
