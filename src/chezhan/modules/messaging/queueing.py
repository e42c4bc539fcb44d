"""Put messages down to be sent: once for each effect, in the transaction of what they are for."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID, uuid5

from django.db import transaction

from chezhan.access import Actor
from chezhan.catalogue.doing.registry import Why
from chezhan.catalogue.records.looking import View
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from chezhan.modules.messaging.addresses import addresses_for, reach_of, require_address
from chezhan.modules.messaging.keeping import kept, kept_params
from chezhan.modules.messaging.letters import Words, draft_of, parts_of
from chezhan.modules.messaging.models import Channel, Message, MessageTemplate, Purpose
from chezhan.modules.messaging.refusals import NotApproved
from chezhan.modules.messaging.staff import staff_for
from chezhan.modules.messaging.stopping import stop_link
from tenants.directory import StoreRef
from tenants.links import new_token
from tenants.work.leasing import announce_work

KIND = "messages"
# Longer than the transaction in which messages are put down.
LOST = dt.timedelta(minutes=2)
AT_ONCE = 500
To = Literal["address", "owner", "role", "group"]


@dataclass(frozen=True, slots=True)
class Recipient:
    """`to` "address": what the field `path` of the record holds; "owner"; "role": all who hold it in the store, and
    where nobody of them is there, those of the next role of `otherwise` too; "group": whoever is in the group that the
    channel writes to.
    """

    to: To = "address"
    path: str = ""
    role: str = ""
    otherwise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    address: str = ""
    path: str = ""
    tail: str = ""
    subject_id: UUID | None = None
    staff_id: UUID | None = None

    @property
    def mark(self) -> str:
        return str(self.staff_id or "")


def queue_messages(
    *, actor: Actor, view: View, template: MessageTemplate, recipient: Recipient, record_ids: Sequence[UUID], why: Why
) -> dict[UUID, list[UUID]]:
    """By record the messages that are new. What has no address is put down as held back. Raises NotApproved, NoAddress,
    BadTemplate.
    """
    require_usable(template)
    draft = draft_of(actor=actor, view=view, template=template)
    for problem in draft.problems():
        raise problem
    made: dict[UUID, list[UUID]] = {}
    for first in range(0, len(record_ids), AT_ONCE):
        ids = record_ids[first : first + AT_ONCE]
        readers = readers_for(actor=actor, view=view, template=template, recipient=recipient, record_ids=ids)
        tokens = {one: new_token(actor.in_store) for one in ids} if draft.ends or _has_stop(template) else {}
        words = draft.words_for(ids, link={one: stop_link(token) for one, token in tokens.items()})
        rows = [
            _row(
                template=template,
                record_id=record_id,
                reader=reader,
                words=words[record_id],
                paths=draft.paths,
                why=why,
                to=recipient.to,
                token=tokens.get(record_id, ""),
            )
            for record_id in ids
            if record_id in words
            for reader in readers.get(record_id) or [Reader()]
        ]
        new = _put_down(rows)
        for row in rows:
            if row.id in new and row.record_id is not None:
                made.setdefault(row.record_id, []).append(row.id)
    if made:
        wake(actor.in_store)
    return made


def _has_stop(template: MessageTemplate) -> bool:
    """A mail programme offers to end advertising, whether or not its text does."""
    return template.channel == Channel.MAIL and template.purpose == Purpose.MARKETING


def require_usable(template: MessageTemplate) -> None:
    if template.approval != MessageTemplate.Approval.APPROVED or not template.enabled:
        raise NotApproved(params={"name": template.name})


def readers_for(
    *, actor: Actor, view: View, template: MessageTemplate, recipient: Recipient, record_ids: Sequence[UUID]
) -> Mapping[UUID, list[Reader]]:
    if recipient.to == "address":
        reached = require_address(view=view, channel=template.channel, path=recipient.path)
        found = addresses_for(actor=actor, view=view, reached=reached, record_ids=record_ids)
        return {one: [Reader(told.text, recipient.path, told.tail, told.subject_id)] for one, told in found.items()}
    if template.channel == Channel.DINGTALK or recipient.to == "group":
        return {one: [Reader()] for one in record_ids}
    people = staff_for(
        actor=actor, view=view, to=recipient.to, roles=(recipient.role, *recipient.otherwise), record_ids=record_ids
    )
    path = "owner" if recipient.to == "owner" else ""
    return {one: [Reader(path=path, staff_id=person) for person in told] for one, told in people.items()}


def wake(store: StoreRef) -> None:
    """The sender comes when the transaction is over; should this process end before, after a while."""
    key = uuid5(store.id, KIND)
    announce_work(store_id=store.id, kind=KIND, key=key, due_at=clock.now() + LOST)
    transaction.on_commit(lambda: announce_work(store_id=store.id, kind=KIND, key=key, due_at=clock.now()))


def _row(
    *,
    template: MessageTemplate,
    record_id: UUID,
    reader: Reader,
    words: Words,
    paths: list[str],
    why: Why,
    to: To,
    token: str,
) -> Message:
    nobody = not reader.address and reader.staff_id is None and template.channel != Channel.DINGTALK
    return Message(
        id=new_id(),
        template=template,
        channel=template.channel,
        purpose=template.purpose,
        entity=template.entity,
        record_id=record_id,
        subject_id=reader.subject_id,
        staff_id=reader.staff_id,
        address=kept(column="address", text=reader.address),
        reach=reach_of(channel=template.channel, text=reader.address) if reader.address else None,
        tail=reader.tail,
        address_path=reader.path,
        subject=kept(column="subject", text=words.subject),
        text=kept(column="text", text=words.text),
        params=kept_params(words.params),
        paths=paths,
        effect=_effect(template, record_id, reader, why, to),
        state=Message.State.SUPPRESSED if nobody else Message.State.QUEUED,
        code="no_address" if nobody else "",
        why_kind=why.kind,
        why_id=why.id,
        why_name=why.name[:120],
        parts=parts_of(channel=template.channel, text=words.text, sign=template.sign_name),
        link=token,
        next_at=clock.now(),
        at=clock.now(),
    )


def _effect(template: MessageTemplate, record_id: UUID, reader: Reader, why: Why, to: To) -> str:
    """Who is told by several roles, of one template and occasion, is told once."""
    key = f"{why.nth(0).key(record_id)}:{template.id}" if to == "role" and reader.mark else why.key(record_id)
    return f"{key}:{reader.mark}"[:240]


def _put_down(rows: Sequence[Message]) -> set[UUID]:
    """Answers the ids of those that were not there before."""
    Message.objects.bulk_create(rows, ignore_conflicts=True)
    return set(Message.objects.filter(id__in=[row.id for row in rows]).values_list("id", flat=True))
