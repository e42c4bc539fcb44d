"""/api/store/people: who may be named in a field."""

from uuid import UUID

from ninja import Router, Schema

from chezhan.access import ActorRequest
from tenants.lookup import people_of_store

router = Router(tags=["store"])


class StorePersonOut(Schema):
    id: UUID
    name: str


@router.get("", response=list[StorePersonOut], operation_id="list_store_people")
def list_store_people(request: ActorRequest):
    """All who work in the store or at the head of its group, by name."""
    return [{"id": id_, "name": name} for id_, name in people_of_store(store=request.actor.in_store)]
