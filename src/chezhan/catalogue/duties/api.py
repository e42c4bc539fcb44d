"""/api/store/duties: what people look after, by which records are shared out."""

from typing import Annotated, Any
from uuid import UUID

from ninja import Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.catalogue.duties.services import LookedAfter, list_duties, may_set, set_duties

router = Router(tags=["people"])
Named = Annotated[str, Field(min_length=1, max_length=80)]


class DutiesIn(Schema):
    """`regions`: names of provinces, cities or districts. `models`: names of brands or series. `sources`: as leads
    have them."""

    regions: list[Named] = Field([], max_length=100)
    models: list[Named] = Field([], max_length=100)
    sources: list[Named] = Field([], max_length=20)


class DutiesOfPersonOut(Schema):
    person: UUID
    regions: list[str]
    models: list[str]
    sources: list[str]


class DutiesOut(Schema):
    """`may_set`: whether the asker says what people look after."""

    may_set: bool
    people: list[DutiesOfPersonOut]


@router.get("", response=DutiesOut, operation_id="list_duties")
def list_duties_of_people(request: ActorRequest):
    """Of all who work in the store; for who may see its people."""
    return {"may_set": may_set(request.actor), "people": [_told(one) for one in list_duties(actor=request.actor)]}


@router.put("/{uuid:person}", response=DutiesOfPersonOut, operation_id="set_duties_of_person")
def set_duties_of_person(request: ActorRequest, person: UUID, body: DutiesIn):
    """Instead of what they looked after before."""
    values = {"region": body.regions, "model": body.models, "source": body.sources}
    return _told(set_duties(actor=request.actor, person=person, values=values))


def _told(one: LookedAfter) -> dict[str, Any]:
    values = one.values
    return {
        "person": one.person,
        "regions": values["region"],
        "models": values["model"],
        "sources": values["source"],
    }
