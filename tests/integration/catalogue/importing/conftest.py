"""Take a file through an import of a store as a person and a worker would."""

import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.work.driving import drive
from tenants.context import tenant_context
from tenants.directory import StoreRef


@dataclass
class Importing:
    """One person's browser at an import; `work` is what Celery would do."""

    client: Client
    store: StoreRef

    def post(self, address: str, body: Any = None) -> Any:
        return self.client.post(f"/api/store/imports/{address}", body or {}, content_type="application/json")

    def upload(self, content: bytes, *, entity: str = "customer", name: str = "客户.xlsx") -> Any:
        file = SimpleUploadedFile(name, content)
        return self.client.post(f"/api/store/records/{entity}/imports", {"file": file})

    def work(self, job_id: str) -> dict[str, Any]:
        drive(store=self.store, job_id=UUID(job_id))
        return self.job(job_id)

    def job(self, job_id: str) -> dict[str, Any]:
        answer = self.client.get(f"/api/store/imports/{job_id}")
        assert answer.status_code == 200, answer.content
        return answer.json()

    def read(self, content: bytes, *, entity: str = "customer") -> dict[str, Any]:
        answer = self.upload(content, entity=entity)
        assert answer.status_code == 201, answer.content
        return self.work(answer.json()["id"])

    def order(self, job: dict[str, Any], **changes: Any) -> dict[str, Any]:
        answer = self.post(f"{job['id']}/order", {**job["order"], **changes})
        assert answer.status_code == 200, answer.content
        return self.work(job["id"])

    def start(self, job: dict[str, Any]) -> dict[str, Any]:
        answer = self.post(f"{job['id']}/start")
        assert answer.status_code == 200, answer.content
        return self.work(job["id"])

    def undo(self, job: dict[str, Any]) -> dict[str, Any]:
        answer = self.post(f"{job['id']}/undo")
        assert answer.status_code == 200, answer.content
        return self.work(job["id"])

    def whole(self, content: bytes, *, entity: str = "customer", **order: Any) -> dict[str, Any]:
        return self.start(self.order(self.read(content, entity=entity), **order))

    def rows(self, job: dict[str, Any], **params: Any) -> list[dict[str, Any]]:
        return self.client.get(f"/api/store/imports/{job['id']}/rows", params).json()["rows"]

    def records(self, entity: str = "customer", **params: Any) -> list[dict[str, Any]]:
        found = self.client.get(f"/api/store/records/{entity}", {"limit": 200, "sort": "created_at", **params}).json()
        return found["rows"]


@pytest.fixture
def importing(sign_in, cast, tmp_path, settings) -> Callable[..., Importing]:
    """importing("manager") → that person in the north store, with the files in a directory of the test's own."""
    settings.FILES = tmp_path / "files"

    def _importing(name: str = "manager", *, store: str = "north") -> Importing:
        return Importing(sign_in(name, store=store), cast.stores[store])

    return _importing


def sheet(rows: Sequence[Sequence[Any]], *, then: Callable[..., None] | None = None, **options: Any) -> bytes:
    """An xlsx; `then(book, sheet)` adds what rows of values can't say."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, options)
    made = book.add_worksheet("客户")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for number, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, dt.date):
                made.write_datetime(number, column, cell, day)
            elif isinstance(cell, str):
                made.write_string(number, column, cell)
            elif cell is not None:
                made.write(number, column, cell)
    if then:
        then(book, made)
    book.close()
    return file.getvalue()


def let_lease_run_out(store: StoreRef, job_id: str) -> None:
    with tenant_context(store):
        RecordImport.objects.filter(id=job_id).update(lease_until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
