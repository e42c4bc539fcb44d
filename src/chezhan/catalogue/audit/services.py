"""Put down that somebody looked at something sensitive. Call within the store's tenant_context().

Who it was comes from acting_as(); a look that is rolled back was no answer to anybody, and leaves no entry.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

# What a person types in a filter or a search.
TYPED = ("value", "q")
NOTE = "SELECT audit_note(%s, %s, %s::uuid[], %s::jsonb)"


def record_read(*, entity: str, record_ids: Collection[UUID], fields: Collection[str]) -> None:
    """Sensitive fields of these records were read in clear. `entity` is their table."""
    _note("read", entity, list(record_ids), {"fields": sorted(fields)})


def record_reads(looks: Sequence[tuple[str, Collection[str], Collection[UUID]]]) -> None:
    """As record_read of each (table, fields, records), in one statement; what this person's entries of today tell
    already is not told again."""
    told = [{"entity": entity, "fields": sorted(fields), "records": records} for entity, fields, records in looks]
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_saw(%s::jsonb)", [orjson.dumps(told).decode()])


def record_reveal(*, entity: str, record_id: UUID, fields: Collection[str], reason: str) -> None:
    """Masked fields of one record were shown in clear on somebody's asking."""
    _note("revealed", entity, [record_id], {"fields": sorted(fields), "reason": reason})


def record_export(*, entity: str, rows: int, fields: Collection[str], filter: Mapping[str, Any] | None = None) -> None:
    """`rows` records left as a file: one entry for all, with the filter by which they were chosen, but without the
    values in it, which may be a person's."""
    details = {"fields": sorted(fields), "rows": rows, "filter": _without_values(filter or {})}
    # no record: the file as a whole
    _note("exported", entity, [None], details)


def record_handed_out(*, entity: str, record_id: UUID, rows: int, reason: str) -> None:
    """All that is held of a person left as a file: `rows` records in all, that one's own among them."""
    _note("exported", entity, [record_id], {"fields": [], "rows": rows, "reason": reason})


def record_print(*, entity: str, record_ids: Collection[UUID], fields: Collection[str], template: str) -> None:
    """These records left on paper, each told by itself. `template`: what it is called."""
    _note("exported", entity, list(record_ids), {"fields": sorted(fields), "reason": f"print:{template}"})


def _without_values(given: Any) -> Any:
    if isinstance(given, Mapping):
        return {name: bool(part) if name in TYPED else _without_values(part) for name, part in given.items()}
    return [_without_values(part) for part in given] if isinstance(given, list) else given


def _note(kind: str, entity: str, records: list[UUID | None], details: Mapping[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [kind, entity, records, orjson.dumps(details).decode()])
