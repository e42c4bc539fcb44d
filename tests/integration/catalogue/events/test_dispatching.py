"""Events of records reach whoever asked for them: each once, a record's in their order, over failures and kills."""

import datetime as dt
from contextlib import suppress

import pytest
from django.db import transaction

from chezhan.catalogue.events import dispatching, parking, registry
from chezhan.catalogue.events.dispatching import dispatch, sweep
from chezhan.catalogue.events.forgetting import KEPT, forget_taken
from chezhan.catalogue.events.interest import take_interest
from chezhan.catalogue.events.models import TakenEvent
from chezhan.catalogue.records.memory.models import SeenRecord
from chezhan.catalogue.records.writes.saving import change_record, create_records
from chezhan.kernel import clock
from chezhan.kernel.models import OutboxEvent, OutboxWaiting
from tenants.acting import acting_as
from tenants.context import public_context, tenant_context
from tenants.roles import OWNER


class Killed(BaseException):
    """As by kill -9: nothing catches it, and every open transaction is lost."""


@pytest.fixture
def told(cast, monkeypatch):
    """What the consumer `test` was told, as (record, kind), by events of customers in the north store."""
    heard = []
    monkeypatch.setitem(registry._consumers, "test", lambda store, events: heard.extend(events))
    with transaction.atomic(using=OWNER):
        take_interest(store_id=cast.stores["north"].id, consumer="test", entities={"customer"})
    return heard


@pytest.fixture
def manager(cast):
    return cast.actor("manager", store="north")


def make(actor, *names, entity="customer"):
    with acting_as(actor.person_id), tenant_context(actor.in_store):
        return create_records(actor=actor, entity=entity, rows=[{"name": name} for name in names])


def change(actor, record_id, version, **values):
    with acting_as(actor.person_id), tenant_context(actor.in_store):
        change_record(actor=actor, entity="customer", record_id=record_id, version=version, values=values)


def run(seconds=60):
    return dispatch(until=clock.now() + dt.timedelta(seconds=seconds))


def left():
    with public_context():
        return OutboxEvent.objects.count()


def waiting():
    with public_context():
        return list(OutboxWaiting.objects.order_by("position").values_list("kind", "attempts", "error"))


def test_each_event_is_handed_on_once_and_in_order_and_leaves_the_outbox(told, manager):
    first, second = make(manager, "甲", "乙")
    change(manager, first, 1, city="杭州")
    assert run() == 3
    assert [(event.record_id, event.kind) for event in told] == [
        (first, "created"),
        (second, "created"),
        (first, "updated"),
    ]
    assert (told[2].changed, told[2].version, told[2].actor_id) == (("city",), 2, manager.person_id)
    assert left() == 0 and run() == 0 and len(told) == 3


def test_what_nobody_takes_is_dropped_in_sets_and_what_is_waited_for_stays(told, manager, cast):
    (one,) = make(manager, "甲")
    make(cast.actor("both", store="south"), "丙")
    with acting_as(manager.person_id), tenant_context(manager.in_store):
        create_records(actor=manager, entity="vehicle", rows=[{"brand": "比亚迪", "customer": str(one)}])
    assert sweep() == 2
    assert left() == 1
    run()
    assert [event.entity for event in told] == ["customer"]


def test_killed_before_the_events_are_struck_out_nothing_is_handed_on_twice(told, manager, monkeypatch):
    make(manager, "甲")
    with monkeypatch.context() as patch:
        patch.setattr(dispatching, "strike_out", _kill)
        with pytest.raises(Killed):
            run()
    assert left() == 1 and len(told) == 1
    run()
    assert left() == 0 and len(told) == 1


def test_killed_in_the_consumer_what_it_made_is_lost_and_made_again(told, manager, monkeypatch, time_machine):
    (one,) = make(manager, "甲")

    def leave(store, events):
        for event in events:
            SeenRecord(person_id=manager.person_id, entity=event.entity, record_id=event.record_id).save()

    def leave_and_die(store, events):
        leave(store, events)
        raise Killed

    monkeypatch.setitem(registry._consumers, "test", leave_and_die)
    with pytest.raises(Killed):
        run()
    assert left() == 1 and _recent(manager) == []
    monkeypatch.setitem(registry._consumers, "test", leave)
    run()
    assert waiting() == [("created", 1, "worker_lost")] and _recent(manager) == []
    time_machine.move_to(clock.now() + parking.WAITS[0])
    run()
    assert _recent(manager) == [one] and waiting() == []


