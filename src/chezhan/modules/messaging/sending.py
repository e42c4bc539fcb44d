"""Send what is due: each message is claimed in one transaction, sent outside of any, and what came of it is written in
another. Killed between, it is not known whether it went: only a provider that knows our id is given it again.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

import structlog
from django.db.models import Min, Q

from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.kernel.ids import new_id
from chezhan.kernel.outbound import NotReached, ReplyLost
from chezhan.kernel.pace import TooFast, keep_pace
from chezhan.modules.messaging.accounts import Way, way_for
from chezhan.modules.messaging.channels.registry import Letter, Taken
from chezhan.modules.messaging.holding import Later, limits_here, verdict
from chezhan.modules.messaging.keeping import told, told_params
from chezhan.modules.messaging.models import Channel, Message
from chezhan.modules.messaging.refusals import SendRefused
from chezhan.modules.messaging.staff import address_of
from chezhan.modules.messaging.stopping import stop_link
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

log = structlog.get_logger(__name__)
State = Message.State
# Longer than a provider is waited for: whoever claimed it and is silent since is gone.
LEASE = dt.timedelta(minutes=5)
TRIES, FIRST_WAIT = 5, dt.timedelta(seconds=30)
SECOND = dt.timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Claimed:
    id: UUID
    claim: UUID
    attempts: int
    since: dt.datetime
    parts: int
    letter: Letter
    way: Way


def send_due(*, store: StoreRef, until: dt.datetime) -> dt.datetime | None:
    """Until nothing is due, or `until`. Answers when there is something next; None for nothing."""
    while clock.now() < until:
        with acting_as(None, reason="task:messages.send"), tenant_context(store):
            found = pick(store=store, now=clock.now())
        if found is None:
            break
        if isinstance(found, Claimed):
            settle(store=store, claimed=found, outcome=hand_over(found))
    with tenant_context(store):
        told_by = Message.objects.filter(state__in=[State.QUEUED, State.SENDING]).aggregate(next=Min("next_at"))
    due: dt.datetime | None = told_by["next"]
    return due


def pick(*, store: StoreRef, now: dt.datetime) -> Claimed | bool | None:
    """The next that is due, claimed; True when it was dealt with otherwise; None when nothing is due."""
    due = Q(state=State.QUEUED) | Q(state=State.SENDING)
    rows = Message.objects.select_for_update(skip_locked=True, of=("self",)).select_related("template")
    message = rows.filter(due, next_at__lte=now).order_by("next_at", "id").first()
    if message is None:
        return None
    way = way_for(store=store, channel=message.channel)
    address = _address(message, store)
    stop = _stop(message, way, address, now)
    if stop or way is None:
        _write(message, **stop)
        return True
    try:
        keep_pace(name=f"message:{store.id}:{message.channel}", limit=way.pace, window=1)
    except TooFast:
        _write(message, next_at=now + SECOND)
        return True
    since, claim = message.sent_at or now, new_id()
    _write(
        message,
        state=State.SENDING,
        code="",
        claim=claim,
        attempts=message.attempts + 1,
        provider=way.provider.name,
        sent_at=since,
        next_at=now + LEASE,
    )
    return Claimed(message.id, claim, message.attempts, since, message.parts, _letter(message, address), way)


def _stop(message: Message, way: Way | None, address: str, now: dt.datetime) -> dict[str, object]:
    """What becomes of it instead of being sent; nothing when it may go."""
    if message.state == State.SENDING and not may_repeat(message, way, now):
        return {"state": State.UNKNOWN, "code": "sender_lost"}
    if way is None:
        return {"state": State.FAILED, "code": "no_channel"}
    if not address and message.channel != Channel.DINGTALK:
        return {"state": State.SUPPRESSED, "code": "no_address"}
    held = None if message.state == State.SENDING else verdict(message, limits=limits_here(), now=now)
    if isinstance(held, Later):
        return {"next_at": held.at, "code": "quiet_hours"}
    return {} if held is None else {"state": State.SUPPRESSED, "code": held.code}


def hand_over(claimed: Claimed) -> Taken | AppError:
    """Outside of any transaction. What is raised unlooked for is as a lost reply: it may have gone."""
    try:
        return claimed.way.provider.send(account=claimed.way.account, letter=claimed.letter)
    except AppError as error:
        return error
    except Exception as error:
        # Its words may hold an address.
        log.warning("message_sender_failed", message=str(claimed.id), error=type(error).__name__)
        return ReplyLost()


def settle(*, store: StoreRef, claimed: Claimed, outcome: Taken | AppError) -> None:
    with acting_as(None, reason="task:messages.send"), tenant_context(store):
        rows = Message.objects.filter(id=claimed.id, claim=claimed.claim, state=State.SENDING)
        rows.update(**_outcome(claimed, outcome, clock.now()))


def may_repeat(message: Message, way: Way | None, now: dt.datetime) -> bool:
    """Whether the provider would know it for the same, however often it is given."""
    known = way.provider.knows_for if way is not None and way.provider.name == message.provider else dt.timedelta()
    return message.sent_at is not None and now - message.sent_at < known


def _outcome(claimed: Claimed, outcome: Taken | AppError, now: dt.datetime) -> dict[str, object]:
    match outcome:
        case Taken():
            parts = outcome.parts or claimed.parts
            cost = outcome.cost if outcome.cost is not None else claimed.way.price * Decimal(parts)
            state = State.DELIVERED if outcome.delivered else State.SENT
            delivered = now if outcome.delivered else None
            return {
                "state": state, "code": "", "provider_id": outcome.provider_id[:120], "parts": parts, "cost": cost,
                "sent_at": now, "delivered_at": delivered, "claim": None,
            }  # fmt: skip
        case ReplyLost():
            wait = FIRST_WAIT
            if now + wait - claimed.since < claimed.way.provider.knows_for and claimed.attempts < TRIES:
                return {"state": State.QUEUED, "code": "reply_lost", "next_at": now + wait, "claim": None}
            return {"state": State.UNKNOWN, "code": "reply_lost", "claim": None}
        case SendRefused(again=True) | NotReached() if claimed.attempts < TRIES:
            wait = FIRST_WAIT * 4 ** (claimed.attempts - 1)
            code = outcome.reason if isinstance(outcome, SendRefused) else outcome.code
            return {"state": State.QUEUED, "code": code, "next_at": now + wait, "claim": None, "sent_at": None}
        case SendRefused():
            return {"state": State.FAILED, "code": outcome.reason, "claim": None, "sent_at": None}
    return {"state": State.FAILED, "code": outcome.code, "claim": None, "sent_at": None}


def _address(message: Message, store: StoreRef) -> str:
    if message.staff_id is not None:
        return address_of(store=store, channel=message.channel, person_id=message.staff_id)
    return told(message, "address")


def _letter(message: Message, address: str) -> Letter:
    template = message.template
    return Letter(
        id=message.id,
        address=address,
        subject=told(message, "subject"),
        text=told(message, "text"),
        params=told_params(message),
        template=template.provider_template if template else "",
        sign=template.sign_name if template else "",
        link=stop_link(message.link) if message.link else "",
    )


def _write(message: Message, **values: object) -> None:
    for name, value in values.items():
        setattr(message, name, value)
    message.save(update_fields=list(values))
