"""The shapes of the API of webhooks."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field


class WebhookIn(Schema):
    name: str = Field(min_length=1, max_length=60, pattern=r"\S")
    url: str = Field(min_length=1, max_length=2_048)


class WebhookChangeIn(WebhookIn):
    version: int
    enabled: bool


class WebhookVersionIn(Schema):
    version: int


class WebhookOut(Schema):
    """`sent`, `failed`: of the last seven days. `old_until`: until when the secret before the present one signs too."""

    id: UUID
    name: str
    url: str
    enabled: bool
    old_until: dt.datetime | None
    version: int
    changed_at: dt.datetime
    sent: int
    failed: int
    waiting: int
    last_at: dt.datetime | None


class WebhookSecretOut(Schema):
    """`secret`: told this once."""

    webhook: WebhookOut
    secret: str


class WebhookDeliveryOut(Schema):
    """`title`, `record_id`: null where the record is not seen. `code`: why it waits or failed; `status`: of the last
    answer.
    """

    id: UUID
    webhook_id: UUID
    type: str
    entity: str
    record_id: UUID | None
    title: str | None
    state: Literal["queued", "sending", "delivered", "failed"]
    code: str
    status: int | None
    why_kind: Literal["rule", "flow", "trial", "contract"]
    why_id: UUID | None
    why_name: str
    attempts: int
    next_at: dt.datetime
    at: dt.datetime
    sent_at: dt.datetime | None


class WebhookDeliveryBodyOut(WebhookDeliveryOut):
    """`message_id`: as the receiver has it. `body`, `answer`: null where the asker may not know what they say."""

    message_id: str
    body: dict[str, Any] | None
    answer: str | None


class WebhookDeliveriesOut(Schema):
    deliveries: list[WebhookDeliveryOut]
    more: bool


class WebhookTriedOut(Schema):
    id: UUID
