"""The dry run: what would be new and what would change, counted against the stores as they are."""

from dataclasses import replace
from itertools import islice
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.importing.leases import Lease
from chezhan.headquarters.imports.matching import match_stores
from chezhan.headquarters.imports.models import ImportJob, ImportPart
from chezhan.headquarters.imports.parts import read_part
from chezhan.headquarters.imports.storage import plan_folder
from chezhan.headquarters.imports.work.acting import acting_for
from chezhan.kernel import clock
from chezhan.modules.intake.queries import count_known
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef

BATCH = 5_000


def try_import(*, job: ImportJob, lease: Lease) -> dict[str, Any]:
    """{"would_create", "would_update", "at", "stores": [{number, name, rows, store, would_create, would_update}]}.

    `store` is {id, slug, name, renamed} or None where one would be made. Writes nothing to any store.
    """
    actor = acting_for(job=job, person_id=job.created_by_id)
    with public_context():
        parts = list(ImportPart.objects.filter(job_id=job.id).order_by("name"))
        found = match_stores(group_id=job.group_id, job_id=job.id, keys=[part.key for part in parts])
    stores: list[dict[str, Any]] = []
    for part in parts:
        store = found.get(part.key)
        known = _count_known(actor, store, part, lease) if store and store.status == "active" else 0
        stores.append(
            {
                "number": part.number,
                "name": part.name,
                "rows": part.rows,
                "store": store and {"id": str(store.id), "slug": store.slug, "name": store.name},
                "would_create": part.rows - known,
                "would_update": known,
            }
        )
    update = sum(store["would_update"] for store in stores)
    return {
        "would_create": sum(store["would_create"] for store in stores),
        "would_update": update,
        "at": clock.now().isoformat(),
        "stores": stores,
    }


def _count_known(actor: Actor, store: StoreRef, part: ImportPart, lease: Lease) -> int:
    known = 0
    rows = read_part(path=plan_folder(job_id=part.job_id) / part.file)
    while numbers := [row["number"] for row in islice(rows, BATCH)]:
        with tenant_context(store):
            known += count_known(actor=replace(actor, store=store), numbers=numbers)
        lease.keep_sometimes()
    return known
