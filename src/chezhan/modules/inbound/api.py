"""/api/store/design/lead-sources: where leads come in from, and every post that came."""

from typing import Any
from uuid import UUID

from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.modules.inbound import posts, schemas, sources
from chezhan.modules.inbound.mapping import BESIDE, FIELDS, PRESETS

design = Router(tags=["leads"])
ONE, POST = "/{uuid:lead_source_id}", "/posts/{uuid:lead_post_id}"


@design.get("", response=schemas.LeadSourcesOut, operation_id="list_lead_sources")
def list_sources(request: ActorRequest):
    found = sources.list_sources(actor=request.actor)
    return {"sources": found, "presets": PRESETS, "fields": [*FIELDS, *BESIDE]}


@design.post("", response={201: schemas.LeadSourceSecretOut}, operation_id="create_lead_source")
def create_source(request: ActorRequest, body: schemas.LeadSourceIn):
    """The secret is told this once."""
    made, secret = sources.create_source(actor=request.actor, wanted=_wanted(body))
    return Status(201, {"source": sources.head(made), "secret": secret})


@design.put(ONE, response=schemas.LeadSourceOut, operation_id="change_lead_source")
def change_source(request: ActorRequest, lead_source_id: UUID, body: schemas.LeadSourceChangeIn):
    changed = sources.change_source(
        actor=request.actor, source_id=lead_source_id, version=body.version, wanted=_wanted(body)
    )
    return sources.head(changed)


@design.post(f"{ONE}/rotate", response=schemas.LeadSourceSecretOut, operation_id="rotate_lead_source_secret")
def rotate_secret(request: ActorRequest, lead_source_id: UUID, body: schemas.LeadSourceVersionIn):
    """The new secret is told this once; the one before it is taken too for a week."""
    made, secret = sources.rotate_secret(actor=request.actor, source_id=lead_source_id, version=body.version)
    return {"source": sources.head(made), "secret": secret}


@design.delete(ONE, response={204: None}, operation_id="delete_lead_source")
def delete_source(request: ActorRequest, lead_source_id: UUID):
    """With its log; leads that came of it stay."""
    sources.delete_source(actor=request.actor, source_id=lead_source_id)
    return Status(204, None)


@design.get("/posts", response=schemas.LeadPostsOut, operation_id="list_lead_posts")
def list_posts(request: ActorRequest, source_id: UUID | None = None, outcome: str = "", before: UUID | None = None):
    return posts.list_posts(actor=request.actor, source_id=source_id, outcome=outcome, before=before)


@design.get(POST, response=schemas.LeadPostBodyOut, operation_id="get_lead_post")
def get_post(request: ActorRequest, lead_post_id: UUID):
    return posts.read_post(actor=request.actor, post_id=lead_post_id)


@design.post(f"{POST}/enter", response=schemas.LeadPostOut, operation_id="enter_lead_post")
def enter_post(request: ActorRequest, lead_post_id: UUID):
    """What was refused, or waits, is entered now, by the source as it is by now."""
    return posts.enter_again(actor=request.actor, post_id=lead_post_id)


def _wanted(body: schemas.LeadSourceIn) -> sources.Wanted:
    told: dict[str, Any] = body.dict(exclude={"version"})
    return sources.Wanted(**told)
