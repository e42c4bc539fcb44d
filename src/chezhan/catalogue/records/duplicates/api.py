"""/api/store/duplicates: records that are likely the same, and making them one."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Query, Router, Schema, Status
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.catalogue.records.duplicates import history, merging, rules, undoing
from chezhan.catalogue.records.duplicates.finding import Match, like_these
from chezhan.catalogue.records.duplicates.ledger import list_merged
from chezhan.catalogue.records.duplicates.reading import Group, list_groups
from chezhan.catalogue.records.duplicates.scans import ask_scan
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of

router = Router(tags=["records"])


class LikeOut(Schema):
    id: UUID
    title: str | None
    record: dict[str, Any]


class MatchOut(Schema):
    """`why`: the fields by which they match; `score` of 100."""

    records: list[LikeOut]
    why: list[str]
    score: int


class LookOut(Schema):
    """The latest look through all records of the kind. `percent`: of one that is going on."""

    status: Literal["none", "waiting", "done", "failed"]
    percent: int
    finished_at: dt.datetime | None


class DuplicateGroupOut(Schema):
    """`why`: the fields by which they match, `alike` the one of them that is only alike; `score` of 100. `more`: more
    records match than are told.
    """

    records: list[LikeOut]
    why: list[str]
    alike: str
    score: int
    more: bool


class GroupsOut(Schema):
    """What the latest look found, as far as it holds and the asker sees it. `capped`: more was found than is kept. A
    page may hold fewer than asked for while there is a next one.
    """

    groups: list[DuplicateGroupOut]
    next_cursor: str | None
    look: LookOut
    capped: bool


class CheckIn(Schema):
    """`but`: the record itself, while one is changed."""

    values: dict[str, Any]
    but: UUID | None = None


class CheckedOut(Schema):
    matches: list[MatchOut]


class MergeIn(Schema):
    """`take`: names of the fields whose values come from the loser."""

    winner: UUID
    loser: UUID
    take: list[str] = Field(default_factory=list, max_length=600)
    winner_version: int
    loser_version: int


class MergedOut(Schema):
    operation_id: UUID
    winner: UUID


class LeftOut(Schema):
    """A record that was changed since, and stays."""

    entity: str
    record_id: UUID
    title: str | None


class MergeUndoneOut(Schema):
    left: list[LeftOut]


class ApartIn(Schema):
    ids: list[UUID] = Field(min_length=2, max_length=10)


class RuleOut(Schema):
    """`alike`: the field that need only be alike in writing or sound. `id` is null for a rule that ships."""

    id: UUID | None
    key: str
    fields: list[str]
    alike: str
    enabled: bool


class RuleIn(Schema):
    """`alike`: the one of `fields`, a text, that need only be alike."""

    fields: list[str] = Field(min_length=1, max_length=4)
    alike: str = Field("", max_length=63)


class SwitchIn(Schema):
    key: str = Field(max_length=40)
    enabled: bool


class IntoOut(Schema):
    winner: UUID


class MergeOfOut(Schema):
    """`mine`: whether the asker may take it back."""

    operation_id: UUID
    loser_id: UUID
    by: UUID
    at: dt.datetime
    mine: bool


class MergeTellOut(Schema):
    """`fields`: whose values the winner took; `moved`: kind → how many records that lead to the winner now. Both as far
    as the asker may know. `undone_at`: when it was taken back.
    """

    operation_id: UUID
    winner: UUID
    winner_title: str | None
    loser: UUID
    loser_title: str | None
    by: UUID
    at: dt.datetime
    undone_at: dt.datetime | None
    mine: bool
    fields: list[str]
    moved: dict[str, int]


class MergePageOut(Schema):
    merges: list[MergeTellOut]
    next_cursor: str | None


def _match(match: Match | Group) -> dict[str, Any]:
    records = [{"id": one[0], "title": one[1], "record": one[3]} for one in match.records]
    return {"records": records, "why": list(match.why), "score": match.score}


@router.get("/{entity}", response=GroupsOut, operation_id="list_duplicates")
def groups(request: ActorRequest, entity: str, cursor: str = "", limit: int = Query(20, ge=1, le=50)):
    """For those who may delete records of the kind. The likeliest first; compared anew, by what the asker reads."""
    found = list_groups(actor=request.actor, entity=entity, cursor=cursor, limit=limit)
    return {
        "groups": [_match(group) | {"alike": group.alike, "more": group.more} for group in found.groups],
        "next_cursor": found.next_cursor,
        "look": found.look,
        "capped": found.capped,
    }


@router.post("/{entity}/look", response={202: None}, operation_id="look_for_duplicates")
def look(request: ActorRequest, entity: str):
    """Look through all records of the kind anew, in the background; one look at a time."""
    ask_scan(actor=request.actor, entity=entity)
    return Status(202, None)


@router.get("/{entity}/merged", response=MergePageOut, operation_id="list_merged")
def merged(request: ActorRequest, entity: str, cursor: str = "", limit: int = Query(20, ge=1, le=50)):
    """What was merged, the latest first, for those who may delete records of the kind."""
    return list_merged(actor=request.actor, entity=entity, cursor=cursor, limit=limit)


@router.post("/{entity}/check", response=CheckedOut, operation_id="check_duplicates")
def check(request: ActorRequest, entity: str, body: CheckIn):
    """Records like one that is being entered; nothing is said of what the asker does not see. Nothing is written."""
    found = like_these(actor=request.actor, entity=entity, values=body.values, but=body.but)
    return {"matches": [_match(match) for match in found]}


@router.post("/{entity}/merge", response=MergedOut, operation_id="merge_records")
def merge(request: ActorRequest, entity: str, body: MergeIn):
    done = merging.merge(
        actor=request.actor,
        entity=entity,
        winner_id=body.winner,
        loser_id=body.loser,
        take=body.take,
        versions=(body.winner_version, body.loser_version),
    )
    return {"operation_id": done.operation_id, "winner": done.winner_id}


@router.post("/undo/{uuid:merge_id}", response=MergeUndoneOut, operation_id="undo_merge")
def undo(request: ActorRequest, merge_id: UUID):
    """For whoever merged."""
    return {"left": undoing.undo_merge(actor=request.actor, operation_id=merge_id)}


@router.post("/{entity}/apart", response={204: None}, operation_id="tell_apart")
def apart(request: ActorRequest, entity: str, body: ApartIn):
    merging.tell_apart(actor=request.actor, entity=entity, ids=body.ids)
    return Status(204, None)


@router.get("/{entity}/rules", response=list[RuleOut], operation_id="list_duplicate_rules")
def read_rules(request: ActorRequest, entity: str):
    viewer = viewer_of(request.actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    return rules.seen_rules(view=View(viewer, kind))


@router.put("/{entity}/rules", response={204: None}, operation_id="switch_duplicate_rule")
def switch_rule(request: ActorRequest, entity: str, body: SwitchIn):
    rules.switch_rule(actor=request.actor, entity=entity, key=body.key, enabled=body.enabled)
    return Status(204, None)


@router.post("/{entity}/rules", response={201: RuleOut}, operation_id="add_duplicate_rule")
def add_rule(request: ActorRequest, entity: str, body: RuleIn):
    return Status(201, rules.add_rule(actor=request.actor, entity=entity, fields=body.fields, alike=body.alike))


@router.delete("/{entity}/rules/{uuid:rule_id}", response={204: None}, operation_id="remove_duplicate_rule")
def remove_rule(request: ActorRequest, entity: str, rule_id: UUID):
    rules.remove_rule(actor=request.actor, entity=entity, rule_id=rule_id)
    return Status(204, None)


@router.get("/{entity}/{uuid:record_id}/into", response=IntoOut, operation_id="merged_into")
def into(request: ActorRequest, entity: str, record_id: UUID):
    """Where an old address leads: the record that a merged one lives on in."""
    return {"winner": history.merged_into(actor=request.actor, entity=entity, record_id=record_id)}


@router.get("/{entity}/{uuid:record_id}/merges", response=list[MergeOfOut], operation_id="list_merges")
def merges(request: ActorRequest, entity: str, record_id: UUID):
    return history.merges_of(actor=request.actor, entity=entity, record_id=record_id)
