from decimal import Decimal

import pytest

from chezhan.headquarters.imports.errors import WrongMoment
from chezhan.headquarters.imports.work import taking_back
from chezhan.modules.intake import services as intake
from chezhan.modules.intake.models import IntakeTouch
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from tenants.context import tenant_context
from tests.factories.sales_files import invent_sales
from tests.integration.headquarters.imports.conftest import Killed, counts, kill_in, let_lease_run_out, rows


def test_undo_leaves_nothing_but_the_new_stores_and_names_them(importer, tmp_path):
    owner = importer()
    file = invent_sales(tmp_path / "sales.csv", rows=60, stores=3)
    job_id = owner.whole(file.path)
    owner.undo(job_id)
    job = owner.job(job_id)
    assert (job.status, job.outcome["undo"]["kept"]) == ("undone", 0)
    assert set(job.outcome["undo"]["stores_left"]) == file.stores
    for name in file.stores:
        assert counts(owner.stores()[name]) == (0, 0, 0)
        with tenant_context(owner.stores()[name]):
            assert not IntakeTouch.objects.exists()


def test_undo_of_an_update_brings_the_former_values_back(importer, cast):
    owner = importer()
    owner.whole(rows("安和北店,A1,1/13/2022,100,Ann,,Ford,Fox"))
    second = owner.whole(rows("安和北店,A1,1/13/2022,150,Ann,,Ford,Ka", "安和北店,A2,1/13/2022,1,Ben,,Ford,Fox"))
    owner.undo(second)
    with tenant_context(cast.stores["north"]):
        order = SalesOrder.objects.get()
        assert (order.number, order.price, order.series, order.vehicle.series) == ("A1", Decimal(100), "Fox", "Fox")


def test_two_imports_can_be_undone_one_after_the_other(importer, cast):
    owner = importer()
    first = owner.whole(rows("安和北店,A1,1/13/2022,100,Ann,,Ford,Fox"))
    second = owner.whole(rows("安和北店,A1,1/13/2022,150,Ann,,Ford,Fox"))
    owner.undo(second)
    owner.undo(first)
    assert owner.job(first).outcome["undo"]["kept"] == 0
    assert counts(cast.stores["north"]) == (0, 0, 0)


def test_what_somebody_changed_since_stays_with_all_it_needs_and_is_named(importer, cast):
    owner = importer()
    job_id = owner.whole(rows("安和北店,A1,1/13/2022,100,Ann,,Ford,Fox", "安和北店,A2,1/13/2022,100,Ben,,Ford,Fox"))
    with tenant_context(cast.stores["north"]):
        SalesOrder.objects.filter(number="A1").update(price=120, version=2)
    owner.undo(job_id)
    undo = owner.job(job_id).outcome["undo"]
    assert {(record["entity"], record["reason"]) for record in undo["kept_records"]} == {
        ("sales_order", "changed"),
        ("vehicle", "referred"),
        ("customer", "referred"),
    }
    assert undo["kept"] == 3
    with tenant_context(cast.stores["north"]):
        assert SalesOrder.objects.get().price == 120
        assert Customer.objects.get().name == "Ann"


def test_an_undo_that_is_killed_goes_on_where_it_was(importer, tmp_path, monkeypatch):
    owner = importer()
    file = invent_sales(tmp_path / "sales.csv", rows=30, stores=2)
    job_id = owner.whole(file.path)
    monkeypatch.setattr(intake, "UNDO_STEP", 5)
    with monkeypatch.context() as patch:
        kill_in(patch, taking_back, "take_back_step", at=2)
        with pytest.raises(Killed):
            owner.undo(job_id)
    assert sum(counts(owner.stores()[name])[2] for name in file.stores) == 25
    let_lease_run_out(job_id)
    owner.worker(job_id)
    assert owner.job(job_id).outcome["undo"]["kept"] == 0
    assert [counts(owner.stores()[name]) for name in file.stores] == [(0, 0, 0)] * 2


def test_what_was_never_started_cannot_be_undone(importer):
    owner = importer()
    job_id = owner.ready(rows("安和北店,A1,1/13/2022,100,Ann,,Ford,Fox"))
    with pytest.raises(WrongMoment):
        owner.undo(job_id)
    assert owner.job(job_id).status == "ready"


def test_undo_leaves_the_sales_of_others_alone(importer, cast):
    owner = importer()
    owner.whole(rows("安和北店,B1,1/13/2022,100,Cleo,,Ford,Fox"))
    job_id = owner.whole(rows("安和北店,A1,1/13/2022,100,Ann,,Ford,Fox"))
    owner.undo(job_id)
    with tenant_context(cast.stores["north"]):
        assert [order.number for order in SalesOrder.objects.all()] == ["B1"]
