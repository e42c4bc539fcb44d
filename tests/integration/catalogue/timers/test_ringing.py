"""Timers ring once, at their moment, over failures and kills, and by the clock on the wall where they are set so."""

import datetime as dt
from copy import copy
from zoneinfo import ZoneInfo

import pytest
from django.db import ProgrammingError, connection, transaction

from chezhan.catalogue.events import dispatching, parking, registry
from chezhan.catalogue.events.backlog import read_backlog
from chezhan.catalogue.events.dispatching import dispatch, sweep
from chezhan.catalogue.timers.ringing import follow_stores, put_in_order, ring_due, rings
from chezhan.catalogue.timers.setting import Wall, drop_timers, set_timer, set_timers
from chezhan.kernel import clock, outbox
from chezhan.kernel.ids import new_id
from chezhan.kernel.models import Timer
from tenants.context import public_context, tenant_context
from tenants.models import Store
from tenants.roles import OWNER

MINUTE = dt.timedelta(minutes=1)
BERLIN = ZoneInfo("Europe/Berlin")


class Killed(BaseException):
    """As by kill -9: nothing catches it, and every open transaction is lost."""


@pytest.fixture
def rung(monkeypatch):
    """What the handler of `test` was called with."""
    monkeypatch.setattr(registry, "_consumers", copy(registry._consumers))
    heard = []

    @rings("test")
    def heed(store, timers):
        heard.extend((store.slug, one) for one in timers)

    return heard


@pytest.fixture
def north(cast):
    return cast.stores["north"]


def put(store, due_at, *, key=None, what=""):
    key = key or new_id()
    with tenant_context(store):
        set_timer(store_id=store.id, kind="test", key=key, due_at=due_at, what=what)
    return key


def run():
    ring_due(until=clock.now() + MINUTE)
    sweep()
    dispatch(until=clock.now() + MINUTE)


def left():
    with public_context():
        return Timer.objects.count()


def test_a_timer_rings_once_when_its_moment_has_come_and_not_before(rung, north, time_machine):
    due = clock.now() + 10 * MINUTE
    with outbox.caused_by(("some-rule",)):
        key = put(north, due, what="deadline")
    run()
    assert rung == [] and left() == 1
    time_machine.move_to(due)
    run()
    run()
    ((slug, one),) = rung
    assert (slug, one.key, one.what, one.due_at, one.cause) == (north.slug, key, "deadline", due, ("some-rule",))
    assert left() == 0


def test_a_timer_is_set_with_what_it_is_for_or_not_at_all(rung, north):
    with pytest.raises(RuntimeError), tenant_context(north):
        set_timer(store_id=north.id, kind="test", key=new_id(), due_at=clock.now())
        raise RuntimeError
    run()
    assert rung == []


