"""Reads of the ledger. Call within the store's tenant_context()."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, Sum

from chezhan.access import Actor, require
from chezhan.modules.intake.contracts import KeptRecord, Taken
from chezhan.modules.intake.models import IntakeChunk, IntakeTouch
from chezhan.modules.sales.models import SalesOrder


def taken_so_far(*, actor: Actor, job_id: UUID) -> Taken:
    """All chunks of the job that are in this store, added up."""
    require(actor=actor, permission="import.read")
    sums = IntakeChunk.objects.filter(job_id=job_id).aggregate(
        chunks=Count("id"), **{name: Sum(name, default=0) for name in Taken.__slots__ if name != "chunks"}
    )
    return Taken(**sums)


def kept_records(*, actor: Actor, job_id: UUID, limit: int) -> tuple[int, list[KeptRecord]]:
    """How many records the undo left alone, and the first `limit` of them."""
    require(actor=actor, permission="import.read")
    kept = IntakeTouch.objects.filter(job_id=job_id).exclude(kept="")
    found = kept.order_by("entity", "record_id").values_list("entity", "record_id", "kept").distinct()
    return found.count(), [KeptRecord(*row) for row in found[:limit]]


def count_known(*, actor: Actor, numbers: Collection[str]) -> int:
    """How many of these order numbers the store has."""
    require(actor=actor, permission="import.read")
    return SalesOrder.objects.filter(number__in=numbers).count()
