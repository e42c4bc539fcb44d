"""/api/store/today: what is the asker's to do today."""

from typing import Any

from ninja import Router, Schema

from chezhan.access import ActorRequest
from chezhan.catalogue.schemas import LabelOut
from chezhan.modules.today.reading import read_day

router = Router(tags=["today"])


class DayPartOut(Schema):
    """`rows`: as GET /api/store/records has them, the most pressing first, at most 50; `more`: there are others.
    `filter`: a list's, of all of them."""

    name: str
    label: LabelOut
    entity: str
    rows: list[dict[str, Any]]
    more: bool
    filter: dict[str, Any]


@router.get("", response=list[DayPartOut], operation_id="get_day")
def get_day(request: ActorRequest):
    """The asker's own first contacts, follow-ups, test drives, deliveries, promises and tasks that are due today or
    were before."""
    return [
        {
            "name": one.part.name,
            "label": one.part.label.as_json(),
            "entity": one.part.entity,
            "rows": one.rows,
            "more": one.more,
            "filter": one.filter,
        }
        for one in read_day(actor=request.actor)
    ]
