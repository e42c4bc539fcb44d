"""/api/store/retention/rules and …/holds: rules by which records go, and records that are kept."""

from typing import Any
from uuid import UUID

from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.catalogue.retention.rules import drafts, holds, previewing, reading, schemas
from chezhan.catalogue.retention.rules.models import RetentionHold, RetentionRule
from chezhan.catalogue.retention.rules.reading import ShownRule, show_rule
from chezhan.catalogue.retention.rules.waking import wake_at
from chezhan.kernel import clock

router = Router(tags=["retention"])
ONE = "/rules/{uuid:retention_rule_id}"
HOLD = "/holds/{entity}/{uuid:record_id}"


@router.get("/rules", response=list[schemas.RetentionRuleOut], operation_id="list_retention_rules")
def list_rules(request: ActorRequest):
    return [_shown(one) for one in reading.list_rules(actor=request.actor)]


@router.post("/rules", response={201: schemas.RetentionRuleOut}, operation_id="create_retention_rule")
def create_rule(request: ActorRequest, body: schemas.RetentionRuleIn):
    made = drafts.create_rule(actor=request.actor, values=body.dict(exclude={"version"}))
    return Status(201, _of(request, made))


@router.put(ONE, response=schemas.RetentionRuleOut, operation_id="change_retention_rule")
def change_rule(request: ActorRequest, retention_rule_id: UUID, body: schemas.RetentionRuleIn):
    """Switches it off: what it does by now is agreed to anew."""
    values = body.dict(exclude={"version"})
    return _of(
        request, drafts.change_rule(actor=request.actor, rule_id=retention_rule_id, version=body.version, values=values)
    )


@router.delete(ONE, response={204: None}, operation_id="delete_retention_rule")
def delete_rule(request: ActorRequest, retention_rule_id: UUID):
    drafts.delete_rule(actor=request.actor, rule_id=retention_rule_id)
    return Status(204, None)


@router.get(f"{ONE}/preview", response=schemas.RetentionForetoldOut, operation_id="preview_retention_rule")
def preview_rule(request: ActorRequest, retention_rule_id: UUID):
    """What it would do today; nothing is written."""
    found = previewing.foretell(actor=request.actor, rule_id=retention_rule_id)
    return {
        "met": found.met,
        "total": found.total,
        "looked_at": found.looked_at,
        "goes": found.goes,
        "held": found.held,
        "sample": [{"id": id, "title": title} for id, title in found.sample],
        "begins_at": found.begins_at,
    }


@router.post(f"{ONE}/switch", response=schemas.RetentionRuleOut, operation_id="switch_retention_rule")
def switch_rule(request: ActorRequest, retention_rule_id: UUID, body: schemas.RetentionSwitchIn):
    if body.on:
        rule = previewing.switch_on(actor=request.actor, rule_id=retention_rule_id, name=body.name, met=body.met)
    else:
        rule = drafts.switch_off(actor=request.actor, rule_id=retention_rule_id)
    return _of(request, rule)


@router.get("/holds", response=list[schemas.RetentionHoldOut], operation_id="list_retention_holds")
def list_holds(request: ActorRequest):
    """The latest 200, of records that the asker sees."""
    return [_hold(one.hold, one.title) for one in holds.list_holds(actor=request.actor)]


@router.get(HOLD, response=schemas.RetentionHoldStateOut, operation_id="get_retention_hold")
def get_hold(request: ActorRequest, entity: str, record_id: UUID):
    found = holds.hold_of(actor=request.actor, entity=entity, record_id=record_id)
    return {"hold": found and _hold(found, None)}


@router.put(HOLD, response=schemas.RetentionHoldStateOut, operation_id="put_retention_hold")
def put_hold(request: ActorRequest, entity: str, record_id: UUID, body: schemas.RetentionHoldIn):
    """No rule takes the record until the hold is taken off. A person's own request is not held by it."""
    made = holds.put_hold(actor=request.actor, entity=entity, record_id=record_id, reason=body.reason)
    return {"hold": _hold(made, None)}


@router.delete(HOLD, response={204: None}, operation_id="take_retention_hold_off")
def take_off(request: ActorRequest, entity: str, record_id: UUID):
    holds.take_hold_off(actor=request.actor, entity=entity, record_id=record_id)
    return Status(204, None)


def _of(request: ActorRequest, rule: RetentionRule) -> dict[str, Any]:
    return _shown(show_rule(actor=request.actor, rule=rule))


def _shown(one: ShownRule) -> dict[str, Any]:
    rule = one.rule
    said = ("id", "name", "entity", "months", "does", "per_night", "state", "stop_code")
    when = ("confirmed_at", "confirmed_by", "version")
    return {
        **{name: getattr(rule, name) for name in (*said, *when)},
        "known": one.known,
        "filter": rule.filter if one.known else "",
        "field": rule.field if one.known else "",
        "next_at": wake_at(now=clock.now()) if rule.state == RetentionRule.State.ON else None,
        "runs": [
            {
                **{name: getattr(run, name) for name in ("day", "does", "started_at", "ended_at", "outcome", "code")},
                **{name: getattr(run, name) if one.known else None for name in ("met", "gone", "held")},
            }
            for run in one.runs
        ],
    }


def _hold(hold: RetentionHold, title: str | None) -> dict[str, Any]:
    return {
        "entity": hold.entity,
        "record_id": hold.record_id,
        "title": title,
        "reason": hold.reason,
        "at": hold.at,
        "by": hold.by,
    }
