"""What a change of design leaves alone: values, other stores, the tables themselves when it fails."""

import threading

import pytest
from django.db import ProgrammingError, connection, connections

from chezhan.catalogue.definitions import designing
from chezhan.catalogue.definitions.models import CatalogueChange, CatalogueField
from chezhan.catalogue.definitions.refusals import (
    DesignBusy,
    EmptyValues,
    FieldNameTaken,
    HeadquartersOwn,
    SameValues,
    StillNeeded,
)
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.definitions.services.change_field import change_field
from chezhan.catalogue.definitions.services.retire import bring_back_field, retire_field
from chezhan.kernel.errors import NotFound
from tenants.context import tenant_context
from tests.integration.catalogue.definitions.conftest import catalogue_of, draft, fresh

COLUMNS = "SELECT column_name FROM information_schema.columns WHERE table_schema = %s AND column_name LIKE 'x%%'"


def _columns(database, store) -> set[str]:
    return {name for (name,) in database.wiper.execute(COLUMNS, [store.schema]).fetchall()}


def _manager(cast):
    return {"actor": cast.actor("manager", store="north"), "store": cast.stores["north"], "entity": "customer"}


def test_a_change_that_breaks_off_leaves_nothing(cast, add, database, monkeypatch):
    def break_off(*, store_id):
        raise ConnectionError("killed")

    monkeypatch.setattr(designing, "bump_revision", break_off)
    with pytest.raises(ConnectionError):
        add()
    assert not _columns(database, cast.stores["north"])
    with tenant_context(cast.stores["north"]):
        assert not CatalogueField.objects.exists()
        assert not CatalogueChange.objects.exists()
    assert fresh(cast.stores["north"]).revision == ""


def test_a_busy_table_is_not_waited_for_without_end(cast, add, database, monkeypatch):
    monkeypatch.setattr(designing, "WAITS", (0,))
    monkeypatch.setattr(designing, "LOCK_TIMEOUT", "50ms")
    with database.wiper.transaction():
        database.wiper.execute(f"LOCK TABLE {cast.stores['north'].schema}.customer IN ACCESS SHARE MODE")
        with pytest.raises(DesignBusy):
            add()
    assert not _columns(database, cast.stores["north"])
    assert add().name == "x_bei_zhu"


def test_two_who_add_at_once_both_get_a_field_of_their_own(cast):
    found: list[object] = []

    def run() -> None:
        try:
            found.append(add_field(**_manager(cast), draft=draft()).name)
        except Exception as error:
            found.append(error)
        finally:
            connections["owner"].close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, found)) == ["x_bei_zhu", "x_bei_zhu_2"]


def test_a_name_is_given_once_even_when_retired(cast, add):
    add(name="x_note")
    retire_field(**_manager(cast), name="x_note")
    with pytest.raises(FieldNameTaken):
        add(name="x_note")


def test_what_is_retired_is_gone_with_its_values_kept(cast, add, showroom):
    add(name="x_note")
    model = catalogue_of(cast.stores["north"]).entity_named("customer").model
    with tenant_context(cast.stores["north"]):
        model.objects.update(x_note="wichtig")
    retire_field(**_manager(cast), name="x_note")
    assert "x_note" not in catalogue_of(cast.stores["north"]).entity_named("customer").fields
    bring_back_field(**_manager(cast), name="x_note")
    assert "x_note" in catalogue_of(cast.stores["north"]).entity_named("customer").fields
    with tenant_context(cast.stores["north"]):
        assert set(model.objects.values_list("x_note", flat=True)) == {"wichtig"}


@pytest.mark.parametrize("name", ["name"])
def test_what_names_the_records_is_not_retired(cast, name):
    with pytest.raises(StillNeeded):
        retire_field(**_manager(cast), name=name)


def test_a_field_is_required_of_all_only_when_none_is_empty(cast, add, showroom):
    add(name="x_note")
    with pytest.raises(EmptyValues) as refusal:
        change_field(**_manager(cast), name="x_note", changes={"required": True})
    assert refusal.value.params["count"] == 5
    assert change_field(**_manager(cast), name="x_note", changes={"required": True}, accept_empty=True).required


def test_values_that_repeat_keep_a_field_from_being_unique(cast, add, showroom):
    add(name="x_note")
    model = catalogue_of(cast.stores["north"]).entity_named("customer").model
    with tenant_context(cast.stores["north"]):
        model.objects.update(x_note="same")
    with pytest.raises(SameValues):
        change_field(**_manager(cast), name="x_note", changes={"unique": True})
    with tenant_context(cast.stores["north"]):
        model.objects.update(x_note=None)
    assert change_field(**_manager(cast), name="x_note", changes={"unique": True}).unique


@pytest.mark.parametrize("table", ["catalogue_field", "catalogue_entity", "catalogue_change"])
def test_the_stores_own_role_reads_the_design_and_does_not_write_it(cast, table):
    with tenant_context(cast.stores["north"]), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone() == (0,)
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        tenant_context(cast.stores["north"]),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"DELETE FROM {table}")


def test_a_manager_designs_no_other_store(cast):
    with pytest.raises(NotFound):
        add_field(**_manager(cast) | {"store": cast.stores["south"]}, draft=draft())


def test_what_headquarters_made_a_store_does_not_change(cast):
    actor, north = cast.actor("analyst", group="a"), cast.stores["north"]
    add_field(actor=actor, store=north, entity="customer", draft=draft(name="x_note"), origin="hq")
    for change in (
        lambda: retire_field(**_manager(cast), name="x_note"),
        lambda: change_field(**_manager(cast), name="x_note", changes={"section": "a"}),
    ):
        with pytest.raises(HeadquartersOwn):
            change()
    assert "x_note" in catalogue_of(north).entity_named("customer").fields


def test_stores_of_one_definition_share_one_catalogue(cast):
    actor = cast.actor("analyst", group="a")
    for name in ("north", "south"):
        add_field(actor=actor, store=cast.stores[name], entity="customer", draft=draft(), origin="hq")
    north, south = (catalogue_of(cast.stores[name]) for name in ("north", "south"))
    assert north is south
    assert catalogue_of(cast.stores["garage"]).digest == "built-in"
