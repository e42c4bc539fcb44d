"""Which events something waits for."""

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.bulk.statements import columns_of
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.events.registry import Event
from chezhan.catalogue.occasions.triggers import Trigger, WhenChanged
from chezhan.catalogue.types import LINK

# Of events, by the kind of trigger; those that go by the clock wait for none.
KINDS = {"created": "created", "changed": "updated", "deleted": "deleted", "restored": "restored"}


def concerned(*, entity: Entity, trigger: Trigger, events: Sequence[Event]) -> list[Event]:
    """Raises AppError when what it compares with fits its field no more."""
    found = [event for event in events if event.kind == KINDS.get(trigger.kind) and event.record_id is not None]
    if not isinstance(trigger, WhenChanged) or not trigger.fields:
        return found
    names = {attribute_of(entity.fields[name]) for name in trigger.fields if name in entity.fields}
    found = [event for event in found if names & set(event.changed)]
    if trigger.before is None and trigger.after is None:
        return found
    return _changed_so(entity, trigger, found)


def attribute_of(field: Field) -> str:
    """Of the model, as events tell it."""
    return f"{field.column}_id" if field.type is LINK else field.column


def _changed_so(entity: Entity, trigger: WhenChanged, events: Sequence[Event]) -> list[Event]:
    """By the audit, which keeps what was. An event of which it does not tell is none that is waited for."""
    (name,) = trigger.fields
    field = entity.fields[name]
    column = columns_of(entity.model)[attribute_of(field)]
    entries = AuditEntry.objects.filter(
        record_id__in=[event.record_id for event in events],
        entity=entity.model._meta.db_table,
        kind=AuditEntry.Kind.UPDATED,
        version__in=[event.version for event in events if event.version is not None],
    )
    told = {
        (record_id, version): changes.get(column)
        for record_id, version, changes in entries.values_list("record_id", "version", "changes")
    }
    fits = fitting(field, trigger)
    return [event for event in events if fits(told.get((event.record_id, event.version)))]


def fitting(field: Field, trigger: WhenChanged) -> Callable[[Any], bool]:
    """Of [old, new] as the audit keeps them."""
    before, after = (None if value is None else as_kept(field, value) for value in (trigger.before, trigger.after))

    def fits(pair: Any) -> bool:
        return (
            isinstance(pair, list)
            and (before is None or _alike(pair[0], before))
            and (after is None or _alike(pair[1], after))
        )

    return fits


def as_kept(field: Field, value: Any) -> Any:
    """As PostgreSQL writes the value in JSON. Raises AppError for what does not fit the field."""
    clean = field.type.clean(value, field)
    return clean if isinstance(clean, bool | int | Decimal) else str(clean)


def _alike(kept: Any, wanted: Any) -> bool:
    if kept is None or isinstance(kept, bool) or isinstance(wanted, bool):
        return kept is wanted
    if isinstance(wanted, int | Decimal):
        try:
            return Decimal(str(kept)) == wanted
        except InvalidOperation:
            return False
    return str(kept) == wanted


def comparable(field: Field) -> bool:
    """Whether one can say from what to what it changed."""
    if field.sensitivity == "sealed":
        return False
    return field.type.name in {
        "text", "long_text", "number", "integer", "money", "percent", "rating", "boolean", "choice", "date", "link",
        "user", "store", "plate", "vin",
    }  # fmt: skip
