"""What would become of messages to many, were they made now: how many go, how many are held back, what they cost.

As holding.verdict has it for one, asked of sets; nothing is written.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.messaging.accounts import way_for
from chezhan.modules.messaging.addresses import reach_of
from chezhan.modules.messaging.holding import FREE, WENT, limits_here, quiet_until
from chezhan.modules.messaging.letters import draft_of, parts_of
from chezhan.modules.messaging.models import Message, MessageConsent, MessageLimits, MessageTemplate, Purpose
from chezhan.modules.messaging.queueing import AT_ONCE, Reader, Recipient, readers_for

# So many are rendered to foretell what one costs.
SAMPLE = 100


def foretell(
    *, actor: Actor, view: View, template: MessageTemplate, recipient: Recipient, record_ids: Sequence[UUID], at: str
) -> dict[str, Any]:
    """`channel`; `goes`, and `no_address`, `no_consent`, `no_consent_withdrawn`, `over_the_cap`, which do not; `quiet`:
    "" or whether those that go wait for the end of quiet hours, "waits" or "may_wait" where nobody knows when it is
    done; `cost`: yuan, by the parts of the first of them, None where the channel is not connected.
    """
    readers: list[Reader] = []
    nobody = 0
    for first in range(0, len(record_ids), AT_ONCE):
        ids = record_ids[first : first + AT_ONCE]
        found = readers_for(actor=actor, view=view, template=template, recipient=recipient, record_ids=ids)
        nobody += sum(1 for one in ids if not found.get(one))
        readers += [reader for one in ids for reader in found.get(one, ())]
    limits = limits_here()
    held = _held(template, readers, limits)
    goes = len(readers) - sum(held.values())
    words = draft_of(actor=actor, view=view, template=template).words_for(record_ids[:SAMPLE])
    parts = [parts_of(channel=template.channel, text=one.text, sign=template.sign_name) for one in words.values()]
    way = way_for(store=actor.in_store, channel=template.channel)
    each = Decimal(sum(parts)) / Decimal(len(parts)) if parts else Decimal(1)
    cost = None if way is None else format((way.price * each * goes).quantize(Decimal("0.01")), "f")
    quiet = _quiet(template, limits, at) if goes and any(one.address for one in readers) else ""
    return {
        "channel": template.channel, "template": template.name, "goes": goes, "no_address": nobody, "quiet": quiet,
        "cost": cost, **{code: held[code] for code in ("no_consent", "no_consent_withdrawn", "over_the_cap")},
    }  # fmt: skip


def _held(template: MessageTemplate, readers: Sequence[Reader], limits: MessageLimits) -> Counter[str]:
    """By reason. Of several to one address those beyond the cap count as well."""
    marketing, held = template.purpose == Purpose.MARKETING, Counter[str]()
    went: dict[bytes, tuple[int, int]] = {}
    for first in range(0, len(readers), AT_ONCE):
        part = [one for one in readers[first : first + AT_ONCE] if one.address]
        reaches = {one.address: reach_of(channel=template.channel, text=one.address) for one in part}
        said = _said(template, part, list(reaches.values()))
        if marketing:
            went = _went([reach for reach in reaches.values() if reach not in went]) | went
        for one in part:
            reach = reaches[one.address]
            told = [words for words in (said.get(reach), said.get(one.subject_id)) if words is not None]
            given = max(told)[1] if told else None
            if given is False:
                held["no_consent_withdrawn"] += 1
            elif marketing and given is None:
                held["no_consent"] += 1
            elif marketing:
                today, week = went.get(reach, (0, 0))
                over = (limits.per_day and today >= limits.per_day) or (limits.per_week and week >= limits.per_week)
                held["over_the_cap"] += bool(over)
                went[reach] = (today, week) if over else (today + 1, week + 1)
    return held


def _said(
    template: MessageTemplate, readers: Sequence[Reader], reaches: Sequence[bytes]
) -> dict[object, tuple[tuple[dt.datetime, UUID], bool]]:
    """What was said last, of people by their record's id and of addresses, with when."""
    people = [one.subject_id for one in readers if one.subject_id]
    rows = MessageConsent.objects.filter(Q(record_id__in=people) | Q(reach__in=list(reaches)))
    rows = rows.filter(channel=template.channel, purpose=template.purpose).order_by("at", "id")
    found: dict[object, tuple[tuple[dt.datetime, UUID], bool]] = {}
    for id_, record_id, reach, at, given in rows.values_list("id", "record_id", "reach", "at", "given"):
        for who in (record_id, None if reach is None else bytes(reach)):
            if who is not None:
                found[who] = ((at, id_), given)
    return found


def _went(reaches: Sequence[bytes]) -> dict[bytes, tuple[int, int]]:
    """Of marketing, today and within a week, by address."""
    now, day = clock.now(), dt.datetime.combine(clock.today(), dt.time(), SHANGHAI)
    rows = Message.objects.filter(reach__in=list(reaches), purpose=Purpose.MARKETING, state__in=WENT)
    rows = rows.filter(sent_at__gte=now - dt.timedelta(days=7)).exclude(why_kind__in=FREE)
    told = rows.values("reach").annotate(week=Count("id"), today=Count("id", filter=Q(sent_at__gte=day))).order_by()
    return {bytes(one["reach"] or b""): (one["today"], one["week"]) for one in told}


def _quiet(template: MessageTemplate, limits: MessageLimits, at: str) -> str:
    if limits.quiet_from == limits.quiet_to:
        return ""
    if template.purpose != Purpose.MARKETING and not limits.quiet_for_service:
        return ""
    if not at:
        return "may_wait"
    moment = dt.datetime.combine(clock.today(), dt.time.fromisoformat(at), SHANGHAI)
    return "waits" if quiet_until(limits, moment) else ""
