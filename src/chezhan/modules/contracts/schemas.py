"""What the contract's page is told and sends."""

import datetime as dt
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field


class ContractBlockOut(Schema):
    """`lines`: of cells; of a table the first is its head."""

    kind: Literal["heading", "text", "facts", "rows"]
    lines: list[list[str]]


class CustomerContractOut(Schema):
    """`sha256`: of the file that is signed, to be sent back with the signature. `open`: it can be signed now.
    `outdated`: the order says otherwise by now."""

    store: str
    address: str
    phone: str
    number: str
    status: str
    sha256: str
    blocks: list[ContractBlockOut]
    signed_at: dt.datetime | None
    signed_sha256: str
    outdated: bool
    open: bool


class ContractSignatureIn(Schema):
    """`picture`: a PNG as a data address. `read`: the SHA-256 of the file that was read. `agreed`: they say so."""

    name: str = Field(min_length=1, max_length=60)
    picture: str = Field(max_length=500_000)
    read: str = Field(min_length=64, max_length=64, pattern="^[0-9a-f]{64}$")
    agreed: Literal[True]


class SigningWebhookOut(Schema):
    id: UUID
    name: str


class WaitingContractOut(Schema):
    id: UUID
    number: str


class SigningServiceOut(Schema):
    """`webhook`: whose address and secret are the service's; null: none. `answer_to`: where the service answers.
    `waiting`: how many contracts wait for it; `first_waiting`: the first of them by number."""

    version: int
    webhook: UUID | None
    answer_to: str
    webhooks: list[SigningWebhookOut]
    waiting: int
    first_waiting: list[WaitingContractOut]


class SigningServiceIn(Schema):
    """`version`: of what was looked at, 0 for nothing said yet. `waiting`: of how many waiting contracts it was said
    that they are taken back."""

    version: int = Field(ge=0, le=2_000_000_000)
    webhook: UUID | None
    waiting: int = Field(0, ge=0, le=2_000_000_000)


class SigningAnswerOut(Schema):
    """`outcome`: what came of the answer; unfit: nothing, since it does not fit what was asked."""

    outcome: Literal["received", "signed", "refused", "unfit"]
