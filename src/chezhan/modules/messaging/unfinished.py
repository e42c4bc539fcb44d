"""Messages that wait to be sent keep those whom they are for from being cleared away."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Q

from chezhan.catalogue.retention.rules.blocking import blocks
from chezhan.modules.messaging.models import Message

WAITS = (Message.State.QUEUED, Message.State.SENDING)


@blocks("waiting_message", rests_on={})
def waiting_messages(*, using: str, ids: Mapping[str, Collection[UUID]]) -> set[UUID]:
    every = set().union(*ids.values())
    about = Q(record_id__in=every) | Q(subject_id__in=every)
    found = Message.objects.using(using).filter(about, state__in=WAITS).values_list("record_id", "subject_id")
    return every & {id for row in found for id in row}
