"""A message by hand, from a record; one for a trial; and taking one back that has not left yet."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from chezhan.access import Actor, require
from chezhan.catalogue.doing.registry import Why
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from chezhan.modules.messaging.accounts import way_for
from chezhan.modules.messaging.addresses import Address, reach_of
from chezhan.modules.messaging.keeping import kept, kept_params
from chezhan.modules.messaging.letters import Draft, Words, parts_of
from chezhan.modules.messaging.models import Message, MessageTemplate, Purpose
from chezhan.modules.messaging.permits import DESIGN, SEND
from chezhan.modules.messaging.queries import get_message
from chezhan.modules.messaging.queueing import Recipient, queue_messages, wake
from chezhan.modules.messaging.refusals import BadTemplate, NoAddress, NoChannel, UnknownMessage
from chezhan.modules.messaging.templates import get_template, template_draft, usable_template

TRIAL = {"zh": "这是一条测试消息，收到说明渠道已经接通。", "en": "This is a trial: the channel is connected."}


def send_by_hand(
    *, actor: Actor, entity: str, record_id: UUID, template_id: UUID, recipient: Recipient, key: str
) -> list[UUID]:
    """`key`: the sender's own name for this, so that a second try sends nothing twice. Raises Forbidden, NoChannel, and
    as queue_messages.
    """
    require(actor=actor, permission=SEND)
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    template = usable_template(template_id=template_id)
    if template.entity != view.entity.name:
        raise BadTemplate(params={"where": "entity", "inside": ""})
    if way_for(store=actor.in_store, channel=template.channel) is None:
        raise NoChannel(params={"channel": template.channel})
    why = Why("person", actor.person_id, actor.person_name, {record_id: key})
    made = queue_messages(
        actor=actor, view=view, template=template, recipient=recipient, record_ids=[record_id], why=why
    )
    return list(made.get(record_id, []))


def send_trial(*, actor: Actor, channel: str, address: str, template_id: UUID | None) -> UUID:
    """To an address that the asker types: consent and quiet hours are not asked. Raises Forbidden, NoChannel,
    NoAddress, BadTemplate for a provider that keeps the words, without a template.
    """
    require(actor=actor, permission=DESIGN)
    way = way_for(store=actor.in_store, channel=channel)
    if way is None:
        raise NoChannel(params={"channel": channel})
    if not address.strip() and channel != "dingtalk":
        raise NoAddress(params={"field": "address"})
    template = get_template(actor=actor, template_id=template_id) if template_id else None
    if (template is None and way.provider.keeps_words) or (template is not None and template.channel != channel):
        raise BadTemplate(params={"where": "template", "inside": ""})
    words = _words(actor, template)
    told = Address(address.strip(), None)
    message = Message.objects.create(
        id=new_id(),
        template=template,
        channel=channel,
        purpose=template.purpose if template else Purpose.NOTICE,
        address=kept(column="address", text=told.text),
        reach=reach_of(channel=channel, text=told.text) if told.text else None,
        tail=told.tail,
        subject=kept(column="subject", text=words.subject),
        text=kept(column="text", text=words.text),
        params=kept_params(words.params),
        effect=f"trial:{new_id()}",
        why_kind="trial",
        why_id=actor.person_id,
        why_name=actor.person_name[:120],
        parts=parts_of(channel=channel, text=words.text, sign=template.sign_name if template else ""),
        next_at=clock.now(),
        at=clock.now(),
    )
    wake(actor.in_store)
    return message.id


def draft_words(
    *, actor: Actor, entity: str, channel: str, subject: str, text: str, sign_name: str, record_id: UUID | None
) -> dict[str, Any]:
    """As schemas.MessageDraftOut has them. Raises Forbidden, UnknownEntity, UnknownRecord."""
    require(actor=actor, permission=SEND)
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    draft = Draft(actor, View(viewer, kind), subject, text)
    words = draft.sample()
    if record_id is not None:
        require_seen(actor=actor, entity=entity, record_id=record_id)
        words = draft.words_for([record_id])[record_id]
    way = way_for(store=actor.in_store, channel=channel)
    return {
        "subject": words.subject,
        "text": words.text,
        "parts": parts_of(channel=channel, text=words.text, sign=sign_name),
        "price": None if way is None else way.price,
        "lost": [one.params["inside"] for one in draft.problems()],
        "paths": [place.path for place in draft.places],
    }


def take_back(*, actor: Actor, message_id: UUID) -> None:
    """Raises Forbidden, UnknownMessage also for one that has left already."""
    require(actor=actor, permission=SEND)
    get_message(actor=actor, message_id=message_id)
    queued = Message.objects.filter(id=message_id, state=Message.State.QUEUED)
    if not queued.update(state=Message.State.SUPPRESSED, code="taken_back"):
        raise UnknownMessage


def mark_read(*, actor: Actor, message_ids: Sequence[UUID]) -> int:
    """Of the asker's own; none named: all. Answers how many were new."""
    rows = Message.objects.filter(staff_id=actor.person_id, channel="in_app", read_at=None)
    if message_ids:
        rows = rows.filter(id__in=list(message_ids))
    return rows.update(read_at=clock.now())


def _words(actor: Actor, template: MessageTemplate | None) -> Words:
    if template is None:
        text = TRIAL["en" if actor.language == "en" else "zh"]
        return Words(actor.in_store.name, text, ())
    return template_draft(actor=actor, template=template).sample()
