import pytest
from django.core.cache import cache

from chezhan.headquarters.imports import tasks
from chezhan.headquarters.imports.work import leases, writing
from chezhan.modules.intake.models import IntakeChunk
from chezhan.modules.sales.models import SalesOrder
from tenants.context import public_context, tenant_context
from tests.factories.sales_files import invent_sales
from tests.integration.headquarters.imports.conftest import Killed, counts, kill_in, let_lease_run_out, rows


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setattr(writing, "CHUNK", 10)


def test_a_worker_killed_inside_a_chunk_leaves_none_of_it_and_the_next_goes_on(
    importer, tmp_path, monkeypatch, small_chunks
):
    owner = importer()
    file = invent_sales(tmp_path / "sales.csv", rows=90, stores=3)
    job_id = owner.ready(file.path)
    owner.start(job_id)
    with monkeypatch.context() as patch:
        kill_in(patch, writing, "take_in_chunk", at=3)  # before its transaction commits
        with pytest.raises(Killed):
            owner.worker(job_id)
    first = owner.stores()["Store 2 & Sons"]
    assert counts(first)[2] == 20
    assert owner.job(job_id).status == "running"
    let_lease_run_out(job_id)
    assert owner.worker(job_id)
    assert owner.job(job_id).outcome["created"] == 90
    stores = [store for name, store in owner.stores().items() if name in file.stores]
    assert [counts(store) for store in stores] == [(30, 30, 30)] * 3
    with tenant_context(first):
        assert sorted(IntakeChunk.objects.values_list("chunk_no", flat=True)) == [0, 1, 2]


def test_a_worker_killed_between_chunk_and_note_writes_nothing_twice(importer, monkeypatch, tmp_path, small_chunks):
    owner = importer()
    file = invent_sales(tmp_path / "sales.csv", rows=40, stores=1)
    job_id = owner.ready(file.path)
    owner.start(job_id)
    notes = []

    def _note(part, so_far, *, status):
        notes.append(so_far.rows)
        if so_far.rows == 20:  # the second chunk is in, and the job's row does not know yet
            raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(writing, "_note", _note)
        with pytest.raises(Killed):
            owner.worker(job_id)
    let_lease_run_out(job_id)
    owner.worker(job_id)
    (name,) = file.stores
    assert notes == [0, 10, 20]
    assert counts(owner.stores()[name]) == (40, 40, 40)
    part = owner.parts(job_id)[name]
    assert (part.created, part.updated, part.unchanged) == (40, 0, 0)
    with tenant_context(owner.stores()[name]):
        assert sorted(IntakeChunk.objects.values_list("chunk_no", flat=True)) == [0, 1, 2, 3]


def test_a_worker_killed_after_making_a_store_finds_it_again(importer, monkeypatch):
    owner = importer()
    job_id = owner.ready(rows("Brand New Store,A1,1/13/2022,100,Ann,,Ford,Fox"))
    owner.start(job_id)
    with monkeypatch.context() as patch:
        kill_in(patch, writing, "create_store", at=1)
        with pytest.raises(Killed):
            owner.worker(job_id)
    let_lease_run_out(job_id)
    owner.worker(job_id)
    assert list(owner.stores()).count("Brand New Store") == 1
    assert owner.job(job_id).outcome["stores_made"] == ["Brand New Store"]


def test_of_two_workers_one_gets_the_job(importer, tmp_path):
    owner = importer()
    job_id = owner.ready(invent_sales(tmp_path / "sales.csv", rows=20, stores=1).path)
    owner.start(job_id)
    lease, _ = leases.claim(job_id=job_id)
    assert owner.worker(job_id) is False
    assert "Store 1 & Sons" not in owner.stores()
    lease.let_go()
    assert owner.worker(job_id) is True
    assert counts(owner.stores()["Store 1 & Sons"])[2] == 20


def test_a_worker_that_lost_its_lease_stops_and_leaves_the_job_to_the_other(
    importer, monkeypatch, tmp_path, small_chunks
):
    owner = importer()
    job_id = owner.ready(invent_sales(tmp_path / "sales.csv", rows=30, stores=1).path)
    owner.start(job_id)
    note, others = writing._note, []

    def _another_takes_over(part, so_far, *, status):
        note(part, so_far, status=status)
        if so_far.chunks == 1 and not others:
            let_lease_run_out(job_id)
            others.append(leases.claim(job_id=job_id))

    monkeypatch.setattr(writing, "_note", _another_takes_over)
    owner.worker(job_id)
    assert owner.job(job_id).status == "running"
    assert sum(counts(store)[2] for name, store in owner.stores().items() if "Sons" in name) == 10
    ((lease, _),) = others
    lease.keep()


def test_orphans_are_found_and_woken_and_held_jobs_are_not(importer, monkeypatch):
    owner = importer()
    orphan = owner.upload(rows("安和北店,A1,1/13/2022,100,Ann,,Ford,Fox"))
    held = owner.upload(rows("安和北店,A2,1/13/2022,100,Ann,,Ford,Fox"))
    leases.claim(job_id=held)
    woken = []
    monkeypatch.setattr(tasks.advance_import, "apply_async", lambda *, args, **options: woken.extend(args))
    tasks.wake_orphans()
    assert woken == [str(orphan)]


def test_what_the_database_refuses_for_good_ends_as_failed_and_can_be_gone_on_with(importer, monkeypatch, tmp_path):
    owner = importer()
    file = invent_sales(tmp_path / "sales.csv", rows=10, stores=1)
    job_id = owner.ready(file.path)
    owner.start(job_id)

    def _break(**kwargs):
        raise ValueError("unheard of")

    with monkeypatch.context() as patch:
        patch.setattr(writing, "take_in_chunk", _break)
        with pytest.raises(ValueError):
            owner.worker(job_id)
    job = owner.job(job_id)
    assert (job.status, job.error["code"]) == ("failed", "import_broke")
    owner.start(job_id)
    owner.worker(job_id)
    assert owner.job(job_id).status == "done"


def test_a_person_who_lost_the_right_meanwhile_brings_nothing_in(importer, cast):
    analyst = importer("analyst")
    job_id = analyst.ready(rows("安和北店,A1,1/13/2022,100,Ann,,Ford,Fox"))
    analyst.start(job_id)
    with public_context():
        cast.people["analyst"].memberships.all().delete()
    cache.clear()
    analyst.worker(job_id)
    job = importer("owner").job(job_id)
    assert (job.status, job.error["code"]) == ("failed", "forbidden")
    with tenant_context(cast.stores["north"]):
        assert not SalesOrder.objects.exists()
