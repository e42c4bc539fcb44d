"""Chunks go in by several hands: at once where nothing of one meets what another writes, else one after another."""

from threading import Event

import pytest
from django.db import connections

from chezhan.catalogue.importing.chunks import Writer
from chezhan.catalogue.importing.work import hands, writing
from chezhan.catalogue.records.writes import people
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tenants.roles import OWNER
from tests.integration.catalogue.importing.conftest import let_lease_run_out, sheet

HEADER = ["客户姓名", "手机号", "负责人"]


@pytest.fixture
def between(monkeypatch):
    """between(then): chunks of two rows by one hand; `then` is called when the first is written."""

    def _between(then):
        real = writing._enter

        def entering(bench, number, written):
            real(bench, number, written)
            if number == 0:
                then()

        monkeypatch.setattr(writing, "CHUNK", 2)
        monkeypatch.setattr(hands, "HANDS", 1)
        monkeypatch.setattr(writing, "_enter", entering)

    return _between


@pytest.fixture
def owned(importing, cast):
    """A tried import of four customers of the advisor's, the last with the phone of the third."""
    manager, name = importing(), cast.people["advisor"].name
    phones = ["13800138000", "13800138001", "13800138002", "13800138002"]
    job = manager.read(sheet([HEADER, *([f"客户{n}", phone, name] for n, phone in enumerate(phones))]))
    columns = [{"column": n, "target": target} for n, target in enumerate(["name", "phone", "owner"])]
    return manager, manager.order(job, columns=columns)


def nobody(*, store):
    return frozenset()


class Killed(BaseException):
    pass


@pytest.fixture
def second_first(monkeypatch):
    """second_first(then): chunks of two rows; the first ends with `then`, once the second is in."""

    def _second_first(then):
        real, second_is_in = writing._enter, Event()

        def entering(bench, number, written):
            if number == 0:
                assert second_is_in.wait(60)
                then()
            real(bench, number, written)

        real_turn = hands.Turn.end

        def ending(turn):
            real_turn(turn)
            if turn.number == 1:
                second_is_in.set()

        monkeypatch.setattr(writing, "CHUNK", 2)
        monkeypatch.setattr(writing, "_enter", entering)
        monkeypatch.setattr(hands.Turn, "end", ending)
        return lambda: monkeypatch.setattr(writing, "_enter", real)

    return _second_first


def test_two_chunks_are_written_at_once_and_the_later_twin_is_the_one_that_repeats(owned, second_first):
    manager, tried = owned
    second_first(lambda: None)
    done = manager.start(tried)
    assert done["counts"] == tried["trial"]["counts"] == {"created": 3, "skipped": 1}
    assert [(row["row"], row["became"]) for row in manager.rows(done)] == [
        (2, "created"),
        (3, "created"),
        (4, "created"),
        (5, "skipped"),
    ]


def test_what_was_lost_before_a_later_chunk_is_made_good(owned, second_first):
    manager, tried = owned

    def die():
        raise Killed

    mended = second_first(die)
    with pytest.raises(Killed):
        manager.start(tried)
    with tenant_context(manager.store):
        assert list(Customer.objects.values_list("name", flat=True)) == ["客户2"]
    assert manager.job(tried["id"])["progress"]["rows_done"] == 2
    mended()
    let_lease_run_out(manager.store, tried["id"])
    assert manager.work(tried["id"])["counts"] == {"created": 3, "skipped": 1}
    undone = manager.undo(tried)
    assert undone["undone"]["deleted"] == 3
    with tenant_context(manager.store):
        assert Customer.objects.count() == 0


def test_where_rows_may_meet_what_others_write_a_chunk_waits_for_those_before(owned, monkeypatch):
    manager, tried = owned
    tried = manager.order(tried, mode="upsert")
    seen, real = [], Writer.write

    def writing_down(writer, rows):
        # In the hand's own transaction: what was committed before it.
        seen.append((rows[0].row, Customer.objects.count()))
        return real(writer, rows)

    monkeypatch.setattr(writing, "CHUNK", 1)
    monkeypatch.setattr(Writer, "write", writing_down)
    assert manager.start(tried)["counts"] == {"created": 3, "refused": 1}
    assert seen == [(2, 0), (3, 1), (4, 2), (5, 3)]


def test_who_has_left_in_between_owns_nothing_of_the_next_chunk(owned, between, monkeypatch):
    manager, tried = owned
    between(lambda: monkeypatch.setattr(people, "members_of", nobody))
    done = manager.start(tried)
    # The twin of a row that was understood twice is still the twin of the first of them, and no row its own.
    assert done["counts"] == {"created": 2, "refused": 1, "skipped": 1}
    with tenant_context(manager.store):
        assert Customer.objects.count() == 2


def put_into_indexes(store) -> int:
    """What waited in lists of any index of the store, in pages."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT sum(gin_clean_pending_list(c.oid::regclass)) FROM pg_class c JOIN pg_am a ON a.oid = c.relam "
            "WHERE a.amname = 'gin' AND c.relnamespace = %s::regnamespace",
            [store.schema],
        )
        return int(cursor.fetchone()[0])


def test_searches_read_no_list_of_what_waits_for_their_indexes(owned, between):
    manager, tried = owned
    between(lambda: None)
    # What other tests wrote and took out again waits there too.
    put_into_indexes(manager.store)
    manager.start(tried)
    assert put_into_indexes(manager.store) == 0
