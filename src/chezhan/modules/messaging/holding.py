"""Whether a message may go now: consent, quiet hours, how many somebody had already. Asked as it is about to leave."""

import datetime as dt
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q

from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.messaging.models import Message, MessageConsent, MessageLimits, Purpose

# One after another for each reader, so that two that leave at once are not both the last that is allowed.
TURN = "SELECT pg_advisory_xact_lock(hashtext('chezhan message'), hashtext(%s))"
WENT = (Message.State.SENDING, Message.State.SENT, Message.State.DELIVERED, Message.State.UNKNOWN)
# Of a message by hand for a trial, and of what colleagues get.
FREE = frozenset({"trial"})


@dataclass(frozen=True, slots=True)
class Held:
    """It does not go at all."""

    code: str


@dataclass(frozen=True, slots=True)
class Later:
    at: dt.datetime


def limits_here() -> MessageLimits:
    """Those of the store, as it is set up or by default."""
    return MessageLimits.objects.first() or MessageLimits()


def verdict(message: Message, *, limits: MessageLimits, now: dt.datetime) -> Held | Later | None:
    """None: it may go. In the store's transaction, which then sends it or not."""
    if message.staff_id is not None or message.why_kind in FREE or message.reach is None:
        return None
    marketing = message.purpose == Purpose.MARKETING
    said = latest_consent(message)
    if said is False:
        return Held("no_consent_withdrawn")
    if marketing and said is None:
        return Held("no_consent")
    quiet = quiet_until(limits, now)
    if quiet is not None and (marketing or limits.quiet_for_service):
        return Later(quiet)
    return _capped(message, limits, now) if marketing else None


def latest_consent(message: Message) -> bool | None:
    """What was said last, of the person or of the address; None where nothing was."""
    who = Q(reach=message.reach) if message.reach is not None else Q(pk=None)
    if message.subject_id is not None:
        who |= Q(record_id=message.subject_id)
    rows = MessageConsent.objects.filter(who, channel=message.channel, purpose=message.purpose)
    return rows.order_by("-at", "-id").values_list("given", flat=True).first()


def quiet_until(limits: MessageLimits, now: dt.datetime) -> dt.datetime | None:
    """The end of the quiet hours in which `now` lies."""
    begin, end = limits.quiet_from, limits.quiet_to
    if begin == end:
        return None
    local = now.astimezone(SHANGHAI)
    minute = local.hour * 60 + local.minute
    within = begin <= minute < end if begin < end else minute >= begin or minute < end
    if not within:
        return None
    day = local.date() + dt.timedelta(days=1 if minute >= begin > end else 0)
    return dt.datetime.combine(day, dt.time(end // 60, end % 60), SHANGHAI).astimezone(dt.UTC)


def _capped(message: Message, limits: MessageLimits, now: dt.datetime) -> Held | None:
    with connection.cursor() as cursor:
        cursor.execute(TURN, [bytes(message.reach or b"").hex()])
    rows = Message.objects.filter(reach=message.reach, purpose=Purpose.MARKETING, state__in=WENT)
    rows = rows.exclude(id=message.id).exclude(why_kind__in=FREE)
    day = dt.datetime.combine(clock.today(), dt.time(), SHANGHAI)
    for limit, since in ((limits.per_day, day), (limits.per_week, now - dt.timedelta(days=7))):
        if limit and rows.filter(sent_at__gte=since).count() >= limit:
            return Held("over_the_cap")
    return None
