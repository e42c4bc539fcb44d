from decimal import Decimal

from chezhan.headquarters.imports.work import writing
from chezhan.modules.sales.models import SalesOrder
from tenants.context import public_context, tenant_context
from tenants.models import Store
from tests.factories.sales_files import invent_sales
from tests.integration.headquarters.imports.conftest import counts, rows


def test_a_second_import_of_the_same_file_changes_nothing(importer, tmp_path):
    owner = importer()
    file = invent_sales(tmp_path / "sales.csv", rows=60, stores=3)
    owner.whole(file.path)
    before = {name: counts(store) for name, store in owner.stores().items()}
    again = owner.ready(file.path)
    job = owner.job(again)
    assert (job.trial["would_create"], job.trial["would_update"]) == (0, 60)
    assert "imported_before" in [notice["code"] for notice in job.notices]
    owner.start(again, create_stores=False)
    owner.worker(again)
    assert owner.job(again).outcome == {"created": 0, "updated": 0, "unchanged": 60, "stores_made": []}
    assert {name: counts(store) for name, store in owner.stores().items()} == before


def test_a_changed_row_updates_its_order(importer, cast):
    owner = importer()
    owner.whole(rows("安和北店,A1,1/13/2022,100,Ann,,Ford,Fox", "安和北店,A2,1/13/2022,100,Ben,,Ford,Fox"))
    again = owner.whole(rows("安和北店,A1,1/13/2022,150,Ann,,Ford,Fox", "安和北店,A2,1/13/2022,100,Ben,,Ford,Fox"))
    assert owner.job(again).outcome["updated"] == 1
    with tenant_context(cast.stores["north"]):
        assert SalesOrder.objects.get(number="A1").price == Decimal(150)
        assert SalesOrder.objects.count() == 2


def test_people_with_one_phone_and_other_names_stay_apart(importer, cast):
    importer().whole(
        rows(
            "安和北店,A1,1/13/2022,100,Ann,8429371,Ford,Fox",
            "安和北店,A2,1/14/2022,100,Ben,8429371,Ford,Fox",
            "安和北店,A3,1/15/2022,100,Ann,8429371,Ford,Ka",
        )
    )
    assert counts(cast.stores["north"]) == (2, 3, 3)


def test_a_store_is_found_whatever_its_capitals_and_blanks(importer):
    owner = importer()
    owner.whole(rows("Capitol KIA,A1,1/13/2022,100,Ann,,Kia,Rio"))
    again = owner.ready(rows("  capitol  kia ,A2,1/13/2022,100,Ben,,Kia,Rio"))
    assert owner.job(again).trial["stores"][0]["store"]["name"] == "Capitol KIA"
    owner.start(again, create_stores=False)
    owner.worker(again)
    assert counts(owner.stores()["Capitol KIA"])[2] == 2


def rename(store, name):
    with public_context():
        Store.objects.filter(id=store.id).update(name=name)


def test_a_store_renamed_between_two_imports_is_not_made_twice(importer):
    owner = importer()
    file = rows("Capitol KIA,A1,1/13/2022,100,Ann,,Kia,Rio")
    owner.whole(file)
    rename(owner.stores()["Capitol KIA"], "KIA in town")
    again = owner.ready(file.replace("100", "200"))
    owner.start(again, create_stores=False)
    owner.worker(again)
    assert "Capitol KIA" not in owner.stores()
    with tenant_context(owner.stores()["KIA in town"]):
        assert SalesOrder.objects.get().price == 200


def test_a_store_renamed_while_it_is_imported_gets_its_rows(importer, monkeypatch):
    owner = importer()
    monkeypatch.setattr(writing, "CHUNK", 1)
    job_id = owner.ready(rows(*(f"Capitol KIA,A{i},1/13/2022,100,Ann,,Kia,Rio" for i in range(3))))
    owner.start(job_id)
    note = writing._note

    def _note_and_rename(part, so_far, *, status):
        note(part, so_far, status=status)
        if so_far.chunks == 1 and "Capitol KIA" in owner.stores():
            rename(owner.stores()["Capitol KIA"], "KIA in town")

    monkeypatch.setattr(writing, "_note", _note_and_rename)
    owner.worker(job_id)
    assert owner.job(job_id).status == "done"
    assert counts(owner.stores()["KIA in town"])[2] == 3
    assert "Capitol KIA" not in owner.stores()
