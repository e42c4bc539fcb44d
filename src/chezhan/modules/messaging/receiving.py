"""What providers report, and what customers say by the link in a message. Strangers: each call opens the store that the
token names, and is told nothing of what is there.
"""

from dataclasses import dataclass
from hashlib import sha256

from chezhan.catalogue.phones import digits_of
from chezhan.kernel import clock
from chezhan.kernel.pace import keep_pace
from chezhan.modules.messaging.accounts import account_of
from chezhan.modules.messaging.addresses import reach_of
from chezhan.modules.messaging.channels.registry import Receipt, Report, Reported, provider_of
from chezhan.modules.messaging.models import Message, MessageChannel, MessageConsent, Purpose
from chezhan.modules.messaging.refusals import LinkClosed, ReceiptRefused, TooManyLooks
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.links import store_of

State = Message.State
LOOKS, REPORTS = 60, 1_200
# What a report may still change: an end is an end.
OPEN = (State.SENDING, State.SENT, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Ending:
    """`stopped`: what was said last of marketing by this channel."""

    store: str
    channel: str
    stopped: bool


def take_report(*, token: str, report: Report) -> Reported:
    """Raises ReceiptRefused alike for a token that is none and a report that is not the provider's."""
    keep_pace(name=f"message-report:{_hash(token)}", limit=REPORTS)
    store = store_of(token)
    if store is None:
        raise ReceiptRefused
    with acting_as(None, reason="message_report"), tenant_context(store):
        row = MessageChannel.objects.filter(receipts=token).first()
        provider = provider_of(channel=row.channel, name=row.provider) if row is not None else None
        if row is None or provider is None or not provider.reports:
            raise ReceiptRefused
        told = provider.read_report(account=account_of(row, store=store), report=report)
        for receipt in told.receipts:
            _note(row.channel, receipt)
        return told


def read_ending(*, token: str, address: str) -> Ending:
    """Raises LinkClosed, TooManyLooks."""
    store = _store(token, address)
    with tenant_context(store):
        message = _message(token)
        return Ending(store.name, message.channel, _stopped(message))


def say_ending(*, token: str, address: str, stop: bool, proof: str) -> Ending:
    """Twice the same is said once. Raises LinkClosed, TooManyLooks."""
    store = _store(token, address)
    with acting_as(None, reason="message_link"), tenant_context(store):
        message = _message(token)
        if _stopped(message) != stop:
            _put(message.channel, message.reach, given=not stop, way="link", proof=proof, message=message)
        return Ending(store.name, message.channel, stop)


def _note(channel: str, receipt: Receipt) -> None:
    if receipt.sender:
        reach = reach_of(channel=channel, text=digits_of(receipt.sender) or receipt.sender)
        last = Message.objects.filter(reach=reach, channel=channel).order_by("-at").first()
        _put(channel, reach, given=False, way="reply", proof="", message=last)
        return
    rows = Message.objects.filter(channel=channel, state__in=OPEN)
    mine = rows.filter(provider_id=receipt.provider_id) if receipt.provider_id else rows.none()
    if not mine.exists() and len(receipt.message_id) == 32:
        try:
            mine = rows.filter(id=receipt.message_id)
        except ValueError:
            return
    values = {"state": State.DELIVERED, "delivered_at": clock.now(), "code": ""}
    mine.update(**(values if receipt.delivered else {"state": State.FAILED, "code": receipt.code[:80]}))


def _put(
    channel: str, reach: bytes | memoryview | None, *, given: bool, way: str, proof: str, message: Message | None
) -> None:
    MessageConsent.objects.create(
        entity=message.entity if message else "",
        record_id=message.subject_id if message else None,
        reach=reach,
        channel=channel,
        purpose=Purpose.MARKETING,
        given=given,
        way=way,
        proof=proof[:200],
        at=clock.now(),
    )


def _stopped(message: Message) -> bool:
    rows = MessageConsent.objects.filter(reach=message.reach, channel=message.channel, purpose=Purpose.MARKETING)
    return rows.order_by("-at", "-id").values_list("given", flat=True).first() is False


def _message(token: str) -> Message:
    found = Message.objects.filter(link=token).exclude(reach=None).first() if token else None
    if found is None:
        raise LinkClosed
    return found


def _store(token: str, address: str) -> StoreRef:
    keep_pace(name=f"message-link:{_hash(address)}", limit=LOOKS, refusal=TooManyLooks)
    store = store_of(token)
    if store is None:
        raise LinkClosed
    return store


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
