"""/api/store/search: the one box."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Schema

from chezhan.access import ActorRequest
from chezhan.catalogue.records.finding.box import LIMIT, find

router = Router(tags=["records"])


class HitOut(Schema):
    """`title` is null where no part of the record's name may be seen. `record`: fields as a list has them.
    `matched`: the field that holds the first word.
    """

    id: UUID
    title: str | None
    matched: str
    record: dict[str, Any]


class HitGroupOut(Schema):
    """`more`: whether the list of this kind, searched for the same, shows more."""

    entity: str
    hits: list[HitOut]
    more: bool


class FoundOut(Schema):
    groups: list[HitGroupOut]


@router.get("", response=FoundOut, operation_id="search_store")
def search(request: ActorRequest, q: str = Query("", max_length=100), limit: int = Query(LIMIT, ge=1, le=20)):
    """People by name, pinyin, initials, phone or its last four digits; cars by any part of plate or VIN; orders by
    number; and whatever else may be searched in the lists of this store.
    """
    return {"groups": find(actor=request.actor, q=q, limit=limit)}
