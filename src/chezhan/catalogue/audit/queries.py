"""Reads of the audit, unfiltered by rights: who shows it keeps only what the reader's lens lets through.

Call within the store's tenant_context().
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from chezhan.catalogue.audit.models import AuditEntry
from chezhan.kernel.crypto import SealBroken, hide_number, show_number
from tenants.keys import key_here

Kind = AuditEntry.Kind
PURPOSE = "audit_entry.id"


def outward(number: int) -> UUID:
    """An entry's id as it is told: entries are counted, and a gap would tell of what a reader may not see."""
    return hide_number(key=key_here(), purpose=PURPOSE, number=number)


def inward(told: UUID | str) -> int:
    """Raises ValueError for what is no entry's id in the store whose transaction is open."""
    try:
        return show_number(key=key_here(), purpose=PURPOSE, hidden=told if isinstance(told, UUID) else UUID(told))
    except SealBroken as error:
        raise ValueError("no entry of this store") from error


@dataclass(frozen=True, slots=True)
class Entry:
    """`changes`: field → (before, after), None where there was nothing; `details`: what a look noted."""

    id: int
    at: dt.datetime
    actor_id: UUID | None
    reason: str
    request_id: str
    address: str
    entity: str
    record_id: UUID | None
    kind: str
    version: int | None
    changes: Mapping[str, tuple[Any, Any]]
    details: Mapping[str, Any]

    @property
    def cursor(self) -> str:
        """Where the list goes on after this entry."""
        return f"{self.at.isoformat()}~{outward(self.id)}"


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Empty members let everything through. `since` is included, `until` is not. `tables`: one of them.

    `column`: what changes call `field`, where that is another name.
    """

    entity: str = ""
    tables: tuple[str, ...] = ()
    record_id: UUID | None = None
    actor_id: UUID | None = None
    request_id: str = ""
    kinds: tuple[str, ...] = ()
    field: str = ""
    column: str = ""
    since: dt.datetime | None = None
    until: dt.datetime | None = None


def history_of(*, entity: str, record_id: UUID, limit: int = 100, after: str = "") -> list[Entry]:
    """What happened to one record, latest first. `entity` is its table."""
    return list_entries(which=AuditFilter(entity=entity, record_id=record_id), limit=limit, after=after)


def list_entries(*, which: AuditFilter, limit: int = 50, after: str = "") -> list[Entry]:
    """A page, latest first. `after`: the `cursor` of the entry before. Raises ValueError when it is none."""
    rows = _chosen(which)
    if after:
        moment, _, number = after.rpartition("~")
        at = dt.datetime.fromisoformat(moment)
        rows = rows.filter(Q(at__lt=at) | Q(at=at, id__lt=inward(number)), at__lte=at)
    return [_entry(row) for row in rows.order_by("-at", "-id")[:limit]]


def reason_given(*, actor_id: UUID, since: dt.datetime) -> str:
    """Why this person asked last for masked values; empty when they said nothing since then."""
    asked = AuditEntry.objects.filter(actor_id=actor_id, kind=Kind.REVEALED, at__gte=since)
    return asked.order_by("-at").values_list("changes__reason", flat=True).first() or ""


def _chosen(which: AuditFilter) -> QuerySet[AuditEntry]:
    exact = {
        "entity": which.entity,
        "entity__in": which.tables,
        "record_id": which.record_id,
        "actor_id": which.actor_id,
        "request_id": which.request_id,
        "kind__in": which.kinds,
        "at__gte": which.since,
        "at__lt": which.until,
    }
    rows = AuditEntry.objects.filter(**{name: value for name, value in exact.items() if value})
    if which.field:
        rows = rows.filter(Q(changes__has_key=which.column or which.field) | Q(changes__fields__contains=[which.field]))
    return rows


def _entry(row: AuditEntry) -> Entry:
    changes, details = _told(row.kind, row.changes)
    return Entry(
        id=row.pk,
        at=row.at,
        actor_id=row.actor_id,
        reason=row.reason,
        request_id=row.request_id,
        address=row.address,
        entity=row.entity,
        record_id=row.record_id,
        kind=row.kind,
        version=row.version,
        changes=changes,
        details=details,
    )


def _told(kind: str, stored: dict[str, Any]) -> tuple[dict[str, tuple[Any, Any]], dict[str, Any]]:
    if kind == Kind.CREATED:
        return {name: (None, value) for name, value in stored.items()}, {}
    if kind == Kind.DELETED:
        return {name: (value, None) for name, value in stored.items()}, {}
    if kind == Kind.UPDATED:
        return {name: (before, after) for name, (before, after) in stored.items()}, {}
    return {}, stored
