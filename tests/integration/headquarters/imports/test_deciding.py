import datetime as dt

import pytest

from chezhan.catalogue.importing.files.refusals import FileBinary, FileTooLarge
from chezhan.headquarters.imports.cells import whole_plan
from chezhan.headquarters.imports.errors import (
    ImportAtWork,
    NothingToImport,
    OwnerMustStart,
    StoresMissing,
    WrongMoment,
)
from chezhan.headquarters.imports.mapping import MappingInvalid
from chezhan.headquarters.imports.models import ImportJob
from chezhan.headquarters.imports.services import decide
from chezhan.headquarters.imports.storage import forget_old_files, upload_path
from chezhan.headquarters.imports.work import writing
from chezhan.kernel import clock
from chezhan.kernel.errors import Forbidden, NotFound
from tenants.context import public_context
from tests.factories.sales_files import invent_sales
from tests.integration.headquarters.imports.conftest import counts, rows

ROW = "安和北店,A1,1/13/2022,100,Ann,,Ford,Fox"


def jobs():
    with public_context():
        return ImportJob.objects.count()


def test_a_refused_file_leaves_nothing(importer, settings):
    with pytest.raises(FileBinary):
        importer().upload(b"%PDF-1.7 not sales")
    assert jobs() == 0
    assert list((settings.FILES / "imports").glob("*")) == []


def test_a_file_beyond_the_limit_is_not_read_to_its_end(importer, settings):
    settings.IMPORT_MAX_BYTES = 10
    with pytest.raises(FileTooLarge):
        importer().upload(rows(ROW))
    assert list((settings.FILES / "imports").glob("*")) == []


def test_a_file_that_breaks_off_later_ends_as_failed_with_the_reason(importer):
    owner = importer()
    job_id = owner.ready(rows(ROW, '安和北店,"A2,1/13/2022,100,Ann,,Ford,Fox'))
    job = owner.job(job_id)
    assert (job.status, job.error["code"], job.error["params"]) == ("failed", "import_file_quote_open", {"row": 3})
    with pytest.raises(WrongMoment):
        owner.start(job_id)


def test_a_column_can_be_given_another_field_and_the_plan_follows(importer):
    owner = importer()
    job_id = owner.ready(rows("安和北店,A1,1/13/2022,100,Ann,7", header="Store,Number,Date,Price,Customer Name,secret"))
    targets = dict(enumerate(["store", "number", "ordered_on", "price", "customer_name", "trim"]))
    decide.map_columns(actor=owner.actor, job_id=job_id, targets=targets, date_orders={})
    assert owner.job(job_id).plan is None
    owner.worker(job_id)
    assert whole_plan(owner.job(job_id))["preview"][0]["understood"]["trim"] == "7"


def test_without_its_required_fields_an_import_waits_for_them(importer):
    owner = importer()
    job_id = owner.ready(rows("安和北店,A1,1/13/2022", header="Store,Number,Date"))
    assert owner.job(job_id).plan is None
    with pytest.raises(MappingInvalid) as refusal:
        owner.start(job_id)
    assert set(refusal.value.fields) == {"price", "customer_name"}


def test_where_every_row_is_refused_nothing_starts(importer):
    owner = importer()
    job_id = owner.ready(rows("安和北店,A1,1/13/2022,dear,Ann,,Ford,Fox"))
    with pytest.raises(NothingToImport):
        owner.start(job_id)


def test_only_the_owner_may_start_what_makes_stores(importer):
    analyst = importer("analyst")
    job_id = analyst.ready(rows("A New Store,A1,1/13/2022,100,Ann,,Ford,Fox"))
    assert analyst.job(job_id).trial["stores"][0]["store"] is None
    with pytest.raises(OwnerMustStart):
        analyst.start(job_id)
    assert "A New Store" not in analyst.stores()
    owner = importer("owner")
    with pytest.raises(StoresMissing):
        owner.start(job_id, create_stores=False)
    owner.start(job_id)
    owner.worker(job_id)
    assert counts(owner.stores()["A New Store"])[2] == 1


def test_operations_may_import_into_stores_that_are_there(importer, cast):
    analyst = importer("analyst")
    analyst.whole(rows(ROW))
    assert counts(cast.stores["north"])[2] == 1


