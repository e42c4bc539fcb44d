"""Say something of a flow that is under way, and remind those whom it waits for."""

import datetime as dt
from uuid import UUID

from django.db.models import Max

from chezhan.access import Actor
from chezhan.engines.flows.models import FlowInstance, FlowItem
from chezhan.engines.flows.people.deciding import TEXT
from chezhan.engines.flows.people.finding import require_writing
from chezhan.engines.flows.people.reading import find_instance
from chezhan.engines.flows.refusals import CommentNeeded, FlowOver, RemindedAlready, UnknownInstance
from chezhan.engines.flows.running.entries import enter
from chezhan.engines.flows.running.news import tell_reminded
from chezhan.kernel import clock

PAUSE = dt.timedelta(minutes=30)


def comment(*, actor: Actor, instance_id: UUID, text: str) -> None:
    """Raises UnknownInstance, CommentNeeded."""
    row = find_instance(actor=actor, instance_id=instance_id)
    require_writing(actor=actor, entity=row.entity)
    if not text.strip():
        raise CommentNeeded
    enter(instance_id=row.id, kind="said", by=actor.person_id, text=text.strip()[:TEXT])


def remind(*, actor: Actor, instance_id: UUID) -> int:
    """By who started it; answers how many are reminded. Raises UnknownInstance, FlowOver, RemindedAlready."""
    row = FlowInstance.objects.select_for_update().filter(id=instance_id, starter=actor.person_id).first()
    if row is None:
        raise UnknownInstance
    require_writing(actor=actor, entity=row.entity)
    if row.status != FlowInstance.Status.RUNNING:
        raise FlowOver
    asked = FlowItem.objects.filter(instance=row, state="open").exclude(kind="copy")
    now, last = clock.now(), asked.aggregate(at=Max("reminded_at"))["at"]
    if last is not None and now - last < PAUSE:
        left = PAUSE - (now - last)
        raise RemindedAlready(params={"minutes": max(1, left // dt.timedelta(minutes=1))})
    items = list(asked)
    asked.update(reminded_at=now)
    tell_reminded(items, entity=row.entity, record_id=row.record_id, by=actor.person_id)
    enter(instance_id=row.id, kind="reminded", by=actor.person_id, people=[one.person for one in items])
    return len(items)
