"""A store with fields that hold files, and files to send up."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.integration.catalogue.definitions.conftest import add, fresh
from tests.integration.catalogue.records.around.conftest import ask, make, set_policy, showroom

__all__ = ["add", "ask", "make", "set_policy", "showroom"]


@pytest.fixture(autouse=True)
def stored(settings, tmp_path):
    """Where the bytes lie."""
    place = tmp_path / "stored"
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": place}}
    settings.STORAGES = {**settings.STORAGES, "stored": kept}
    return place


def picture(form: str = "JPEG", size: tuple[int, int] = (800, 600), **options) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "#cc3311").save(made, form, **options)
    return made.getvalue()


@pytest.fixture
def send(showroom, sign_in):
    """send("manager", "x_photo", b"…", name="a.jpg") → what the field will hold."""

    def _send(who, field, content, *, name="a.jpg", status=201, entity="customer", store="north", **headers):
        response = sign_in(who, store=store).post(
            "/api/store/files",
            {"entity": entity, "field": field, "file": SimpleUploadedFile(name, content)},
            headers=headers,
        )
        assert response.status_code == status, response.content.decode()
        return response.json()

    return _send


@pytest.fixture
def fetch(showroom, sign_in):
    """fetch("manager", file) → the response, its bytes in `.body`."""

    def _fetch(who, file, *, status=200, more="", store="north", **headers):
        response = sign_in(who, store=store).get(f"/api/store/files/{file['id']}{more}", headers=headers)
        assert response.status_code == status, response.content.decode() if not response.streaming else ""
        response.body = b"".join(response.streaming_content) if response.streaming else response.content
        return response

    return _fetch


@pytest.fixture
def fields(showroom, add, monkeypatch):
    """customer.x_papers holds files, customer.x_photo pictures."""
    add("customer", "证件", type="file", name="x_papers")
    add("customer", "照片", type="photo", name="x_photo")
    # The cast outlives this test, and the fields do not.
    monkeypatch.setitem(showroom.stores, "north", fresh(showroom.stores["north"]))
