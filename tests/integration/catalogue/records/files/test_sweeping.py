"""Files go with what held them, and those that nobody held go by themselves."""

import datetime as dt
import io
import os
import zipfile

import pytest
import time_machine

from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.records.files import storage
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.records.files.removing import sweep
from chezhan.kernel import clock
from tenants.context import tenant_context

pytestmark = pytest.mark.usefixtures("fields")
PDF = b"%PDF-1.7\n0123456789"


@pytest.fixture
def north(showroom):
    return showroom.stores["north"]


@pytest.fixture
def kept(north, stored):
    def _kept():
        with tenant_context(north):
            return sorted(StoredFile.objects.values_list("state", flat=True)), sum(
                one.is_file() for one in stored.rglob("*")
            )

    return _kept


def after(north, **time):
    return sweep(store=north, now=clock.now() + dt.timedelta(**time))


def test_what_is_never_saved_goes_after_a_day(send, make, north, kept):
    send("manager", "x_papers", PDF, name="a.pdf")
    make(x_papers=[send("manager", "x_papers", PDF, name="b.pdf")])
    assert after(north, hours=23) == 0
    assert after(north, hours=25) == 1
    assert kept() == (["attached"], 1)


def test_what_was_taken_out_can_come_back_for_as_long_as_a_deleted_record(send, make, ask, north, kept):
    customer = make(x_papers=[send("manager", "x_papers", PDF, name="a.pdf")])
    ask("manager", "PATCH", f"records/customer/{customer['id']}", {"version": 1, "values": {"x_papers": None}})
    assert kept() == (["detached"], 1)
    assert after(north, days=89) == 0
    assert after(north, days=91) == 1
    assert kept() == ([], 0)


def test_a_file_that_its_record_holds_all_the_same_stays(send, make, north, kept):
    make(x_papers=[send("manager", "x_papers", PDF, name="a.pdf")])
    with tenant_context(north):
        StoredFile.objects.update(state="detached")
    assert after(north, days=91) == 0
    assert kept() == (["attached"], 1)


def test_bytes_without_a_row_go_and_not_before_their_upload_can_be_over(north, stored, kept):
    storage.write(key=storage.new_key(store_id=north.id), content=io.BytesIO(b"x"))
    after(north)
    assert kept() == ([], 1)
    for one in stored.rglob("*"):
        os.utime(one, (0, 0))
    after(north)
    assert kept() == ([], 0)


def test_an_erased_record_takes_its_files_along(send, make, ask, kept):
    customer = make(x_papers=[send("manager", "x_papers", PDF, name="a.pdf")])
    ask("owner", "POST", "records/customer/delete", {"ids": [customer["id"]]})
    assert kept() == (["attached"], 1)
    ask("owner", "POST", "bin/erase", {"entity": "customer", "ids": [customer["id"]], "confirm": "erase"})
    assert kept() == ([], 0)


def test_a_persons_files_are_given_along(send, make, sign_in):
    customer = make(name="李雷", x_papers=[send("manager", "x_papers", PDF, name="李雷身份证.pdf")])
    place = f"/api/store/records/customer/{customer['id']}/personal-data"
    answer = sign_in("manager", store="north").get(f"{place}.zip")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        (name,) = [one for one in archive.namelist() if one.startswith("files/")]
        assert (name, archive.read(name)) == (f"files/customer/{customer['id']}/1-李雷身份证.pdf", PDF)


def test_a_persons_files_go_with_their_data(send, make, ask, kept, north):
    customer = make(name="李雷", x_papers=[send("manager", "x_papers", PDF, name="李雷身份证.pdf")])
    body = {"name": "李雷", "reason": "asked"}
    ask("owner", "POST", f"records/customer/{customer['id']}/personal-data/erase", body)
    assert kept() == ([], 0)
    with tenant_context(north):
        assert not [one for one in AuditEntry.objects.values_list("changes", flat=True) if "身份证" in str(one)]


def test_a_store_can_be_emptied_of_files(send, north, kept, stored):
    send("manager", "x_papers", PDF, name="a.pdf")
    storage.remove_folder(store_id=north.id)
    assert not [one for one in stored.rglob("*") if one.is_file()]


def test_time_does_not_matter_to_what_is_held(send, make, north, kept):
    make(x_papers=[send("manager", "x_papers", PDF, name="a.pdf")])
    with time_machine.travel(clock.now() + dt.timedelta(days=800), tick=False):
        assert sweep(store=north, now=clock.now()) == 0
    assert kept() == (["attached"], 1)
