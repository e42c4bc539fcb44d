"""One question to Valkey says who asks; a guess about whose session it is decides nothing."""

import datetime as dt

import pytest
import time_machine
from django.test import RequestFactory, override_settings

from chezhan.config.middleware import asker
from chezhan.config.sessions import SessionStore
from chezhan.kernel.valkey import valkey

HOME = "/api/store/home"
MOMENT = dt.datetime(2026, 3, 2, 1, 2, 3, tzinfo=dt.UTC)


def _session(client) -> SessionStore:
    return SessionStore(client.cookies["sessionid"].value)


@pytest.fixture
def known(cast, sign_in):
    """A client whose session the process has seen."""
    client = sign_in("manager", store="north")
    assert client.get(HOME).status_code == 200
    return client


def test_a_session_that_ended_is_refused_though_it_was_known(known):
    _session(known).delete()
    assert known.get(HOME).status_code == 401


def test_a_wrong_guess_is_nobody_else(known, cast):
    session = _session(known)
    asker._guesses.drop(session.session_key)
    asker._guesses.keep(session.session_key, cast.people["advisor"].id)
    request = RequestFactory().get(HOME)
    request.session = session
    person, _, roles = asker.asker_in_store(request, slug=cast.stores["north"].slug)
    assert (person.id, roles) == (cast.people["manager"].id, cast.actor("manager", store="north").roles)
    assert asker._guesses.find(session.session_key) == person.id


@override_settings(RATE_PER_PERSON=3)
def test_each_request_counts_once_known_or_not(cast, sign_in):
    client = sign_in("manager", store="north")
    with time_machine.travel(MOMENT, tick=False):
        assert [client.get(HOME).status_code for _ in range(4)] == [200, 200, 200, 429]


@override_settings(RATE_PER_PERSON=2)
def test_requests_of_a_session_that_ended_do_not_count_as_the_persons(known, sign_in, cast):
    cookie = {"sessionid": known.cookies["sessionid"].value}
    _session(known).delete()
    with time_machine.travel(MOMENT, tick=False):
        for _ in range(5):
            # the answer takes the cookie away; whoever stole it sends it again
            known.cookies.load(cookie)
            assert known.get(HOME).status_code == 401
        assert sign_in("manager", store="north").get(HOME).status_code == 200


@override_settings(RATE_PER_PERSON=1000)
def test_valkey_may_forget_its_scripts(known):
    valkey().script_flush()
    assert known.get(HOME).status_code == 200
