"""/api/store/design/webhooks: addresses of other programs, and what was sent to them."""

from uuid import UUID

from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.modules.webhooks import addresses, deliveries, schemas

design = Router(tags=["webhooks"])
ONE, SENT = "/{uuid:webhook_id}", "/deliveries/{uuid:webhook_delivery_id}"


@design.get("", response=list[schemas.WebhookOut], operation_id="list_webhooks")
def list_webhooks(request: ActorRequest):
    return addresses.list_webhooks(actor=request.actor)


@design.post("", response={201: schemas.WebhookSecretOut}, operation_id="create_webhook")
def create_webhook(request: ActorRequest, body: schemas.WebhookIn):
    """The secret is told this once."""
    made, secret = addresses.create_webhook(actor=request.actor, name=body.name, url=body.url)
    return Status(201, {"webhook": addresses.head(made), "secret": secret})


@design.put(ONE, response=schemas.WebhookOut, operation_id="change_webhook")
def change_webhook(request: ActorRequest, webhook_id: UUID, body: schemas.WebhookChangeIn):
    return addresses.head(addresses.change_webhook(actor=request.actor, webhook_id=webhook_id, **body.dict()))


@design.post(f"{ONE}/rotate", response=schemas.WebhookSecretOut, operation_id="rotate_webhook_secret")
def rotate_secret(request: ActorRequest, webhook_id: UUID, body: schemas.WebhookVersionIn):
    """The new secret is told this once; the one before it signs too for a day."""
    made, secret = addresses.rotate_secret(actor=request.actor, webhook_id=webhook_id, version=body.version)
    return {"webhook": addresses.head(made), "secret": secret}


@design.post(f"{ONE}/trial", response={201: schemas.WebhookTriedOut}, operation_id="try_webhook")
def try_webhook(request: ActorRequest, webhook_id: UUID):
    """Queued as any other; ask for the delivery to see what became of it."""
    return Status(201, {"id": deliveries.send_trial(actor=request.actor, webhook_id=webhook_id)})


@design.delete(ONE, response={204: None}, operation_id="delete_webhook")
def delete_webhook(request: ActorRequest, webhook_id: UUID):
    """With its log."""
    addresses.delete_webhook(actor=request.actor, webhook_id=webhook_id)
    return Status(204, None)


@design.get("/deliveries", response=schemas.WebhookDeliveriesOut, operation_id="list_webhook_deliveries")
def list_deliveries(request: ActorRequest, webhook_id: UUID | None = None, state: str = "", before: UUID | None = None):
    return deliveries.list_deliveries(actor=request.actor, webhook_id=webhook_id, state=state, before=before)


@design.get(SENT, response=schemas.WebhookDeliveryBodyOut, operation_id="get_webhook_delivery")
def get_delivery(request: ActorRequest, webhook_delivery_id: UUID):
    return deliveries.read_delivery(actor=request.actor, delivery_id=webhook_delivery_id)


@design.post(f"{SENT}/replay", response=schemas.WebhookDeliveryBodyOut, operation_id="replay_webhook_delivery")
def replay(request: ActorRequest, webhook_delivery_id: UUID):
    """The same once more, with the same id."""
    return deliveries.replay(actor=request.actor, delivery_id=webhook_delivery_id)
