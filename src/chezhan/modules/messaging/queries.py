"""The message centre: what was sent, to whom, why. Who sees a record sees that it was written to; what was said, as far
as they read every field that the words were made of; and the address as they read it, else its end.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from chezhan.access import Actor, allowed
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import Viewer, viewer_of
from chezhan.catalogue.registry import UnknownEntity
from chezhan.catalogue.texts.knowing import readable
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import Forbidden
from chezhan.modules.messaging.keeping import told
from chezhan.modules.messaging.models import Message
from chezhan.modules.messaging.permits import DESIGN
from chezhan.modules.messaging.refusals import UnknownMessage

PAGE = 50
STARS = "****"


@dataclass(frozen=True, slots=True)
class Shown:
    """`text` None: the viewer may not know what it says. `title`: of the record, None where it is not seen."""

    message: Message
    title: str | None
    address: str
    staff_id: UUID | None
    subject: str | None
    text: str | None
    template_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What of the messages is asked for; empty for all. `mine`: those to the asker."""

    channel: str = ""
    state: str = ""
    purpose: str = ""
    why_kind: str = ""
    entity: str = ""
    record_id: UUID | None = None
    mine: bool = False
    since: dt.date | None = None
    before: UUID | None = None


def list_messages(*, actor: Actor, asked: Asked) -> tuple[list[Shown], bool]:
    """The latest first, and whether there are more."""
    rows = messages_seen(actor=actor, viewer=viewer_of(actor), mine=asked.mine, entity=asked.entity)
    names = ("channel", "state", "purpose", "why_kind", "entity")
    rows = rows.filter(**{name: value for name in names if (value := getattr(asked, name))})
    if asked.record_id is not None:
        rows = rows.filter(Q(record_id=asked.record_id) | Q(subject_id=asked.record_id))
    if asked.since is not None:
        rows = rows.filter(at__gte=dt.datetime.combine(asked.since, dt.time(), SHANGHAI))
    if asked.before is not None:
        edge = rows.filter(id=asked.before).values_list("at", flat=True).first()
        if edge is not None:
            rows = rows.filter(Q(at__lt=edge) | Q(at=edge, id__lt=asked.before))
    found = seen_rows(actor=actor, rows=rows.order_by("-at", "-id")[: PAGE + 1])
    return show(actor=actor, messages=found[:PAGE]), len(found) > PAGE


def get_message(*, actor: Actor, message_id: UUID) -> Shown:
    """Raises UnknownMessage."""
    viewer = viewer_of(actor)
    both = [messages_seen(actor=actor, viewer=viewer, mine=mine).filter(id=message_id) for mine in (False, True)]
    found = seen_rows(actor=actor, rows=both[0]) or seen_rows(actor=actor, rows=both[1])
    if not found:
        raise UnknownMessage
    return show(actor=actor, messages=found)[0]


def count_unread(*, actor: Actor) -> int:
    return Message.objects.filter(
        staff_id=actor.person_id, channel="in_app", state=Message.State.DELIVERED, read_at=None
    ).count()


def show(*, actor: Actor, messages: Sequence[Message]) -> list[Shown]:
    viewer = viewer_of(actor)
    known: dict[UUID, _Known] = {}
    for entity in {one.entity for one in messages if one.entity}:
        known |= _known(actor, viewer, entity, [one for one in messages if one.entity == entity])
    return [_shown(actor, one, known.get(one.id, _Known(None, False, False))) for one in messages]


@dataclass(frozen=True, slots=True)
class _Known:
    title: str | None
    words: bool
    address: bool


def _known(actor: Actor, viewer: Viewer, entity: str, messages: Sequence[Message]) -> Mapping[UUID, _Known]:
    """Whether each one's words, and its address, may be read by the viewer, on that very record."""
    try:
        view = View(viewer, viewer.entity(entity))
        viewer.open(view.entity)
    except (UnknownEntity, Forbidden):
        return {}
    paths = sorted({path for one in messages for path in (*one.paths, one.address_path) if path})
    ids = [one.record_id for one in messages if one.record_id]
    may = readable(actor=actor, view=view, paths=paths, record_ids=ids)
    titles = titles_of(view=view, rows=view.seen().filter(id__in=ids), person_id=actor.person_id)
    return {
        one.id: _Known(
            titles.get(one.record_id) if one.record_id else None,
            one.record_id in may and all(may[one.record_id].get(path) for path in one.paths),
            bool(one.record_id in may and one.address_path and may[one.record_id].get(one.address_path)),
        )
        for one in messages
    }


def messages_seen(*, actor: Actor, viewer: Viewer, mine: bool = False, entity: str = "") -> QuerySet:
    """Messages of records that the viewer sees; or to themselves."""
    if mine:
        return Message.objects.filter(staff_id=actor.person_id).select_related("template")
    seen = Q(why_kind="trial") if allowed(actor=actor, permission=DESIGN) and not entity else Q(pk=None)
    for kind in viewer.entities():
        if not entity or kind.name == entity:
            seen |= Q(entity=kind.name, record_id__in=View(viewer, kind).seen().values("id"))
    return Message.objects.filter(seen).select_related("template")


def seen_rows(*, actor: Actor, rows: QuerySet) -> list[Message]:
    """With the asker's own id in place of the one that statements are made with."""
    ids = [one for (one,) in select_as(rows.values_list("id"), person_id=actor.person_id)]
    by_id = {one.id: one for one in Message.objects.filter(id__in=ids).select_related("template")}
    return [by_id[one] for one in ids if one in by_id]


def _shown(actor: Actor, message: Message, known: _Known) -> Shown:
    own = message.staff_id == actor.person_id
    words = known.words or own
    address = told(message, "address") if known.address else f"{STARS}{message.tail}" if message.address else ""
    return Shown(
        message=message,
        title=known.title,
        address=address,
        staff_id=message.staff_id if own or known.address or not message.address_path else None,
        subject=told(message, "subject") if words else None,
        text=told(message, "text") if words else None,
        template_name=message.template.name if message.template else "",
    )
