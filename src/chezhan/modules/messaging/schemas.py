"""The shapes of the API of messages."""

import datetime as dt
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

ChannelName = Literal["sms", "mail", "wechat", "wecom", "dingtalk", "in_app"]
PurposeName = Literal["service", "marketing", "notice"]
StateName = Literal["queued", "sending", "sent", "delivered", "failed", "unknown", "suppressed"]
Way = Literal["paper", "spoken", "online", "link", "reply"]
Recipients = Literal["address", "owner", "role", "group"]


class TemplateParam(Schema):
    """What the provider calls the value of a place."""

    path: str = Field(max_length=130)
    name: str = Field(max_length=40)


class MessageTemplateIn(Schema):
    """`text`, `subject`: with places like {{customer.name}}, of records of `entity`."""

    name: str = Field(min_length=1, max_length=60)
    entity: str = Field(max_length=40)
    channel: ChannelName
    purpose: PurposeName
    subject: str = Field("", max_length=200)
    text: str = Field(min_length=1, max_length=2_000)
    params: list[TemplateParam] = Field([], max_length=30)
    provider_template: str = Field("", max_length=80)
    sign_name: str = Field("", max_length=40)
    enabled: bool = True


class MessageTemplateChangeIn(MessageTemplateIn):
    version: int


class MessageTemplateDecisionIn(Schema):
    version: int
    approval: Literal["submitted", "approved", "rejected"]
    note: str = Field("", max_length=200)


class MessageTemplateOut(Schema):
    id: UUID
    name: str
    entity: str
    channel: ChannelName
    purpose: PurposeName
    subject: str
    text: str
    params: list[TemplateParam]
    provider_template: str
    sign_name: str
    enabled: bool
    approval: Literal["draft", "submitted", "approved", "rejected"]
    approval_note: str
    version: int
    changed_at: dt.datetime
    changed_by: UUID


class MessageDraftIn(Schema):
    """`record_id`: to see it with; none: with the names of the fields."""

    entity: str = Field(max_length=40)
    channel: ChannelName
    subject: str = Field("", max_length=200)
    text: str = Field("", max_length=2_000)
    sign_name: str = Field("", max_length=40)
    record_id: UUID | None = None


class MessageDraftOut(Schema):
    """`lost`: what stands in braces and leads nowhere. `price`: yuan a part, null where the channel is not connected.
    `paths`: the places, in order.
    """

    subject: str
    text: str
    parts: int
    price: Decimal | None
    lost: list[str]
    paths: list[str]


class MessagePlaceOut(Schema):
    """A field that may stand in a text. `label_zh`, `label_en`: with those of the links that lead to it."""

    path: str
    label_zh: str
    label_en: str


class MessagePlacesOut(Schema):
    """`addresses`: fields that hold an address of the channel."""

    places: list[MessagePlaceOut]
    addresses: list[MessagePlaceOut]


class ProviderEntryOut(Schema):
    name: str
    kind: Literal["text", "number", "choice", "secret"]
    required: bool
    options: list[str]
    default: str


class MessageProviderOut(Schema):
    """`keeps_words`: its templates live at the provider's. `reports`: it tells what became of a message."""

    channel: ChannelName
    name: str
    entries: list[ProviderEntryOut]
    keeps_words: bool
    reports: bool


class MessageChannelOut(Schema):
    """`secrets`: which are set. `report_path`: where the provider is to report to; empty for one that does not."""

    channel: ChannelName
    provider: str
    config: dict[str, Any]
    secrets: list[str]
    price: Decimal
    pace: int
    enabled: bool
    report_path: str
    version: int
    changed_at: dt.datetime


class MessageChannelsOut(Schema):
    """`stays_here`: messages of channels that are not connected stay in the store, to be looked at."""

    channels: list[MessageChannelOut]
    providers: list[MessageProviderOut]
    stays_here: bool


class MessageChannelIn(Schema):
    """`values`: the provider's entries; a secret that is left out stays as it is."""

    version: int
    provider: str = Field(max_length=20)
    values: dict[str, str]
    price: Decimal = Field(Decimal(0), ge=0, le=100, decimal_places=4)
    pace: int = Field(10, ge=1, le=1_000)
    enabled: bool = True


class MessageTrialIn(Schema):
    address: str = Field("", max_length=254)
    template_id: UUID | None = None


class MessageIdOut(Schema):
    id: UUID


class MessageLimitsIn(Schema):
    """Minutes of the day; equal: no quiet hours. 0: no cap."""

    version: int
    quiet_from: int = Field(ge=0, lt=1_440)
    quiet_to: int = Field(ge=0, lt=1_440)
    quiet_for_service: bool
    per_day: int = Field(ge=0, le=100)
    per_week: int = Field(ge=0, le=100)


class MessageLimitsOut(MessageLimitsIn):
    pass


class SentMessageOut(Schema):
    """`title`: of the record, null where it is not seen. `subject`, `text`: null where the asker may not know what it
    says. `address`: whole or its end, as the asker reads it. `code`: why it waits, was held back or failed.
    """

    id: UUID
    at: dt.datetime
    channel: ChannelName
    purpose: PurposeName
    state: StateName
    code: str
    entity: str
    record_id: UUID | None
    title: str | None
    staff_id: UUID | None
    address: str
    subject: str | None
    text: str | None
    template_name: str
    why_kind: str
    why_id: UUID | None
    why_name: str
    provider: str
    provider_id: str
    parts: int
    cost: Decimal | None
    attempts: int
    next_at: dt.datetime
    sent_at: dt.datetime | None
    delivered_at: dt.datetime | None
    read_at: dt.datetime | None


class SentMessagesOut(Schema):
    messages: list[SentMessageOut]
    more: bool


class MessagesAsked(Schema):
    """Empty for all. `mine`: those to the asker; `before`: the next page after that message."""

    channel: str = ""
    state: str = ""
    purpose: str = ""
    why_kind: str = ""
    entity: str = ""
    record_id: UUID | None = None
    mine: bool = False
    since: dt.date | None = None
    before: UUID | None = None


class MessageSendIn(Schema):
    """`key`: the sender's own name for this message: a second try with it sends nothing twice."""

    entity: str = Field(max_length=40)
    record_id: UUID
    template_id: UUID
    to: Recipients = "address"
    path: str = Field("", max_length=130)
    role: str = Field("", max_length=40)
    key: str = Field(min_length=8, max_length=64)


class MessageWeighedIn(Schema):
    entity: str = Field(max_length=40)
    record_id: UUID
    template_id: UUID
    to: Recipients = "address"
    path: str = Field("", max_length=130)
    role: str = Field("", max_length=40)


class MessageFateOut(Schema):
    """`held`: why it would not go, empty when it would. `address`: its end. `quiet`: it would wait for the end of quiet
    hours. `cost`: yuan.
    """

    held: str
    address: str
    quiet: bool
    cost: Decimal | None


class MessagesMadeOut(Schema):
    ids: list[UUID]


class MessagesReadIn(Schema):
    """None: all."""

    ids: list[UUID] = Field([], max_length=200)


class MessageCountOut(Schema):
    count: int


class ConsentIn(Schema):
    channel: ChannelName
    purpose: PurposeName
    given: bool
    way: Literal["paper", "spoken", "online"]
    proof: str = Field("", max_length=200)


class ConsentOut(Schema):
    id: UUID
    channel: ChannelName
    purpose: PurposeName
    given: bool
    way: Way
    proof: str
    at: dt.datetime
    by: UUID | None
