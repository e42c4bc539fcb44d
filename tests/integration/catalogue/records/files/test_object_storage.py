"""Files in an S3-compatible storage: they come and go as on a disk, and nobody has them but through the gate."""

import datetime as dt
import urllib.error
import urllib.request

import pytest

from chezhan.catalogue.records.files import storage
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.records.files.removing import sweep
from chezhan.config.settings.storing import in_s3
from chezhan.kernel import clock
from tenants.context import tenant_context
from tests.doubles.s3 import ACCESS_KEY, BUCKET, SECRET_KEY, serving_bucket
from tests.integration.catalogue.records.files.conftest import picture

pytestmark = pytest.mark.usefixtures("fields")
PDF = b"%PDF-1.7\n0123456789"


@pytest.fixture
def bucket(stored, settings):
    """As the settings make it of their variables."""
    with serving_bucket() as bucket:
        kept = in_s3(
            bucket=BUCKET, endpoint=bucket.endpoint, region="cn-east-1", access_key=ACCESS_KEY, secret_key=SECRET_KEY,
            addressing="path",
        )  # fmt: skip
        settings.STORAGES = {**settings.STORAGES, "stored": kept}
        yield bucket


@pytest.fixture
def north(showroom):
    return showroom.stores["north"]


def test_bytes_come_and_go_through_the_gate_alone(bucket, send, fetch, make, set_policy):
    paper, photo = send("manager", "x_papers", PDF, name="合同.pdf"), send("manager", "x_photo", picture())
    make(x_papers=[paper], x_photo=[photo])
    assert len(bucket.objects) == 3
    assert fetch("advisor", paper).body == PDF
    assert fetch("advisor", paper, status=206, range="bytes=9-12").body == b"0123"
    assert fetch("advisor", photo, more="/small").headers["Content-Type"] == "image/webp"
    for key in bucket.objects:
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(f"{bucket.endpoint}/{BUCKET}/{key}", timeout=5)
    fetch("both", paper, status=404, store="south")


def test_what_is_large_goes_in_parts(bucket, send, fetch, make):
    whole = PDF + bytes(range(256)) * 36_000
    file = send("manager", "x_papers", whole, name="a.pdf")
    assert bucket.calls.count("POST object") == 2 and bucket.parts == {}
    assert fetch("manager", file).body == whole


def test_what_is_lost_and_what_is_out_of_reach_are_said(bucket, send, fetch, north):
    file = send("manager", "x_papers", PDF, name="a.pdf")
    bucket.away = True
    assert fetch("manager", file, status=503).json()["error"]["code"] == "storage_away"
    assert send("manager", "x_papers", PDF, name="b.pdf", status=503)["error"]["code"] == "storage_away"
    bucket.away = False
    with tenant_context(north):
        assert [one.name for one in StoredFile.objects.all()] == ["a.pdf"]
    bucket.objects.clear()
    assert fetch("manager", file, status=410).json()["error"]["code"] == "file_lost"


def test_what_nobody_holds_goes_and_a_store_is_emptied(bucket, send, make, ask, showroom):
    north = showroom.stores["north"]
    customer = make(x_photo=[send("manager", "x_photo", picture())])
    ask("owner", "POST", "records/customer/delete", {"ids": [customer["id"]]})
    ask("owner", "POST", "bin/erase", {"entity": "customer", "ids": [customer["id"]], "confirm": "erase"})
    assert bucket.objects == {}
    kept = [send("manager", "x_papers", PDF, name=f"{number}.pdf") for number in range(4)]
    with tenant_context(north):
        key = StoredFile.objects.get(id=kept[0]["id"]).key
    # Bytes whose upload was killed before their row, long ago and just now.
    for name in ("ab/old", "ab/new"):
        bucket.objects[f"{north.id.hex}/{name}"] = b"x"
        bucket.written[f"{north.id.hex}/{name}"] = clock.now() - dt.timedelta(days=2 if name == "ab/old" else 0)
    elsewhere = f"{showroom.stores['south'].id.hex}/ab/theirs"
    bucket.objects[elsewhere] = b"y"
    sweep(store=north, now=clock.now())
    assert key in bucket.objects and len(bucket.objects) == 6
    assert f"{north.id.hex}/ab/old" not in bucket.objects
    storage.remove_folder(store_id=north.id)
    assert list(bucket.objects) == [elsewhere]
