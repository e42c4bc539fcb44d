"""Claim a key, keep the answer with it, or let it go: on the alias of whoever does the work.

Where the effect lies in one transaction, claim and answer lie in it too and are undone with it. Where it lies in
several (stores visited one by one, a store that is made by the owner), the claim is kept before and the answer after:
who dies between leaves a claim without an answer, and the request is not carried out again.
"""

import datetime as dt
from uuid import UUID

from django.db import OperationalError, connections
from psycopg import errors as pg

from chezhan.catalogue.idempotency.services import KEPT_FOR, WAIT, Answer, KeyUsedOtherwise, StillAtWork
from chezhan.headquarters.once.models import GroupRequest
from chezhan.kernel import clock
from chezhan.kernel.crypto import DataKey, blind_index, make_data_key, open_data_key, seal, unseal
from chezhan.kernel.errors import Invalid
from chezhan.kernel.ids import new_id

TABLE = "group_request"
# Longer than any request is at work.
HELD = dt.timedelta(minutes=10)
# Of two at once the second waits until the first is done with, or is told to ask again.
CLAIM = """
INSERT INTO group_request (id, person_id, key, data_key, digest, content_type, held_until, at)
VALUES (%s, %s, %s, %s, %s, '', %s, %s)
ON CONFLICT (person_id, key) DO UPDATE SET id = EXCLUDED.id, data_key = EXCLUDED.data_key, digest = EXCLUDED.digest,
  status = NULL, body = NULL, held_until = EXCLUDED.held_until, at = EXCLUDED.at
WHERE group_request.at < %s RETURNING id
"""


class OutcomeUnknown(Invalid):
    """No 409: asked again under this key it is answered so each time."""

    code = "idempotency_outcome_unknown"
    message = (
        "The first request with this Idempotency-Key broke off, and nobody knows whether it took effect. Look first; "
        "if it did not, send it under another key."
    )


def claim(*, person_id: UUID, key: str, digest: str, using: str) -> Answer | None:
    """None for a key that is new or older than KEPT_FOR; else what was answered. In a transaction of `using`.

    Raises KeyUsedOtherwise, StillAtWork, OutcomeUnknown.
    """
    now, id = clock.now(), new_id()
    wrapped = make_data_key(store_id=id)
    kept = _index(open_data_key(store_id=id, wrapped=wrapped), digest)
    try:
        with connections[using].cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [WAIT])
            cursor.execute(CLAIM, [id, person_id, key, wrapped, kept, now + HELD, now, now - KEPT_FOR])
            claimed = cursor.fetchone()
            cursor.execute("SELECT set_config('lock_timeout', '0', true)")
    except OperationalError as error:
        if isinstance(error.__cause__, pg.LockNotAvailable):
            raise StillAtWork from error
        raise
    if claimed:
        return None
    known = GroupRequest.objects.using(using).get(person_id=person_id, key=key)
    if bytes(known.digest) != _index(_key_of(known), digest):
        raise KeyUsedOtherwise
    if known.status is None:
        raise StillAtWork if known.held_until and known.held_until > now else OutcomeUnknown
    return Answer(known.status, known.content_type, _opened(known))


def keep(*, person_id: UUID, key: str, answer: Answer, using: str) -> None:
    """In a transaction of `using`."""
    row = GroupRequest.objects.using(using).get(person_id=person_id, key=key)
    # latin-1 is bytes as signs, whatever they say.
    text = answer.body.decode("latin-1")
    row.body = seal(key=_key_of(row), purpose=f"{TABLE}.body", text=text) if text else None
    row.status, row.content_type, row.held_until = answer.status, answer.content_type[:100], None
    row.save(using=using, update_fields=["body", "status", "content_type", "held_until"])


def let_go(*, person_id: UUID, key: str, broken: bool, using: str) -> None:
    """What was refused changed nothing, and may be tried again under its key. Of what is `broken` nobody knows."""
    claimed = GroupRequest.objects.using(using).filter(person_id=person_id, key=key, status=None)
    if broken:
        claimed.update(held_until=clock.now())
    else:
        claimed.delete()


def forget_old(*, now: dt.datetime) -> int:
    found, _ = GroupRequest.objects.filter(at__lt=now - KEPT_FOR).delete()
    return found


def _key_of(row: GroupRequest) -> DataKey:
    return open_data_key(store_id=row.id, wrapped=bytes(row.data_key))


def _index(key: DataKey, digest: str) -> bytes:
    return blind_index(key=key, purpose=f"{TABLE}.digest", normalised=digest)


def _opened(row: GroupRequest) -> bytes:
    if row.body is None:
        return b""
    return unseal(key=_key_of(row), purpose=f"{TABLE}.body", sealed=bytes(row.body)).encode("latin-1")
