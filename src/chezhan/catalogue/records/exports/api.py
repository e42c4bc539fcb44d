"""A list as a file: the same questions as the list's, all rows."""

from typing import Literal

from django.http import FileResponse
from ninja import Query, Router

from chezhan.access import ActorRequest
from chezhan.catalogue.records.exports.plans import Wanted
from chezhan.catalogue.records.exports.services import export_records
from chezhan.kernel import clock

router = Router(tags=["records"])
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@router.get("/{entity}/export.csv", operation_id="export_csv")
def as_csv(
    request: ActorRequest,
    *,
    entity: str,
    q: str = "",
    sort: str = "",
    filter: str = Query("", description="{combinator, rules: [{field, operator, value}], not?} as JSON"),
    fields: str = Query("", description="names parted by commas; the list's own columns when empty"),
    tags: str = "",
):
    """UTF-8. X-Left-Out names the fields that were left out as personal data, X-Rows says how many rows there are."""
    return _file(request, Wanted(entity, q, sort, filter, fields, tags), "csv")


@router.get("/{entity}/export.xlsx", operation_id="export_xlsx")
def as_xlsx(
    request: ActorRequest,
    *,
    entity: str,
    q: str = "",
    sort: str = "",
    filter: str = Query("", description="{combinator, rules: [{field, operator, value}], not?} as JSON"),
    fields: str = Query("", description="names parted by commas; the list's own columns when empty"),
    tags: str = "",
):
    """As the CSV file; a second sheet says who exported when, and what was left out."""
    return _file(request, Wanted(entity, q, sort, filter, fields, tags), "xlsx")


def _file(request: ActorRequest, wanted: Wanted, kind: Literal["csv", "xlsx"]) -> FileResponse:
    made = export_records(actor=request.actor, wanted=wanted, kind=kind, now=clock.now())
    response = FileResponse(made.file, as_attachment=True, filename=made.name, content_type=TYPES[kind])
    response["X-Rows"] = str(made.rows)
    if made.left_out:
        response["X-Left-Out"] = ",".join(made.left_out)
    return response
