"""Take a file through an import as a person and a worker would."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chezhan.access import Actor
from chezhan.headquarters.imports.models import ImportJob, ImportPart
from chezhan.headquarters.imports.queries import get_job
from chezhan.headquarters.imports.services import decide
from chezhan.headquarters.imports.services.upload import upload_import
from chezhan.headquarters.imports.work.driving import drive
from chezhan.kernel import clock
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.vehicles.models import Vehicle
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.lookup import stores_of

HEADER = "Store,Number,Date,Price,Customer Name,Phone,Brand,Series"


@dataclass
class Importer:
    """One person at an import. `worker` is what Celery would do."""

    actor: Actor

    def upload(self, content: bytes | str | Path, *, name: str = "sales.csv") -> UUID:
        if isinstance(content, Path):
            content = content.read_bytes()
        data = content.encode() if isinstance(content, str) else content
        return upload_import(actor=self.actor, file_name=name, chunks=[data], now=clock.now())

    def worker(self, job_id: UUID) -> bool:
        return drive(job_id=job_id)

    def ready(self, content: bytes | str | Path) -> UUID:
        job_id = self.upload(content)
        self.worker(job_id)
        return job_id

    def start(self, job_id: UUID, *, create_stores: bool = True, pack: str | None = None) -> None:
        decide.start_import(actor=self.actor, job_id=job_id, create_stores=create_stores, pack=pack, now=clock.now())

    def whole(self, content: bytes | str | Path) -> UUID:
        job_id = self.ready(content)
        self.start(job_id)
        self.worker(job_id)
        return job_id

    def undo(self, job_id: UUID) -> None:
        decide.undo_import(actor=self.actor, job_id=job_id)
        self.worker(job_id)

    def job(self, job_id: UUID) -> ImportJob:
        return get_job(actor=self.actor, job_id=job_id)[0]

    def parts(self, job_id: UUID) -> dict[str, ImportPart]:
        return {part.name: part for part in get_job(actor=self.actor, job_id=job_id)[1]}

    def stores(self) -> dict[str, StoreRef]:
        with public_context():
            return {store.name: store for store in stores_of(group_id=self.actor.group.id)}


@pytest.fixture
def importer(cast, tmp_path, settings) -> Callable[[str], Importer]:
    """importer("owner") → that person of group A, with the files in a directory of the test's own."""
    settings.FILES = tmp_path / "files"

    def _importer(name: str = "owner", *, group: str = "a") -> Importer:
        return Importer(actor=cast.actor(name, group=group))

    return _importer


@pytest.fixture
def client(sign_in, cast, tmp_path, settings) -> Client:
    """The owner's browser; `base` is where the group's imports are."""
    settings.FILES = tmp_path / "files"
    made = sign_in("owner")
    made.base = f"/api/hq/{cast.groups['a'].slug}/imports"
    return made


def upload(client, content, name="sales.csv"):
    data = content if isinstance(content, bytes) else content.encode()
    return client.post(client.base, {"file": SimpleUploadedFile(name, data)})


def ready(client, content):
    answer = upload(client, content)
    assert answer.status_code == 201, answer.content
    drive(job_id=answer.json()["id"])
    return f"{client.base}/{answer.json()['id']}"


def rows(*lines: str, header: str = HEADER) -> str:
    return "\r\n".join([header, *lines, ""])


def counts(store: StoreRef) -> tuple[int, int, int]:
    """Customers, vehicles, orders of a store."""
    with tenant_context(store):
        return Customer.objects.count(), Vehicle.objects.count(), SalesOrder.objects.count()


def in_store(importer: Importer, name: str) -> Actor:
    return replace(importer.actor, store=importer.stores()[name])


class Killed(BaseException):
    """What a worker's process gets: nothing of the product catches it, so nothing is tidied up."""


def kill_in(monkeypatch, module, name, *, at):
    """The call number `at` of module.name does its work, and the worker dies before anything else happens."""
    real, calls = getattr(module, name), []

    def _dying(*args, **kwargs):
        result = real(*args, **kwargs)
        calls.append(1)
        if len(calls) == at:
            raise Killed
        return result

    monkeypatch.setattr(module, name, _dying)
    return calls


def let_lease_run_out(job_id):
    with public_context():
        ImportJob.objects.filter(id=job_id).update(lease_until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
