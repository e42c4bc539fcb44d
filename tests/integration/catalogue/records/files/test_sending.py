"""What is taken in, and what is refused by name."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from PIL import Image

from chezhan.catalogue.records.files import storage
from chezhan.catalogue.records.files.models import StoredFile
from tenants.context import tenant_context
from tests.integration.catalogue.records.files.conftest import picture

pytestmark = pytest.mark.usefixtures("fields")
PDF = b"%PDF-1.7\n1 0 obj\n"


@pytest.fixture
def kept(showroom, stored):
    """How many rows, and how many files there are."""

    def _kept():
        with tenant_context(showroom.stores["north"]):
            return StoredFile.objects.count(), sum(one.is_file() for one in stored.rglob("*"))

    return _kept


def where_taken() -> bytes:
    place = Image.Exif()
    place.get_ifd(0x8825)[2] = (30.0, 15.0, 0.0)
    place[0x010F] = "NRY7-CAMERA"
    return picture(exif=place)


def test_a_document_is_kept_as_it_came(send, fetch, kept):
    file = send("manager", "x_papers", PDF, name="合同.pdf")
    assert (file["name"], file["size"], file["kind"]) == ("合同.pdf", len(PDF), "application/pdf")
    assert fetch("manager", file).body == PDF
    assert kept() == (1, 1)


def test_a_picture_tells_no_more_where_it_was_taken(send, fetch):
    assert b"NRY7-CAMERA" in where_taken()
    file = send("manager", "x_photo", where_taken())
    body = fetch("manager", file).body
    assert b"NRY7-CAMERA" not in body
    with Image.open(io.BytesIO(body)) as made:
        assert (made.size, dict(made.getexif())) == ((800, 600), {})
    with Image.open(io.BytesIO(fetch("manager", file, more="/small").body)) as small:
        assert (small.size, small.format) == ((400, 300), "WEBP")


def test_a_turned_picture_stands_upright(send, fetch):
    turned = Image.Exif()
    turned[0x0112] = 6
    file = send("manager", "x_photo", picture(exif=turned))
    with Image.open(io.BytesIO(fetch("manager", file).body)) as made:
        assert made.size == (600, 800)


def test_a_picture_under_the_name_of_another_kind_gets_the_right_one(send):
    assert send("manager", "x_photo", picture("PNG"), name="微信图片.jpg")["name"] == "微信图片.png"


def _zip(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.docx", _zip("[Content_Types].xml", "word/document.xml"), "wordprocessingml.document"),
        ("a.zip", _zip("a.txt"), "application/zip"),
        ("a.csv", "姓名,电话\n".encode("gb18030"), "text/csv"),
        ("a.html", b"<!DOCTYPE html><script>1</script>", "text/html"),
        ("a.svg", b"<svg xmlns='x'/>", "image/svg+xml"),
        ("a.bin", bytes(range(7, 200)), "application/octet-stream"),
    ],
)
def test_the_kind_is_that_of_the_contents(send, fetch, name, content, kind):
    file = send("manager", "x_papers", content, name=name)
    assert file["kind"].endswith(kind)
    answer = fetch("manager", file)
    # None of these is ever shown by a browser in place.
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["X-Content-Type-Options"], "sandbox" in answer["Content-Security-Policy"]) == ("nosniff", True)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("x_papers", "a.pdf", b"<html><script>1</script>"), "file_says_otherwise"),
        (("x_papers", "a.docx", PDF), "file_says_otherwise"),
        (("x_papers", "a.txt", b"<script>1</script>"), "file_says_otherwise"),
        (("x_papers", "a.jpg", PDF), "file_says_otherwise"),
        (("x_papers", "a.exe", b"MZ\x90\0"), "program_refused"),
        (("x_papers", "a.pdf", b"MZ\x90\0"), "program_refused"),
        (("x_papers", "a.zip", _zip("AndroidManifest.xml")), "program_refused"),
        (("x_papers", "a.bat", b"del *"), "program_refused"),
        (("x_papers", "a.txt", b""), "empty_file"),
        (("x_photo", "a.heic", b"\0\0\0\x18ftypheic\0\0\0\0"), "picture_kind_refused"),
        (("x_photo", "a.pdf", PDF), "file_kind_refused"),
        (("x_photo", "a.svg", b"<svg onload='x'/>"), "file_kind_refused"),
        (("x_photo", "a.jpg", picture()[:400]), "broken_picture"),
        (("x_photo", "a.png", picture("PNG", (8000, 8000))), "picture_too_large"),
        (("name", "a.pdf", PDF), "no_file_field"),
        (("x_nothing", "a.pdf", PDF), "unknown_field"),
    ],
)
def test_it_is_refused_by_name_and_nothing_stays(send, kept, asked, code):
    field, name, content = asked
    error = send("manager", field, content, name=name, status=422)
    assert error["error"]["code"] == code
    assert kept() == (0, 0)


def test_a_field_and_a_store_have_their_limits(add, settings, send, kept):
    add("customer", "小", type="file", name="x_small", settings={"max_mb": 1})
    much = PDF + bytes(1_100_000)
    error = send("manager", "x_small", much, name="a.pdf", status=413)["error"]
    assert (error["code"], error["params"]) == ("file_over_limit", {"limit_mb": 1})
    settings.STORE_FILES_BYTES = 20
    assert send("manager", "x_papers", PDF + b"12345", name="a.pdf", status=422)["error"]["code"] == "storage_full"
    assert kept() == (0, 0)


def test_two_at_once_do_not_pass_the_room_of_a_store(sign_in, settings, send, kept, monkeypatch):
    settings.STORE_FILES_BYTES = len(PDF) + 5
    clients = [sign_in(who, store="north") for who in ("manager", "owner")]
    both, write = Barrier(2, timeout=30), storage.write

    def after_both(**what):
        # Each has found room for itself by now.
        both.wait()
        write(**what)

    monkeypatch.setattr(storage, "write", after_both)

    def press(client):
        try:
            told = {"entity": "customer", "field": "x_papers", "file": SimpleUploadedFile("a.pdf", PDF)}
            return client.post("/api/store/files", told).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(press, clients)) == [201, 422]
    assert kept() == (1, 1)


def test_sent_twice_with_one_key_it_is_there_once(send, kept):
    first = send("manager", "x_papers", PDF, name="a.pdf", idempotency_key="k1")
    assert send("manager", "x_papers", PDF, name="a.pdf", idempotency_key="k1") == first
    error = send("manager", "x_papers", PDF + b"!", name="a.pdf", idempotency_key="k1", status=422)
    assert error["error"]["code"] == "idempotency_key_reused"
    assert kept() == (1, 1)


def test_when_the_row_is_not_kept_the_bytes_are_not_either(send, kept, monkeypatch):
    monkeypatch.setattr(StoredFile.objects, "create", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        send("manager", "x_papers", PDF, name="a.pdf")
    monkeypatch.undo()
    assert kept() == (0, 0)
