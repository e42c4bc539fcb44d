"""/api/store/audit: who did what, when, from where and why."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from django.http import FileResponse
from ninja import Query, Router, Schema

from chezhan.access import ActorRequest
from chezhan.catalogue.records.exports.api import TYPES
from chezhan.catalogue.records.timeline.api import FieldChangeOut
from chezhan.catalogue.records.trail.exporting import export_trail
from chezhan.catalogue.records.trail.filters import Wanted
from chezhan.catalogue.records.trail.reading import as_mapping, read_trail
from chezhan.kernel import clock

router = Router(tags=["audit"])
AuditKind = Literal["created", "updated", "deleted", "read", "revealed", "exported", "erased"]
Subject = Literal[
    "policy", "ceiling", "role", "team", "team_member", "kind", "field", "tag", "viewing",
    "duplicate_rule", "form", "public_form", "print_template", "rule", "flow",
    "message_template", "message_channel", "message_limits", "webhook", "lead_source", "drive_page", "particulars",
    "pack",
    "retention_period",
    "retention_rule", "duty",
]  # fmt: skip


class SettingPartOut(Schema):
    """`part`: of a policy rows, usual, personal, actions, opened, or the right on a `field`; else a column's name."""

    part: str
    field: str
    before: Any
    after: Any


class SettingOut(Schema):
    """What of the store's setting up the entry is about. `about`: role, entity, name, labels, person_id."""

    subject: Subject
    about: dict[str, Any]
    parts: list[SettingPartOut]


class AuditEntryOut(Schema):
    """`entity` and `record_id` of a record, `setting` of what is none. `there`: whether the record can be opened.

    `fields`: those that a look was at. `rows`: how many records an export took along, for who may read them all.
    """

    id: UUID
    at: dt.datetime
    actor_id: UUID | None
    kind: AuditKind
    reason: str
    request_id: str
    address: str
    entity: str | None
    record_id: UUID | None
    there: bool
    title: str | None
    changes: list[FieldChangeOut]
    fields: list[str]
    rows: int | None
    setting: SettingOut | None


class AuditPageOut(Schema):
    rows: list[AuditEntryOut]
    next_cursor: str | None


class AuditFilters(Schema):
    """`entity`: a kind of record, or `settings`. `kind`: words parted by commas. Days are Asia/Shanghai's."""

    entity: str = ""
    record_id: UUID | None = None
    field: str = ""
    person: UUID | None = None
    kind: str = ""
    request: str = ""
    date_from: dt.date | None = None
    date_to: dt.date | None = None

    def wanted(self) -> Wanted:
        return Wanted(
            entity=self.entity,
            record_id=self.record_id,
            field=self.field,
            person_id=self.person,
            kinds=self.kind,
            request_id=self.request,
            date_from=self.date_from,
            date_to=self.date_to,
        )


@router.get("", response=AuditPageOut, operation_id="list_audit")
def read(request: ActorRequest, filters: Query[AuditFilters], cursor: str = "", limit: int = Query(50, ge=1, le=200)):
    """The latest first, as far as the asker may see what it was done to."""
    page = read_trail(actor=request.actor, wanted=filters.wanted(), cursor=cursor, limit=limit)
    return {"rows": [as_mapping(line) for line in page.rows], "next_cursor": page.next_cursor}


@router.get("/export.csv", operation_id="export_audit_csv")
def as_csv(request: ActorRequest, filters: Query[AuditFilters]):
    """A line for each change, at most 20,000; X-Rows says how many. Personal fields need `export_personal`."""
    return _file(request, filters, "csv")


@router.get("/export.xlsx", operation_id="export_audit_xlsx")
def as_xlsx(request: ActorRequest, filters: Query[AuditFilters]):
    """As the CSV file."""
    return _file(request, filters, "xlsx")


def _file(request: ActorRequest, filters: AuditFilters, kind: Literal["csv", "xlsx"]) -> FileResponse:
    made = export_trail(actor=request.actor, wanted=filters.wanted(), kind=kind, now=clock.now())
    response = FileResponse(made.file, as_attachment=True, filename=made.name, content_type=TYPES[kind])
    response["X-Rows"] = str(made.rows)
    return response
