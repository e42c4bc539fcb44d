"""/api/store/records/{entity}/…/do: the verbs of the trade."""

from typing import Any
from uuid import UUID

from ninja import Router, Schema

from chezhan.access import ActorRequest
from chezhan.catalogue.records.api import as_seen
from chezhan.catalogue.records.verbs.doing import do
from chezhan.catalogue.records.verbs.offering import changeable, offered
from chezhan.catalogue.records.verbs.undoing import undo_verb
from chezhan.catalogue.records.writes.schemas import ManyValuesIn
from chezhan.catalogue.schemas import RecordOut

router = Router(tags=["records"])


class VerbIn(Schema):
    """`version`: the record's when it was read. `values`: of the fields that the verb asks for."""

    version: int
    values: dict[str, Any] = {}


class VerbUndoneIn(Schema):
    """`version`: the record's as the verb left it."""

    version: int


class OfferedOut(Schema):
    """`verbs`: names of what the asker may do with the record now, the usual one first. `changeable`: the fields that
    they may change by hand.
    """

    verbs: list[str]
    changeable: list[str]


class ManyDoneOut(Schema):
    changed: int


@router.get("/{entity}/{uuid:record_id}/verbs", response=OfferedOut, operation_id="list_verbs_of_record")
def list_offered(request: ActorRequest, entity: str, record_id: UUID):
    about: dict[str, Any] = {"actor": request.actor, "entity": entity, "record_id": record_id}
    return {"verbs": offered(**about), "changeable": changeable(**about)}


@router.post("/{entity}/{uuid:record_id}/do/{verb}", response=RecordOut, operation_id="do_with_record")
def do_with_one(request: ActorRequest, entity: str, record_id: UUID, verb: str, body: VerbIn):
    """Refused with `illegal_move` in a state in which it is not done; that says what can be done instead."""
    do(actor=request.actor, entity=entity, verb=verb, ids=[record_id], values=body.values, version=body.version)
    return as_seen(request, entity, record_id)


@router.post("/{entity}/{uuid:record_id}/undo/{verb}", response=RecordOut, operation_id="undo_verb")
def undo(request: ActorRequest, entity: str, record_id: UUID, verb: str, body: VerbUndoneIn):
    """For a minute, by who did it. Refused with `verb_followed` where rules or flows have acted on it; that names
    them.
    """
    undo_verb(actor=request.actor, entity=entity, record_id=record_id, verb=verb, version=body.version)
    return as_seen(request, entity, record_id)


@router.post("/{entity}/do/{verb}", response=ManyDoneOut, operation_id="do_with_records")
def do_with_many(request: ActorRequest, entity: str, verb: str, body: ManyValuesIn):
    """All of them or none."""
    done = do(actor=request.actor, entity=entity, verb=verb, ids=body.ids, values=body.values)
    return {"changed": len(done)}
