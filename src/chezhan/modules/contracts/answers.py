"""What the signing service answers: kept as it came and committed, then done; the same once, the forged and the late
not at all.
"""

import base64
import binascii
import datetime as dt
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson
from django.db import IntegrityError, transaction
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chezhan.access.by_link import link_actor
from chezhan.catalogue.records.files.making import bytes_of
from chezhan.catalogue.records.verbs.doing import do
from chezhan.kernel import clock
from chezhan.kernel.crypto import SealBroken, seal, unseal
from chezhan.kernel.errors import AppError
from chezhan.kernel.tickets import age_of
from chezhan.modules.contracts.asking import FILE_TICKET
from chezhan.modules.contracts.models import Contract, SigningAnswer, SigningService
from chezhan.modules.contracts.moving import ENTITY
from chezhan.modules.contracts.opening import store_named
from chezhan.modules.contracts.refusals import (
    AnotherPaper,
    AnswerStale,
    AnswerUnreadable,
    AnswerUnsigned,
    ContractLinkOver,
    NotAskedOfService,
)
from chezhan.modules.contracts.signing import SIGNS
from chezhan.modules.webhooks.keeping import told
from chezhan.modules.webhooks.models import Webhook
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.keys import key_here

MOST_BYTES, WITHIN, LONGEST_LINK = 64_000, dt.timedelta(minutes=5), 24 * 3_600
PAYLOAD = "signing_answer.payload"
Outcome = SigningAnswer.Outcome


class Said(BaseModel):
    """`sha256`: of the file that was signed; `signed_sha256`: of the one that came of it."""

    model_config = ConfigDict(extra="ignore")
    contract: UUID
    result: str = Field(pattern="^(signed|refused)$")
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    signed_sha256: str = Field("", pattern="^([0-9a-f]{64})?$")
    signed_name: str = Field("", max_length=60)
    reason: str = Field("", max_length=200)


def take_answer(*, token: str, address: str, headers: Mapping[str, str], body: bytes) -> str:
    """The outcome. `headers`: their names in small letters, as Standard Webhooks has them.

    Raises ContractLinkOver, TooManySignings, AnswerUnreadable, AnswerUnsigned, AnswerStale; then nothing is kept.
    """
    store = store_named(token=token, address=address)
    if len(body) > MOST_BYTES:
        raise AnswerUnreadable
    with tenant_context(store):
        service = _service(token)
        key = _check_signed(service.webhook, headers=headers, body=body)
    answer_id = _keep(store, service, key=key, body=body)
    with acting_as(service.id, reason="signing_service"), tenant_context(store):
        answer = SigningAnswer.objects.select_for_update().get(id=answer_id)
        if answer.outcome == Outcome.RECEIVED:
            # What came first under this number is done, whatever came after it.
            answer.outcome, answer.code, answer.contract_id = _do(store, service, _read(_text(answer)))
            # What came of it stands in the contract and its history: nobody's name is kept here as well.
            answer.payload = None
            answer.save(update_fields=["outcome", "code", "contract_id", "payload"])
        return str(answer.outcome)


def read_file(*, token: str, address: str, contract_id: UUID, ticket: str) -> bytes:
    """The contract that is to be signed, for a day after it was asked for. Raises ContractLinkOver, TooManySignings."""
    store = store_named(token=token, address=address)
    age = age_of(ticket, token=str(contract_id), purpose=FILE_TICKET)
    if age is None or age > LONGEST_LINK:
        raise ContractLinkOver
    with tenant_context(store):
        _service(token)
        contract = Contract.objects.filter(id=contract_id, status=Contract.Status.ASKED).first()
        if contract is None or not contract.paper:
            raise ContractLinkOver
        return bytes_of(file_id=UUID(contract.paper[0]["id"]), store=store)


def _service(token: str) -> SigningService:
    found = SigningService.objects.select_related("webhook").filter(token=token, webhook__enabled=True).first()
    if found is None:
        raise ContractLinkOver
    return found


