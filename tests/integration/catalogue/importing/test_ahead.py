"""The next chunk is understood while this one is written: nothing of it counts on grounds that have changed since."""

import pytest
from django.db import connections

from chezhan.catalogue.importing.work import writing
from chezhan.catalogue.records.writes import people
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tenants.roles import OWNER
from tests.integration.catalogue.importing.conftest import sheet

HEADER = ["客户姓名", "手机号", "负责人"]


@pytest.fixture
def between(monkeypatch):
    """between(then): chunks of two rows; `then` is called when the first is written, the second understood or begun."""

    def _between(then):
        real = writing._enter

        def entering(bench, number, written):
            real(bench, number, written)
            if number == 0:
                then()

        monkeypatch.setattr(writing, "CHUNK", 2)
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


def test_it_goes_in_as_it_was_tried(owned, between):
    manager, tried = owned
    between(lambda: None)
    assert manager.start(tried)["counts"] == tried["trial"]["counts"] == {"created": 3, "skipped": 1}


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
