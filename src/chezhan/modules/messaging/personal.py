"""What messages hold of a person: shown and handed out with their data, and emptied with them."""

from typing import Any
from uuid import UUID

from django.db import connections
from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.records.personal.places import place, tells
from chezhan.catalogue.records.personal.reach import Reach
from chezhan.modules.messaging.models import Message, MessageConsent
from chezhan.modules.messaging.queries import show
from tenants.directory import StoreRef
from tenants.roles import OWNER

SHOWN = 2_000
EMPTY = """
UPDATE message SET text = NULL, subject = NULL, address = NULL, params = NULL, reach = NULL, tail = '', link = '',
  code = CASE WHEN state = 'queued' THEN 'erased' ELSE code END,
  state = CASE WHEN state = 'queued' THEN 'suppressed' ELSE state END
WHERE (record_id = ANY(%(ids)s) OR subject_id = ANY(%(ids)s))
  AND (text IS NOT NULL OR address IS NOT NULL OR reach IS NOT NULL)
"""
# That an address wants nothing more outlives whose it was: a hash, without a name.
UNNAME = """
UPDATE message_consent SET record_id = NULL, proof = '', by = NULL
WHERE record_id = ANY(%(ids)s) AND reach IS NOT NULL AND NOT given
"""
FORGET = "DELETE FROM message_consent WHERE record_id = ANY(%(ids)s)"


@place("messages")
def empty_messages(store: StoreRef, reach: Reach) -> int:
    """In the owner's transaction. Answers how many messages held something."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(EMPTY, {"ids": reach.ids()})
        return int(cursor.rowcount)


@place("consents")
def forget_consents(store: StoreRef, reach: Reach) -> int:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(UNNAME, {"ids": reach.ids()})
        cursor.execute(FORGET, {"ids": reach.ids()})
        return int(cursor.rowcount)


@tells("messages")
def messages_of(actor: Actor, record_ids: list[UUID]) -> list[dict[str, Any]]:
    """The latest SHOWN, as far as the asker may read them."""
    rows = Message.objects.filter(Q(record_id__in=record_ids) | Q(subject_id__in=record_ids)).select_related("template")
    found = show(actor=actor, messages=list(rows.order_by("-at", "-id")[:SHOWN]))
    return [
        {
            "at": one.message.at.isoformat(),
            "channel": one.message.channel,
            "purpose": one.message.purpose,
            "state": one.message.state,
            "to": one.address,
            "text": one.text,
        }
        for one in found
    ]


@tells("consents")
def consents_of(actor: Actor, record_ids: list[UUID]) -> list[dict[str, Any]]:
    rows = MessageConsent.objects.filter(record_id__in=record_ids).order_by("-at", "-id")[:SHOWN]
    return [
        {
            "at": one.at.isoformat(),
            "channel": one.channel,
            "purpose": one.purpose,
            "given": one.given,
            "way": one.way,
            "proof": one.proof,
        }
        for one in rows
    ]
