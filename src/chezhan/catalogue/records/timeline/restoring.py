"""Put an old value back: an ordinary change, by the rights of whoever asks."""

from typing import Any, Literal
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.audit.queries import AuditFilter, inward, list_entries, outward
from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sealed import told
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.sights import steps
from chezhan.catalogue.records.timeline.refusals import NothingToRestore
from chezhan.catalogue.records.timeline.rights import known_fields
from chezhan.catalogue.records.writes.saving import change_record
from chezhan.catalogue.types.base import as_text

Side = Literal["before", "after"]


def restore_value(
    *, actor: Actor, entity: str, record_id: UUID, entry_id: UUID, field: str, side: Side, version: int
) -> None:
    """The field's value `before` or `after` the change. A value that the actor may not read can't be put back.

    Raises what require_seen and change_record raise, and NothingToRestore.
    """
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    known = known_fields(view=view, record_id=record_id, person_id=actor.person_id)
    table = view.entity.model._meta.db_table
    column = next((name for name, (one, right) in known.items() if one.name == field and right >= Right.READ), None)
    try:
        number = inward(entry_id)
    except ValueError:
        raise NothingToRestore from None
    rows = AuditEntry.objects.filter(id=number, entity=table, record_id=record_id).values_list("at", flat=True)
    at = rows.first()
    if column is None or at is None:
        raise NothingToRestore
    which = AuditFilter(entity=table, record_id=record_id)
    # The entry of this number, found as the first below the next one.
    (entry,) = list_entries(which=which, limit=1, after=f"{at.isoformat()}~{outward(number + 1)}")
    if entry.id != number or column not in entry.changes:
        raise NothingToRestore
    value = entry.changes[column][0 if side == "before" else 1]
    values = {field: _as_sent(view, known[column][0], value)}
    change_record(actor=actor, entity=entity, record_id=record_id, version=version, values=values)


def _as_sent(view: View, field: Field, value: Any) -> Any:
    """As people send it: money as text, what was sealed in clear."""
    if field.sensitivity == "sealed" and value:
        (*_, kept) = steps(view.entity.model, field.column)
        return told(value, model_field=kept, whole=True)
    return str(value) if value is not None and field.type.shown is as_text else value
