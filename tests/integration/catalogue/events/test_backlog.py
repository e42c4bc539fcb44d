"""What waits and what was given up is shown to who designs the store, and can be tried again."""

import datetime as dt

import pytest
from django.db import transaction

from chezhan.catalogue.events import parking, registry
from chezhan.catalogue.events.dispatching import dispatch
from chezhan.catalogue.events.interest import take_interest
from chezhan.catalogue.records.writes.saving import create_records
from chezhan.kernel import clock
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.roles import OWNER
from tests.integration.engines.forms.conftest import Colleague

EVENTS = "/api/store/design/events"


@pytest.fixture
def failing(cast, monkeypatch):
    told = {"fails": True, "heard": []}

    def take(store, events):
        if told["fails"]:
            raise RuntimeError("of 甲")
        told["heard"] += events

    monkeypatch.setitem(registry._consumers, "test", take)
    with transaction.atomic(using=OWNER):
        take_interest(store_id=cast.stores["north"].id, consumer="test", entities={"customer"})
    return told


@pytest.fixture
def colleague(sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


def run():
    dispatch(until=clock.now() + dt.timedelta(minutes=1))


def test_a_dead_letter_is_shown_without_its_words_and_tried_again(failing, cast, colleague, time_machine):
    actor = cast.actor("manager", store="north")
    with acting_as(actor.person_id), tenant_context(actor.in_store):
        create_records(actor=actor, entity="customer", rows=[{"name": "甲"}])
    manager = colleague()
    assert manager.ask("get", EVENTS)["waiting"] == 1
    run()
    told = manager.ask("get", EVENTS)
    assert (told["waiting"], told["again"], told["dead"]) == (0, 1, 0)
    for wait in parking.WAITS:
        time_machine.move_to(clock.now() + wait)
        run()
    manager = colleague()
    told = manager.ask("get", EVENTS)
    (letter,) = told["letters"]
    assert (told["dead"], letter["title"], letter["error"]) == (1, "甲", "RuntimeError")
    failing["fails"] = False
    manager.ask("post", f"{EVENTS}/{letter['id']}/replay", status=204)
    run()
    assert [event.kind for event in failing["heard"]] == ["created"]
    assert manager.ask("get", EVENTS)["dead"] == 0
    manager.ask("post", f"{EVENTS}/{letter['id']}/replay", status=404)


def test_it_is_not_for_everybody_and_of_no_other_store(failing, cast, colleague):
    colleague("advisor").ask("get", EVENTS, status=403)
    actor = cast.actor("manager", store="north")
    with acting_as(actor.person_id), tenant_context(actor.in_store):
        create_records(actor=actor, entity="customer", rows=[{"name": "甲"}])
    assert colleague("both", "south").ask("get", EVENTS)["waiting"] == 0