def _check_signed(webhook: Webhook | None, *, headers: Mapping[str, str], body: bytes) -> str:
    """The sender's number of it."""
    if webhook is None:
        raise ContractLinkOver
    key, at, signs = (headers.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    if not 0 < len(key) <= 80 or not key.isascii() or not key.isprintable():
        raise AnswerUnsigned
    now = clock.now()
    old = webhook.old_secret if webhook.old_until is not None and now < webhook.old_until else None
    content = b".".join((key.encode(), at.encode("ascii", "replace"), body))
    secrets = [one for one in (told(webhook.secret, column="secret"), told(old, column="secret")) if one]
    expected = [one for secret in secrets if (one := _signature(secret, content))]
    given = [one for one in signs.split(" ")[:8] if one.isascii()]
    if not any(hmac.compare_digest(f"v1,{one}", sign) for one in expected for sign in given):
        raise AnswerUnsigned
    if not at.isdecimal() or len(at) > 12 or abs(int(at) - now.timestamp()) > WITHIN.total_seconds():
        raise AnswerStale
    return key


def _signature(secret: str, content: bytes) -> str:
    """Empty, which nothing is signed with, for a secret that is none."""
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except (binascii.Error, ValueError):
        return ""
    if not key:
        return ""
    return base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()


def _keep(store: StoreRef, service: SigningService, *, key: str, body: bytes) -> UUID:
    """Committed when this answers; sent again, it is the one that is there."""
    text = body.decode("utf-8", "replace").replace("\x00", "")
    said = _read(text)
    try:
        with acting_as(service.id, reason="signing_service"), tenant_context(store):
            sealed = seal(key=key_here(), purpose=PAYLOAD, text=text)
            about = said.contract if said else None
            return SigningAnswer.objects.create(key=key, payload=sealed, contract_id=about).id
    except IntegrityError:
        with tenant_context(store):
            return SigningAnswer.objects.get(key=key).id


def _text(answer: SigningAnswer) -> str:
    """Empty for what was erased meanwhile."""
    try:
        return unseal(key=key_here(), purpose=PAYLOAD, sealed=bytes(answer.payload or b""))
    except SealBroken:
        return ""


def _read(text: str) -> Said | None:
    try:
        given = orjson.loads(text)
        return Said.model_validate(given.get("data", given) if isinstance(given, dict) else given)
    except (orjson.JSONDecodeError, ValidationError):
        return None


def _do(store: StoreRef, service: SigningService, said: Said | None) -> tuple[str, str, UUID | None]:
    """In the transaction that keeps what came of it. What does not fit changes nothing, and says why."""
    if said is None:
        return Outcome.UNFIT, AnswerUnreadable.code, None
    contract = Contract.objects.select_for_update().filter(id=said.contract).first()
    if contract is None:
        return Outcome.UNFIT, ContractLinkOver.code, None
    if contract.sha256 != said.sha256:
        return Outcome.UNFIT, AnotherPaper.code, contract.id
    if contract.status != Contract.Status.ASKED:
        return Outcome.UNFIT, NotAskedOfService.code, contract.id
    actor = link_actor(id_=service.id, store=store, scope=SIGNS)
    verb, values = _verb(said)
    try:
        # What the database refuses leaves the answer standing.
        with transaction.atomic():
            do(actor=actor, entity=ENTITY, verb=verb, ids=[contract.id], values=values)
    except AppError as error:
        return Outcome.UNFIT, error.code, contract.id
    return (Outcome.SIGNED if said.result == "signed" else Outcome.REFUSED), "", contract.id


def _verb(said: Said) -> tuple[str, dict[str, Any]]:
    if said.result == "refused":
        return "refuse", {"refused_for": said.reason or "–"}
    name, file = said.signed_name.strip(), said.signed_sha256
    return "sign", {"signed_name": name, "way": "provider", "signed_sha256": file}