def test_people_of_another_group_see_no_job_and_change_nothing(importer):
    job_id = importer().ready(rows(ROW))
    rival = importer("rival_owner", group="b")
    for attempt in (
        lambda: rival.job(job_id),
        lambda: rival.start(job_id),
        lambda: decide.cancel_import(actor=rival.actor, job_id=job_id, now=clock.now()),
        lambda: decide.undo_import(actor=rival.actor, job_id=job_id),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert importer().job(job_id).status == "ready"


def test_a_stranger_may_not_upload(importer):
    with pytest.raises(Forbidden):
        importer("stranger").upload(rows(ROW))
    assert jobs() == 0


def test_one_import_of_a_group_is_written_at_a_time(importer):
    owner, analyst = importer("owner"), importer("analyst")
    first, second = owner.ready(rows(ROW)), analyst.ready(rows(ROW.replace("A1", "A2")))
    owner.start(first)
    with pytest.raises(ImportAtWork) as refusal:
        analyst.start(second)
    assert refusal.value.status == 409
    assert refusal.value.params["by"] == "Owner"
    assert refusal.value.params["path"].endswith(f"/imports/{first}")
    assert refusal.value.params["same_file"] is False
    owner.worker(first)
    analyst.start(second)
    analyst.worker(second)
    assert analyst.job(second).status == "done"


def test_the_file_that_is_being_written_is_refused_at_the_door(importer, settings):
    owner, analyst = importer("owner"), importer("analyst")
    job_id = owner.ready(rows(ROW))
    owner.start(job_id)
    with pytest.raises(ImportAtWork) as refusal:
        analyst.upload(rows(ROW))
    assert (refusal.value.params["by"], refusal.value.params["same_file"]) == ("Owner", True)
    assert refusal.value.params["since"]
    assert jobs() == 1
    assert len(list((settings.FILES / "imports").glob("*"))) == 1


def test_another_group_is_not_held_up(importer):
    owner, rival = importer("owner"), importer("rival_owner", group="b")
    owner.start(owner.ready(rows(ROW)))
    rival.whole(rows("博远一店,A1,1/13/2022,100,Ann,,Ford,Fox"))
    assert counts(rival.stores()["博远一店"])[2] == 1


def test_cancel_stops_between_chunks_and_the_rest_can_follow(importer, monkeypatch, tmp_path):
    owner = importer()
    monkeypatch.setattr(writing, "CHUNK", 10)
    job_id = owner.ready(invent_sales(tmp_path / "sales.csv", rows=30, stores=1).path)
    owner.start(job_id)
    note = writing._note

    def _note_and_cancel(part, so_far, *, status):
        note(part, so_far, status=status)
        if so_far.chunks == 1 and not owner.job(job_id).cancel_asked:
            decide.cancel_import(actor=owner.actor, job_id=job_id, now=clock.now())

    with monkeypatch.context() as patch:
        patch.setattr(writing, "_note", _note_and_cancel)
        owner.worker(job_id)
    assert owner.job(job_id).status == "cancelled"
    assert counts(owner.stores()["Store 1 & Sons"])[2] == 10
    owner.start(job_id)
    owner.worker(job_id)
    assert counts(owner.stores()["Store 1 & Sons"])[2] == 30
    assert owner.job(job_id).outcome["created"] == 30


def test_a_dry_run_writes_nothing_and_counts_what_would_happen(importer, cast):
    owner = importer()
    owner.whole(rows(ROW))
    job_id = owner.ready(rows(ROW, ROW.replace("A1", "A2"), ROW.replace("安和北店", "Elsewhere Motors")))
    trial = owner.job(job_id).trial
    assert (trial["would_create"], trial["would_update"]) == (2, 1)
    assert {store["name"]: store["store"] and store["store"]["slug"] for store in trial["stores"]} == {
        "安和北店": cast.stores["north"].slug,
        "Elsewhere Motors": None,
    }
    assert counts(cast.stores["north"])[2] == 1
    assert "Elsewhere Motors" not in owner.stores()


def test_a_dry_run_can_be_asked_for_again(importer, cast):
    owner = importer()
    job_id = owner.ready(rows(ROW))
    owner.whole(rows(ROW, ROW.replace("A1", "A2")))
    decide.try_again(actor=owner.actor, job_id=job_id)
    assert owner.job(job_id).trial is None
    owner.worker(job_id)
    assert owner.job(job_id).trial["would_update"] == 1


def test_old_files_go_and_figures_stay(importer, settings):
    owner = importer()
    old, young = owner.whole(rows(ROW)), owner.whole(rows(ROW.replace("A1", "A2")))
    with public_context():
        ImportJob.objects.filter(id=old).update(created_at=clock.now() - dt.timedelta(days=31))
    forget_old_files(now=clock.now())
    assert not upload_path(job_id=old).exists()
    assert owner.job(old).outcome["created"] == 1
    assert upload_path(job_id=young).exists()