def test_a_store_sets_timers_of_its_own_alone_and_reads_none(cast, rung, north):
    south = cast.stores["south"]
    with pytest.raises(ProgrammingError, match="row-level security"), tenant_context(north):
        set_timer(store_id=south.id, kind="test", key=new_id(), due_at=clock.now())
    for statement in ("SELECT * FROM public.timer", "DELETE FROM public.timer", "UPDATE public.timer SET what = ''"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            tenant_context(north),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    run()
    assert rung == []


def test_killed_before_it_is_struck_out_a_timer_does_not_ring_twice(rung, north, monkeypatch):
    put(north, clock.now())
    with monkeypatch.context() as patch:
        patch.setattr(dispatching, "strike_out", _kill)
        with pytest.raises(Killed):
            run()
    assert len(rung) == 1
    run()
    assert len(rung) == 1


def test_a_timer_that_fails_is_tried_again_then_given_up_and_shown(north, cast, monkeypatch, time_machine):
    monkeypatch.setattr(registry, "_consumers", copy(registry._consumers))
    rings("test")(_fail)
    due = clock.now()
    put(north, due)
    actor = cast.actor("manager", store="north")
    shown = _backlog(actor)
    assert (shown["waiting"], shown["since"]) == (1, due)
    run()
    for wait in parking.WAITS:
        assert (_backlog(actor)["again"], _backlog(actor)["dead"]) == (1, 0)
        time_machine.move_to(clock.now() + wait)
        run()
    shown = _backlog(actor)
    (letter,) = shown["letters"]
    assert (shown["waiting"], shown["dead"]) == (0, 1)
    assert (letter["entity"], letter["title"], letter["error"]) == ("timer:test", None, "RuntimeError")


def test_a_suspended_store_waits_and_a_closed_one_is_dropped(rung, north):
    put(north, clock.now())
    _status(north, Store.Status.SUSPENDED)
    run()
    follow_stores()
    put_in_order()
    run()
    assert rung == [] and left() == 1
    _status(north, Store.Status.ACTIVE)
    follow_stores()
    run()
    assert len(rung) == 1
    put(north, clock.now())
    _status(north, Store.Status.CLOSED)
    run()
    put_in_order()
    assert len(rung) == 1 and left() == 0


def test_those_that_are_not_waited_for_any_more_can_be_dropped(rung, north):
    kept, gone = put(north, clock.now()), put(north, clock.now())
    with transaction.atomic(using=OWNER):
        assert drop_timers(store_id=north.id, kind="test", keys=[gone]) == 1
    run()
    assert [one.key for _, one in rung] == [kept]


@pytest.mark.parametrize(
    ("day", "time", "zone", "instant"),
    [
        (dt.date(2027, 7, 1), dt.time(9), None, dt.datetime(2027, 7, 1, 1, tzinfo=dt.UTC)),
        (dt.date(2027, 7, 1), dt.time(9), BERLIN, dt.datetime(2027, 7, 1, 7, tzinfo=dt.UTC)),
        # left out in spring, twice in autumn
        (dt.date(2027, 3, 28), dt.time(2, 30), BERLIN, dt.datetime(2027, 3, 28, 1, 30, tzinfo=dt.UTC)),
        (dt.date(2027, 10, 31), dt.time(2, 30), BERLIN, dt.datetime(2027, 10, 31, 1, 30, tzinfo=dt.UTC)),
    ],
)
def test_a_timer_by_the_wall_is_due_when_the_clock_there_shows_it(north, day, time, zone, instant):
    put(north, Wall(day, time, zone) if zone else Wall(day, time))
    with public_context():
        assert Timer.objects.get().due_at == instant


def test_a_timer_by_the_wall_follows_when_the_clocks_are_moved(north):
    put(north, Wall(dt.date(2027, 7, 1), dt.time(9)))
    right = dt.datetime(2027, 7, 1, 1, tzinfo=dt.UTC)
    with transaction.atomic(using=OWNER):
        Timer.objects.using(OWNER).update(due_at=right + 60 * MINUTE)
    put_in_order()
    with public_context():
        assert Timer.objects.get().due_at == right


def test_many_are_set_in_one_statement_and_ring_in_their_order(rung, north, django_assert_num_queries, time_machine):
    at = clock.now()
    due = [(new_id(), at + n * MINUTE) for n in (2, 1, 0)]
    with tenant_context(north), django_assert_num_queries(1):
        set_timers(store_id=north.id, kind="test", due=due)
    time_machine.move_to(at + 5 * MINUTE)
    run()
    assert [one.key for _, one in rung] == [key for key, _ in reversed(due)]


@pytest.mark.parametrize("wrong", [{"kind": "Test"}, {"what": "x" * 65}, {"due_at": clock.now().replace(tzinfo=None)}])
def test_what_has_no_place_is_refused_by_name(north, wrong):
    asked = {"store_id": north.id, "kind": "test", "key": new_id(), "due_at": clock.now()} | wrong
    with pytest.raises(ValueError, match=r"kind|64|zone"), tenant_context(north):
        set_timer(**asked)
    assert left() == 0


def _backlog(actor):
    with tenant_context(actor.in_store):
        return read_backlog(actor=actor)


def _status(store, status):
    with transaction.atomic(using=OWNER):
        Store.objects.using(OWNER).filter(id=store.id).update(status=status)


def _kill(*_):
    raise Killed


def _fail(store, timers):
    raise RuntimeError("of 甲")
