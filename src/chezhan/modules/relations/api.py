"""/api/store/relations: whom a customer is related to. They are said as records of the kind `relation`."""

from uuid import UUID

from ninja import Router, Schema

from chezhan.access import ActorRequest
from chezhan.modules.relations.queries import relations_of

router = Router(tags=["customers"])


class RelatedCarOut(Schema):
    """`title`: its plate, where it may be seen; `what`: brand and series."""

    id: UUID
    title: str | None
    what: str


class RelatedPersonOut(Schema):
    """`title`: the name, as far as it may be seen."""

    id: UUID
    title: str | None


class PersonalRelationOut(Schema):
    """`id`, `version`: of the record. `kind`: what the other is to the customer that was asked for, of the options of
    the kind `relation`; null where it may not be seen."""

    id: UUID
    version: int
    kind: str | None
    note: str
    person: RelatedPersonOut
    cars: list[RelatedCarOut]


class RelationsOut(Schema):
    """`more`: there are others, which the list of the kind shows. Whom the asker does not see is not there."""

    people: list[PersonalRelationOut]
    more: bool
    may_add: bool
    may_remove: bool


@router.get("/{uuid:customer_id}", response=RelationsOut, operation_id="list_relations")
def list_relations(request: ActorRequest, customer_id: UUID):
    """Whichever of the two a relation was said of: from the other's side it is told the other way round."""
    return relations_of(actor=request.actor, customer_id=customer_id)
