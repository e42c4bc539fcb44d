"""Write a planned file into the stores: store by store, chunk by chunk, each chunk one transaction."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import count, islice
from typing import Any

from chezhan.access import Actor, require
from chezhan.catalogue.importing.leases import Lease
from chezhan.headquarters.imports.matching import match_stores
from chezhan.headquarters.imports.models import ImportJob, ImportPart
from chezhan.headquarters.imports.parts import read_part
from chezhan.headquarters.imports.storage import plan_folder, remove_parts
from chezhan.headquarters.imports.work.acting import acting_for
from chezhan.kernel import clock
from chezhan.modules.intake.contracts import Taken
from chezhan.modules.intake.queries import taken_so_far
from chezhan.modules.intake.services import take_in_chunk
from chezhan.modules.parties.contracts import CustomerRow
from chezhan.modules.sales.contracts import SaleRow
from chezhan.modules.vehicles.contracts import VehicleRow
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.errors import NameTaken
from tenants.models import Store
from tenants.provisioning import create_store

CHUNK = 500

Status, Phase = ImportJob.Status, ImportJob.Phase
PartStatus = ImportPart.Status


def write_job(*, job: ImportJob, lease: Lease) -> None:
    """Goes on where the stores' own ledgers say it stopped; ends as done."""
    actor = acting_for(job=job, person_id=job.started_by_id)
    with public_context():
        parts = list(job.parts.select_related("store__group").order_by("number"))
    written = sum(part.done for part in parts)
    lease.keep(rows_done=written, measured_at=clock.now(), measured_rows=written)
    for part in parts:
        if part.status == PartStatus.DONE:
            continue
        store = StoreRef.of(part.store) if part.store else _make_store(job, part, actor, lease)
        _write_part(job, part, replace(actor, store=store), lease)
    lease.settle(
        status=Status.DONE,
        phase=Phase.NONE,
        finished_at=clock.now(),
        rows_done=sum(part.done for part in parts),
        outcome=_outcome(parts),
    )
    remove_parts(job_id=job.id)


def _write_part(job: ImportJob, part: ImportPart, actor: Actor, lease: Lease) -> None:
    store = actor.store
    assert store is not None
    with tenant_context(store):
        so_far = taken_so_far(actor=actor, job_id=job.id)
    _note(part, so_far, status=PartStatus.WRITING)
    before = _others_done(part)
    rows = read_part(path=plan_folder(job_id=job.id) / part.file, skip=so_far.rows)
    # All chunks but a part's last have the same size, so a number always stands for the same rows.
    for chunk_no in count(so_far.chunks):
        lease.keep(rows_done=before + so_far.rows, phase=Phase.WRITING)
        chunk = [_sale(row) for row in islice(rows, CHUNK)]
        if not chunk:
            break
        with tenant_context(store):
            take_in_chunk(actor=actor, store=store, job_id=job.id, chunk_no=chunk_no, rows=chunk)
            so_far = taken_so_far(actor=actor, job_id=job.id)
        _note(part, so_far, status=PartStatus.WRITING)
    _note(part, so_far, status=PartStatus.DONE)


def _others_done(part: ImportPart) -> int:
    with public_context():
        others = ImportPart.objects.filter(job_id=part.job_id).exclude(id=part.id)
        return sum(others.values_list("done", flat=True))


def _note(part: ImportPart, so_far: Taken, *, status: str) -> None:
    part.status, part.done = status, so_far.rows
    part.created, part.updated, part.unchanged = so_far.created, so_far.updated, so_far.unchanged
    part.touched = so_far.touched
    with public_context():
        part.save(update_fields=["status", "done", "created", "updated", "unchanged", "touched"])


def _make_store(job: ImportJob, part: ImportPart, actor: Actor, lease: Lease) -> StoreRef:
    """Make the store, once: a worker that was killed between making and noting finds it by its name."""
    require(actor=actor, permission="store.create")
    lease.keep(phase=Phase.CREATING_STORE)
    with public_context():
        found = match_stores(group_id=job.group_id, job_id=job.id, keys=[part.key]).get(part.key)
        made = part.making
        part.making = True
        part.save(update_fields=["making"])
    if found is None:
        try:
            found, made = create_store(group_id=job.group_id, name=part.name, pack=job.pack), True
        except NameTaken:
            with public_context():
                twin = Store.objects.select_related("group").get(group_id=job.group_id, name__iexact=part.name)
                found = StoreRef.of(twin)
    with public_context():
        part.store_id, part.made, part.making = found.id, made, False
        part.save(update_fields=["store", "made", "making"])
    return found


def _outcome(parts: list[ImportPart]) -> dict[str, Any]:
    return {
        "created": sum(part.created for part in parts),
        "updated": sum(part.updated for part in parts),
        "unchanged": sum(part.unchanged for part in parts),
        "stores_made": [part.name for part in parts if part.made],
    }


def _sale(row: dict[str, Any]) -> SaleRow:
    income = row.get("customer_annual_income")
    return SaleRow(
        number=row["number"],
        ordered_on=dt.date.fromisoformat(row["ordered_on"]),
        price=Decimal(row["price"]),
        region=row.get("region"),
        dealer_code=row.get("dealer_code"),
        customer=CustomerRow(
            name=row["customer_name"],
            gender=row.get("customer_gender"),
            phone=row.get("customer_phone"),
            annual_income=None if income is None else Decimal(income),
        ),
        vehicle=VehicleRow(
            brand=row.get("brand"),
            **{name: row.get(name) for name in ("series", "trim", "engine", "transmission", "color", "body_style")},
            vin=row.get("vin"),
            plate=row.get("plate"),
        ),
    )
