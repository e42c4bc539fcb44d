"""GET /api/store/openapi.json."""

from typing import Any

from ninja import Router

from chezhan.access import ActorRequest
from chezhan.catalogue.openapi.document import describe_api

router = Router(tags=["store"])


@router.get("/openapi.json", response=dict[str, Any], operation_id="describe_store_api")
def describe(request: ActorRequest):
    """The store's own records API in OpenAPI 3.1, with its own kinds and fields, as the asker may use it."""
    return describe_api(actor=request.actor)
