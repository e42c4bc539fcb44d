"""Make leads of posts: a new one, or more of the open one of that phone. Whatever comes of it is put down with it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import F, Min

from chezhan.access import Actor
from chezhan.access.rights import Action, Right
from chezhan.access.roles import PUBLIC_FORM
from chezhan.access.scopes import Scope
from chezhan.catalogue.records.writes.refusals import RowsRefused
from chezhan.catalogue.records.writes.saving import create_records
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.modules.inbound.keeping import PAYLOAD, told
from chezhan.modules.inbound.mapping import FIELDS, read, values_in
from chezhan.modules.inbound.models import LeadPost, LeadSource
from chezhan.modules.inbound.refusals import LOST, PostEmpty, PostTrapped
from chezhan.modules.leads.knowing import open_lead_of
from chezhan.modules.leads.models import Lead
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.lookup import members_of

log = structlog.get_logger(__name__)
Outcome = LeadPost.Outcome
LEASE = dt.timedelta(minutes=2)
# Between one try and the next; after the last it is refused, and a person may look at it.
WAITS = tuple(dt.timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1_800))
NOBODY, REST, ROOM = "未留姓名", "（全文见“线索来源”的记录）", 4_500
# What must fit: the rest is put down among what they need, in words, rather than lost.
VITAL = frozenset({"contact_name", "phone", "channel", "owner", "need"})


def enter_due(*, store: StoreRef, until: dt.datetime) -> dt.datetime | None:
    """Until nothing is due, or `until`. Answers when there is something next; None for nothing."""
    while clock.now() < until:
        with acting_as(None, reason="task:lead_posts.enter"), tenant_context(store):
            claimed = _claim(now=clock.now())
        if claimed is None:
            break
        _try(store, post_id=claimed.id, source_id=claimed.source_id)
    with tenant_context(store):
        waiting = LeadPost.objects.filter(outcome=Outcome.RECEIVED)
        due: dt.datetime | None = waiting.aggregate(next=Min("next_at"))["next"]
    return due


def enter(*, store: StoreRef, post: LeadPost) -> UUID:
    """In the store's transaction, with the post locked. Raises what it is refused for."""
    source = LeadSource.objects.get(id=post.source_id)
    values = values_in(read(told(post.payload, column=PAYLOAD)), source.mapping)
    if values.get("trap"):
        raise PostTrapped
    said = {name: values[name] for name in FIELDS if name in values}
    if not said.get("phone") and not said.get("contact_name"):
        raise PostEmpty
    actor = actor_of(source, store=store)
    lead_id = open_lead_of(said.get("phone", ""))
    outcome = Outcome.MERGED if lead_id else Outcome.CREATED
    if lead_id is None:
        lead_id = _create(actor, source, said)
    if outcome == Outcome.MERGED or source.kind == LeadSource.Kind.CALL:
        _talk(actor, source, lead_id, said, seconds=values.get("seconds", ""))
    LeadPost.objects.filter(id=post.id).update(outcome=outcome, lead_id=lead_id, reasons={}, done_at=clock.now())
    return lead_id


def refuse(*, post_id: UUID, error: AppError) -> None:
    reasons = {"": error.code}
    if isinstance(error, RowsRefused):
        reasons = {row["field"]: row["code"] for row in error.params["rows"]}
    waiting = LeadPost.objects.filter(id=post_id, lead_id=None)
    waiting.update(outcome=Outcome.REFUSED, reasons=reasons, done_at=clock.now())


def actor_of(source: LeadSource, *, store: StoreRef) -> Actor:
    """An integration named after the source, that may enter leads and what was said, and reads nothing for anybody."""
    return Actor(
        person_id=source.id,
        person_name=source.name,
        language="zh-hans",
        group=store.group,
        store=store,
        roles=frozenset({PUBLIC_FORM}),
        scope=Scope(entities=(("interaction", Right.WRITE), ("lead", Right.WRITE)), actions=frozenset({Action.CREATE})),
    )


def _claim(*, now: dt.datetime) -> LeadPost | None:
    """Counted before it is tried, so that a post which ends its process is known for it."""
    rows = LeadPost.objects.select_for_update(skip_locked=True).filter(outcome=Outcome.RECEIVED, next_at__lte=now)
    post = rows.order_by("next_at", "id").first()
    if post is None:
        return None
    if post.attempts > len(WAITS):
        values: dict[str, Any] = {"outcome": Outcome.REFUSED, "reasons": {"": LOST}, "done_at": now}
    else:
        values = {"attempts": F("attempts") + 1, "next_at": now + LEASE}
    LeadPost.objects.filter(id=post.id).update(**values)
    return post


def _try(store: StoreRef, *, post_id: UUID, source_id: UUID) -> None:
    try:
        with acting_as(source_id, reason="lead_post"), tenant_context(store):
            post = LeadPost.objects.select_for_update().get(id=post_id)
            if post.outcome != Outcome.RECEIVED:
                return
            try:
                with transaction.atomic():
                    enter(store=store, post=post)
            except AppError as error:
                refuse(post_id=post_id, error=error)
    except Exception as error:
        # Its words may be of somebody; another try comes after a while.
        log.warning("lead_post_not_entered", post=str(post_id), error=type(error).__name__)
        with tenant_context(store):
            row = LeadPost.objects.filter(id=post_id, outcome=Outcome.RECEIVED)
            tried = row.values_list("attempts", flat=True).first() or 1
            row.update(next_at=clock.now() + WAITS[min(tried, len(WAITS)) - 1])


def _create(actor: Actor, source: LeadSource, said: Mapping[str, str]) -> UUID:
    row: dict[str, Any] = {"contact_name": NOBODY, **said, "channel": source.channel, "owner": _owner(actor, source)}
    try:
        with transaction.atomic():
            return create_records(actor=actor, entity="lead", rows=[row])[0]
    except RowsRefused as error:
        unfit = {one["field"] for one in error.params["rows"]}
        if not unfit or unfit & VITAL:
            raise
        words = [f"{name}: {row.pop(name)}" for name in sorted(unfit)]
        row["need"] = "\n".join([*([row["need"]] if row.get("need") else []), *words])
        return create_records(actor=actor, entity="lead", rows=[row])[0]


def _talk(actor: Actor, source: LeadSource, lead_id: UUID, said: Mapping[str, str], *, seconds: str) -> None:
    """Whoever called and was answered has been spoken with; a post alone stops no clock."""
    called = source.kind == LeadSource.Kind.CALL
    length = int(seconds) if called and seconds.isdecimal() and len(seconds) < 7 else 0
    told_of = {name: value for name, value in said.items() if name != "phone"}
    summary = "\n".join([source.name, *told_of.values()])
    row = {
        "kind": "call" if called else "note",
        "direction": "in",
        "reached": length > 0,
        "at": clock.now().isoformat(),
        "lead": str(lead_id),
        "summary": summary if len(summary) <= ROOM else f"{summary[:ROOM]}…\n{REST}",
        "owner": _owner_of_lead(lead_id) or _owner(actor, source),
        **({"seconds": length} if length else {}),
    }
    create_records(actor=actor, entity="interaction", rows=[row])


def _owner(actor: Actor, source: LeadSource) -> str | None:
    """Nobody once they work here no more: then it is shared out as any other, and not refused."""
    return str(source.owner) if source.owner in members_of(store=actor.in_store) else None


def _owner_of_lead(lead_id: UUID) -> str | None:
    """Whoever has the lead is to hear of it."""
    owner = Lead.objects.values_list("owner", flat=True).get(id=lead_id)
    return str(owner) if owner else None
