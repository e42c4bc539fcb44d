"""Stores are brought to the present migrations, each whole or not at all, and a second run has nothing to do."""

import threading
from dataclasses import replace

import pytest
from django.db import DatabaseError, connections

from tenants import fleet
from tenants.fleet import migrate_stores, pending
from tenants.template import store_template

NAME = "parties.9999_later"
SQL = (
    "CREATE TABLE later (id int);\n"
    "INSERT INTO django_migrations (app, name, applied) VALUES ('parties', '9999_later', now())"
)


@pytest.fixture
def later(cast, database, monkeypatch):
    """The code has one more migration than the stores; its traces go after the test."""
    template = store_template()
    newer = replace(template, migrations={**template.migrations, NAME: SQL})
    monkeypatch.setattr(fleet, "store_template", lambda: newer)
    yield newer
    connections["owner"].close()
    for store in cast.stores.values():
        database.wiper.execute(f"DROP TABLE IF EXISTS {store.schema}.later")
        database.wiper.execute(f"DELETE FROM {store.schema}.django_migrations WHERE name = '9999_later'")


def _with_table(cast, database) -> set[str]:
    return {
        name
        for name, store in cast.stores.items()
        if database.wiper.execute("SELECT to_regclass(%s)", [f"{store.schema}.later"]).fetchone()[0]
    }


def test_a_fleet_at_the_present_has_nothing_pending(cast):
    assert pending() == {}
    assert migrate_stores() == 0


def test_every_store_gets_what_it_lacks(cast, database, later):
    assert pending() == {store.schema: [NAME] for store in cast.stores.values()}
    assert migrate_stores() == len(cast.stores)
    assert _with_table(cast, database) == set(cast.stores)
    assert pending() == {}


def test_a_second_run_does_nothing(cast, later):
    migrate_stores()
    moved: list[str] = []
    assert migrate_stores(progress=lambda schema, names: moved.append(schema)) == 0
    assert not moved


def test_the_tables_of_a_migration_are_the_stores_own(cast, database, later):
    migrate_stores()
    assert database.wiper.execute("SELECT to_regclass('public.later')").fetchone()[0] is None


def test_a_store_that_fails_keeps_nothing_of_the_migration(cast, database, later, monkeypatch):
    north = cast.stores["north"]
    broken = replace(later, migrations={**later.migrations, NAME: f"{SQL};\nSELECT 1 / 0"})
    monkeypatch.setattr(fleet, "store_template", lambda: broken)
    with pytest.raises(DatabaseError):
        migrate_stores()
    assert not _with_table(cast, database)
    assert pending()[north.schema] == [NAME]


def test_a_run_that_broke_off_is_finished_by_the_next(cast, database, later, monkeypatch):
    last = list(pending())[-1]
    database.wiper.execute(f"CREATE TABLE {last}.later (in_the_way int)")
    with pytest.raises(DatabaseError):
        migrate_stores()
    database.wiper.execute(f"DROP TABLE {last}.later")
    assert migrate_stores() == 1
    assert pending() == {}


def test_of_two_runs_at_once_each_store_is_moved_by_one(cast, later):
    moved: list[str] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            migrate_stores(progress=lambda schema, names: moved.append(schema))
        except Exception as error:
            failed.append(error)
        finally:
            connections["owner"].close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert sorted(moved) == sorted(store.schema for store in cast.stores.values())
