"""Messages on the timelines of the records that they are about, and of the people whom they went to."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.records.around.pieces import Before, Piece, brings
from chezhan.catalogue.records.looking import View
from chezhan.modules.messaging.queries import messages_seen, seen_rows, show

KIND = "message"


@brings(KIND)
def bring_messages(actor: Actor, view: View, record_id: UUID, before: Before, limit: int) -> Sequence[Piece]:
    rows = messages_seen(actor=actor, viewer=view.viewer).filter(Q(record_id=record_id) | Q(subject_id=record_id))
    if before is not None:
        rows = rows.filter(_earlier(*before))
    found = seen_rows(actor=actor, rows=rows.order_by("-at", "-id")[:limit])
    told = [(one.message, one.text) for one in show(actor=actor, messages=found)]
    return [Piece(one.at, KIND, one.id, text, {"channel": one.channel, "state": one.state}) for one, text in told]


def _earlier(at: dt.datetime, key: str) -> Q:
    """Of one moment messages stand by their ids, and among other kinds by their name."""
    kind, _, number = key.partition(":")
    if kind == KIND:
        return Q(at__lt=at) | Q(at=at, id__lt=UUID(number))
    return Q(at__lte=at) if key > KIND else Q(at__lt=at)