def test_an_event_that_fails_waits_and_none_of_its_record_overtakes_it(told, manager, monkeypatch, time_machine):
    first, second = make(manager, "甲", "乙")
    change(manager, first, 1, city="杭州")
    broken = {first}

    def take(store, events):
        if broken & {event.record_id for event in events}:
            raise RuntimeError("of 甲")
        told.extend(events)

    monkeypatch.setitem(registry._consumers, "test", take)
    run()
    assert [event.record_id for event in told] == [second]
    assert waiting() == [("created", 1, "RuntimeError"), ("updated", 0, "")]
    change(manager, first, 2, city="上海")
    run()
    assert [kind for kind, *_ in waiting()] == ["created", "updated", "updated"]
    broken.clear()
    run()
    assert len(told) == 1
    time_machine.move_to(clock.now() + parking.WAITS[0])
    run()
    assert [(event.kind, event.version) for event in told[1:]] == [("created", None), ("updated", 2), ("updated", 3)]
    assert waiting() == []


def test_what_fails_every_time_is_given_up_and_those_behind_it_go_on(told, manager, monkeypatch, time_machine):
    (first,) = make(manager, "甲")
    change(manager, first, 1, city="杭州")

    def take(store, events):
        if "created" in {event.kind for event in events}:
            raise RuntimeError
        told.extend(events)

    monkeypatch.setitem(registry._consumers, "test", take)
    run()
    for wait in parking.WAITS:
        time_machine.move_to(clock.now() + wait)
        run()
    assert [event.kind for event in told] == ["updated"]
    with public_context():
        (dead,) = OutboxWaiting.objects.all()
    assert dead.dead_at is not None and dead.attempts == len(parking.WAITS) + 1


def test_an_event_that_ends_its_process_is_found_and_given_up_and_the_others_are_taken(
    told, manager, monkeypatch, time_machine
):
    first, second = make(manager, "甲", "乙")
    change(manager, first, 1, city="杭州")
    ends = []

    def take(store, events):
        for event in events:
            if (event.record_id, event.kind) == (first, "created"):
                ends.append(len(events))
                raise Killed
            told.append(event)

    monkeypatch.setitem(registry._consumers, "test", take)
    for _ in range(2 * len(parking.WAITS) + 6):
        with suppress(Killed):
            run()
        time_machine.move_to(clock.now() + parking.WAITS[-1])
    tries = len(parking.WAITS) + 1
    # Once among others, which tells nothing of it; then alone, as often as any other event is tried.
    assert ends[1:] == [1] * tries and ends[0] > 1
    with public_context():
        (dead,) = OutboxWaiting.objects.all()
    assert (dead.event_id is not None, dead.attempts, dead.error) == (True, tries, "worker_lost")
    assert dead.dead_at is not None and left() == 0
    assert {(event.record_id, event.kind) for event in told[-2:]} == {(second, "created"), (first, "updated")}


def test_another_hand_at_the_same_record_waits_for_the_first(told, manager):
    first, second = make(manager, "甲", "乙")
    change(manager, first, 1, city="杭州")
    heard = []
    with _another_hand(first):
        run()
        heard += [event.record_id for event in told]
    run()
    assert heard == [second]
    assert [event.kind for event in told if event.record_id == first] == ["created", "updated"]


def test_a_consumer_of_another_release_keeps_its_events(told, manager, monkeypatch):
    make(manager, "甲")
    monkeypatch.delitem(registry._consumers, "test")
    run()
    assert waiting() == [("created", 1, "NoSuchConsumer")]


def test_what_was_taken_is_forgotten_only_when_it_can_not_come_again(told, manager, monkeypatch, time_machine):
    make(manager, "甲")
    with monkeypatch.context() as patch:
        patch.setattr(dispatching, "strike_out", _kill)
        with pytest.raises(Killed):
            run()
    later = clock.now() + KEPT + dt.timedelta(days=1)
    time_machine.move_to(later)
    forget_taken(now=later)
    run()
    assert len(told) == 1 and _taken(manager) == 1
    forget_taken(now=later)
    assert _taken(manager) == 0


def _kill(*args):
    raise Killed


def _taken(actor):
    with tenant_context(actor.in_store):
        return TakenEvent.objects.count()


def _recent(actor):
    with tenant_context(actor.in_store):
        return list(SeenRecord.objects.values_list("record_id", flat=True))


def _another_hand(record_id):
    """A connection of its own that holds the record."""
    import contextlib  # noqa: PLC0415

    import psycopg  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    @contextlib.contextmanager
    def held():
        params = connections[OWNER].get_connection_params()
        keys = ("dbname", "user", "password", "host", "port")
        with psycopg.connect(**{key: params[key] for key in keys if key in params}) as connection:
            connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 5))", [record_id])
            yield

    return held()
