"""/api/store/messages: what was sent, sending by hand, consents."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from chezhan.access import ActorRequest
from chezhan.modules.messaging import consents, places, queries, schemas, templates, weighing, writing
from chezhan.modules.messaging.queries import Shown
from chezhan.modules.messaging.queueing import Recipient

router = Router(tags=["messages"])
OF_MESSAGE = (
    "id", "at", "channel", "purpose", "state", "code", "entity", "record_id", "why_kind", "why_id",
    "why_name", "provider", "provider_id", "parts", "cost", "attempts", "next_at", "sent_at", "delivered_at", "read_at",
)  # fmt: skip


@router.get("", response=schemas.SentMessagesOut, operation_id="list_messages")
def list_messages(request: ActorRequest, asked: Query[schemas.MessagesAsked]):
    """The latest first."""
    found, more = queries.list_messages(actor=request.actor, asked=queries.Asked(**asked.dict()))
    return {"messages": [_shown(one) for one in found], "more": more}


@router.post("", response={201: schemas.MessagesMadeOut}, operation_id="send_message")
def send_message(request: ActorRequest, body: schemas.MessageSendIn):
    made = writing.send_by_hand(
        actor=request.actor, entity=body.entity, record_id=body.record_id, template_id=body.template_id,
        recipient=Recipient(body.to, body.path, body.role), key=body.key,
    )  # fmt: skip
    return Status(201, {"ids": made})


@router.post("/foretell", response=schemas.MessageFateOut, operation_id="foretell_message")
def foretell_message(request: ActorRequest, body: schemas.MessageWeighedIn):
    """What would become of a message by hand. Nothing is kept or sent."""
    return weighing.weigh(
        actor=request.actor, entity=body.entity, record_id=body.record_id, template_id=body.template_id,
        recipient=Recipient(body.to, body.path, body.role),
    )  # fmt: skip


@router.get("/unread", response=schemas.MessageCountOut, operation_id="count_unread_messages")
def count_unread(request: ActorRequest):
    return {"count": queries.count_unread(actor=request.actor)}


@router.post("/read", response=schemas.MessageCountOut, operation_id="mark_messages_read")
def mark_read(request: ActorRequest, body: schemas.MessagesReadIn):
    return {"count": writing.mark_read(actor=request.actor, message_ids=body.ids)}


@router.get("/templates", response=list[schemas.MessageTemplateOut], operation_id="list_message_templates")
def list_templates(request: ActorRequest, entity: str = ""):
    found = templates.list_templates(actor=request.actor)
    return [one for one in found if not entity or one.entity == entity]


@router.get("/places", response=schemas.MessagePlacesOut, operation_id="list_message_places")
def list_places(request: ActorRequest, entity: str, channel: str = ""):
    named, addresses = places.list_places(actor=request.actor, entity=entity, channel=channel)
    return {"places": [_named(one) for one in named], "addresses": [_named(one) for one in addresses]}


@router.post("/draft", response=schemas.MessageDraftOut, operation_id="draft_message")
def draft_message(request: ActorRequest, body: schemas.MessageDraftIn):
    """The words as they would come, with a record or with the fields' names. Nothing is kept or sent."""
    return writing.draft_words(
        actor=request.actor, entity=body.entity, channel=body.channel, subject=body.subject, text=body.text,
        sign_name=body.sign_name, record_id=body.record_id,
    )  # fmt: skip


@router.get("/{uuid:message_id}", response=schemas.SentMessageOut, operation_id="get_message")
def get_message(request: ActorRequest, message_id: UUID):
    return _shown(queries.get_message(actor=request.actor, message_id=message_id))


@router.post("/{uuid:message_id}/take-back", response=schemas.SentMessageOut, operation_id="take_back_message")
def take_back(request: ActorRequest, message_id: UUID):
    writing.take_back(actor=request.actor, message_id=message_id)
    return _shown(queries.get_message(actor=request.actor, message_id=message_id))


@router.get(
    "/consents/{entity}/{uuid:record_id}", response=list[schemas.ConsentOut], operation_id="list_message_consents"
)
def list_consents(request: ActorRequest, entity: str, record_id: UUID):
    return consents.list_consents(actor=request.actor, entity=entity, record_id=record_id)


@router.post(
    "/consents/{entity}/{uuid:record_id}", response={201: schemas.ConsentOut}, operation_id="put_message_consent"
)
def put_consent(request: ActorRequest, entity: str, record_id: UUID, body: schemas.ConsentIn):
    return Status(201, consents.put_consent(actor=request.actor, entity=entity, record_id=record_id, **body.dict()))


def _named(one: places.NamedPath) -> dict[str, str]:
    return {"path": one.path, "label_zh": one.label.zh, "label_en": one.label.en}


def _shown(one: Shown) -> dict[str, Any]:
    told = {name: getattr(one.message, name) for name in OF_MESSAGE}
    names = ("title", "address", "staff_id", "subject", "text", "template_name")
    return told | {name: getattr(one, name) for name in names}
