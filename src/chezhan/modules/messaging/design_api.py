"""/api/store/design/messages: templates, channels, limits."""

from typing import Any
from uuid import UUID

from django.conf import settings as deployment
from ninja import Router, Status

from chezhan.access import Actor, ActorRequest
from chezhan.modules.messaging import schemas, settings, templates, writing
from chezhan.modules.messaging.channels.registry import Provider, provider_of
from chezhan.modules.messaging.models import MessageChannel

design = Router(tags=["messages"])
ONE = "/templates/{uuid:message_template_id}"


@design.post("/templates", response={201: schemas.MessageTemplateOut}, operation_id="create_message_template")
def create_template(request: ActorRequest, body: schemas.MessageTemplateIn):
    return Status(201, templates.create_template(actor=request.actor, values=body.dict()))


@design.get(ONE, response=schemas.MessageTemplateOut, operation_id="get_message_template")
def get_template(request: ActorRequest, message_template_id: UUID):
    return templates.get_template(actor=request.actor, template_id=message_template_id)


@design.patch(ONE, response=schemas.MessageTemplateOut, operation_id="change_message_template")
def change_template(request: ActorRequest, message_template_id: UUID, body: schemas.MessageTemplateChangeIn):
    values = body.dict()
    version = values.pop("version")
    return templates.change_template(
        actor=request.actor, template_id=message_template_id, version=version, values=values
    )


@design.post(f"{ONE}/decide", response=schemas.MessageTemplateOut, operation_id="decide_message_template")
def decide_template(request: ActorRequest, message_template_id: UUID, body: schemas.MessageTemplateDecisionIn):
    return templates.decide_template(actor=request.actor, template_id=message_template_id, **body.dict())


@design.delete(ONE, response={204: None}, operation_id="delete_message_template")
def delete_template(request: ActorRequest, message_template_id: UUID):
    templates.delete_template(actor=request.actor, template_id=message_template_id)
    return Status(204, None)


@design.get("/channels", response=schemas.MessageChannelsOut, operation_id="list_message_channels")
def list_channels(request: ActorRequest):
    return {
        "channels": [_channel(request.actor, one) for one in settings.list_channels(actor=request.actor)],
        "providers": [_provider(one) for one in settings.list_providers(actor=request.actor)],
        "stays_here": deployment.DEV_OUTBOX,
    }


@design.put("/channels/{channel}", response=schemas.MessageChannelOut, operation_id="set_message_channel")
def set_channel(request: ActorRequest, channel: str, body: schemas.MessageChannelIn):
    return _channel(request.actor, settings.set_channel(actor=request.actor, channel=channel, **body.dict()))


@design.post("/channels/{channel}/trial", response={201: schemas.MessageIdOut}, operation_id="try_message_channel")
def try_channel(request: ActorRequest, channel: str, body: schemas.MessageTrialIn):
    """Queued as any other; ask for the message to see what became of it."""
    made = writing.send_trial(actor=request.actor, channel=channel, address=body.address, template_id=body.template_id)
    return Status(201, {"id": made})


@design.get("/limits", response=schemas.MessageLimitsOut, operation_id="get_message_limits")
def get_limits(request: ActorRequest):
    return settings.read_limits(actor=request.actor)


@design.put("/limits", response=schemas.MessageLimitsOut, operation_id="set_message_limits")
def set_limits(request: ActorRequest, body: schemas.MessageLimitsIn):
    values = body.dict()
    return settings.set_limits(actor=request.actor, version=values.pop("version"), values=values)


def _channel(actor: Actor, row: MessageChannel) -> dict[str, Any]:
    provider = provider_of(channel=row.channel, name=row.provider)
    names = ("channel", "provider", "config", "price", "pace", "enabled", "version", "changed_at")
    path = f"/api/public/messages/{row.receipts}" if provider is not None and provider.reports else ""
    secrets = settings.secrets_set(actor=actor, row=row)
    return {name: getattr(row, name) for name in names} | {"secrets": secrets, "report_path": path}


def _provider(one: Provider) -> dict[str, Any]:
    return {
        "channel": one.channel,
        "name": one.name,
        "entries": one.entries,
        "keeps_words": one.keeps_words,
        "reports": one.reports,
    }
