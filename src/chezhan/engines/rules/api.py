"""/api/store/design/rules: the rules of a store, as they are made and put into force."""

from uuid import UUID

from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.engines.rules import drafts, log, publishing, queries, schemas, trying

design = Router(tags=["rules"])
ONE = "/{uuid:rule_id}"


@design.get("", response=list[schemas.RuleHeadOut], operation_id="list_rules")
def list_rules(request: ActorRequest):
    return queries.list_rules(actor=request.actor)


@design.post("", response={201: schemas.BusinessRuleOut}, operation_id="create_rule")
def create_rule(request: ActorRequest, body: schemas.BusinessRuleIn):
    made = drafts.create_rule(actor=request.actor, entity=body.entity, name=body.name, definition=body.definition)
    return Status(201, queries.read_rule(actor=request.actor, rule_id=made.id))


@design.post("/order", response=list[schemas.RuleHeadOut], operation_id="order_rules")
def order_rules(request: ActorRequest, body: schemas.RuleOrderIn):
    publishing.order_rules(actor=request.actor, entity=body.entity, rule_ids=body.rules)
    return queries.list_rules(actor=request.actor)


@design.get(ONE, response=schemas.BusinessRuleOut, operation_id="get_rule")
def get_rule(request: ActorRequest, rule_id: UUID):
    return queries.read_rule(actor=request.actor, rule_id=rule_id)


@design.patch(ONE, response=schemas.BusinessRuleOut, operation_id="save_rule")
def save_rule(request: ActorRequest, rule_id: UUID, body: schemas.RuleDraftIn):
    values = {name: value for name, value in body.dict(exclude_unset=True).items() if value is not None}
    drafts.save_draft(actor=request.actor, rule_id=rule_id, draft_version=values.pop("draft_version"), values=values)
    return queries.read_rule(actor=request.actor, rule_id=rule_id)


@design.post(f"{ONE}/discard", response=schemas.RuleDiscardedOut, operation_id="discard_rule_draft")
def discard_draft(request: ActorRequest, rule_id: UUID):
    return {"deleted": drafts.discard_draft(actor=request.actor, rule_id=rule_id) is None}


@design.post(f"{ONE}/copy", response={201: schemas.BusinessRuleOut}, operation_id="copy_rule")
def copy_rule(request: ActorRequest, rule_id: UUID, body: schemas.RuleCopyIn):
    made = drafts.copy_rule(actor=request.actor, rule_id=rule_id, name=body.name)
    return Status(201, queries.read_rule(actor=request.actor, rule_id=made.id))


@design.post(f"{ONE}/publish", response=schemas.RulePublishedOut, operation_id="publish_rule")
def publish_rule(request: ActorRequest, rule_id: UUID, body: schemas.RulePublishIn):
    number = publishing.publish_rule(
        actor=request.actor, rule_id=rule_id, draft_version=body.draft_version, note=body.note
    )
    return {"number": number}


@design.post(f"{ONE}/switch", response=schemas.BusinessRuleOut, operation_id="switch_rule")
def switch_rule(request: ActorRequest, rule_id: UUID, body: schemas.RuleSwitchIn):
    publishing.switch_rule(actor=request.actor, rule_id=rule_id, on=body.on)
    return queries.read_rule(actor=request.actor, rule_id=rule_id)


@design.post(f"{ONE}/follow-again", response=schemas.BusinessRuleOut, operation_id="follow_rule_again")
def follow_again(request: ActorRequest, rule_id: UUID):
    """Of a rule by the clock that was set aside."""
    publishing.follow_again(actor=request.actor, rule_id=rule_id)
    return queries.read_rule(actor=request.actor, rule_id=rule_id)


@design.get(f"{ONE}/versions", response=list[schemas.RuleVersionOut], operation_id="list_rule_versions")
def list_versions(request: ActorRequest, rule_id: UUID):
    return queries.list_versions(actor=request.actor, rule_id=rule_id)


@design.post(f"{ONE}/roll-back", response=schemas.RulePublishedOut, operation_id="roll_back_rule")
def roll_back(request: ActorRequest, rule_id: UUID, body: schemas.RuleRollBackIn):
    return {"number": publishing.roll_back_rule(actor=request.actor, rule_id=rule_id, number=body.number)}


@design.get(f"{ONE}/try", response=schemas.RuleTriedOut, operation_id="try_rule")
def try_rule(request: ActorRequest, rule_id: UUID):
    """Nothing is written."""
    return trying.try_rule(actor=request.actor, rule_id=rule_id)


@design.get(f"{ONE}/log", response=schemas.RuleLogOut, operation_id="list_rule_runs")
def list_runs(request: ActorRequest, rule_id: UUID, outcome: str = "", before: UUID | None = None):
    return log.list_runs(actor=request.actor, rule_id=rule_id, outcome=outcome, before=before)
