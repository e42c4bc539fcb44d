"""Which entries are asked for, in the reader's words."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.audit.queries import AuditFilter
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import steps
from chezhan.catalogue.records.trail.settings import SETTINGS
from chezhan.catalogue.records.viewer import Viewer
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.clock import SHANGHAI

DAY = dt.timedelta(days=1)
OF_SETTINGS = "settings"
KINDS = frozenset(AuditEntry.Kind.values)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Empty members let everything through. `entity`: a kind of record, or `settings`; `field` belongs to one.

    `kinds`: words parted by commas, of which those that there are none of find nothing. Days are those of
    Asia/Shanghai, both included.
    """

    entity: str = ""
    record_id: UUID | None = None
    field: str = ""
    person_id: UUID | None = None
    kinds: str = ""
    request_id: str = ""
    date_from: dt.date | None = None
    date_to: dt.date | None = None

    @property
    def known_kinds(self) -> tuple[str, ...]:
        return tuple(one for one in self.kinds.split(",") if one in KINDS)


def filter_of(*, viewer: Viewer, wanted: Wanted) -> AuditFilter | None:
    """None for what nothing can be found by. Raises UnknownEntity, Forbidden, and UnknownField alike for a field that
    is not there and one that the reader may not see."""
    tables, column, kinds = _tables(viewer, wanted), _column(viewer, wanted), wanted.known_kinds
    if (wanted.kinds and not kinds) or not wanted.request_id.isprintable():
        return None
    return AuditFilter(
        tables=tables,
        record_id=wanted.record_id,
        actor_id=wanted.person_id,
        request_id=wanted.request_id,
        kinds=kinds,
        field=wanted.field,
        column=column,
        since=_morning(wanted.date_from) if wanted.date_from else None,
        until=_morning(wanted.date_to + DAY) if wanted.date_to and wanted.date_to < dt.date.max else None,
    )


def table_of(kind: Entity) -> str:
    return kind.model._meta.db_table


def _tables(viewer: Viewer, wanted: Wanted) -> tuple[str, ...]:
    if wanted.entity == OF_SETTINGS:
        return tuple(SETTINGS)
    if wanted.entity:
        kind = viewer.entity(wanted.entity)
        viewer.open(kind)
        return (table_of(kind),)
    return (*(table_of(kind) for kind in viewer.entities()), *SETTINGS)


def _column(viewer: Viewer, wanted: Wanted) -> str:
    if not wanted.field:
        return ""
    if wanted.entity in ("", OF_SETTINGS):
        raise UnknownField(params={"field": wanted.field[:40], "entity": wanted.entity})
    kind = viewer.entity(wanted.entity)
    field = View(viewer, kind).sight(wanted.field).field
    if field.formula or "__" in field.column:
        # It is made of others, and never changes by itself.
        return field.name
    (*_, column) = steps(kind.model, field.column)
    return str(column.column)


def _morning(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), SHANGHAI)
