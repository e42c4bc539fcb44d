"""Show masked values of one record whole."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.catalogue.records.revealing.services import REASON_LENGTH, reveal

router = Router(tags=["records"])


class RevealIn(Schema):
    """`reason`: why they must be seen; may be left out once one was given today."""

    fields: list[str] = Field(min_length=1, max_length=20)
    reason: str = Field("", max_length=REASON_LENGTH)


class RevealOut(Schema):
    """`record`: `id`, `version`, and the asked fields whole."""

    record: dict[str, Any]


@router.post("/{entity}/{uuid:record_id}/reveal", response=RevealOut, operation_id="reveal_fields")
def reveal_fields(request: ActorRequest, entity: str, record_id: UUID, body: RevealIn):
    """For who may `reveal` records of this kind. Told in the audit; 429 `reveal_limit` beyond a few an hour."""
    found = reveal(actor=request.actor, entity=entity, record_id=record_id, names=body.fields, reason=body.reason)
    response = HttpResponse(b'{"record":' + found + b"}", content_type="application/json; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response
