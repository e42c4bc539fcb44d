"""Claim a key in the store's transaction, and keep the answer with it. Both are undone with whatever is undone.

An answer may hold opened phones, so it is kept sealed; what was asked is kept as an index under the store's key.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import OperationalError, connection
from psycopg import errors as pg

from chezhan.catalogue.idempotency.models import IdempotentRequest
from chezhan.kernel import clock
from chezhan.kernel.crypto import blind_index, seal, unseal
from chezhan.kernel.errors import Conflict, Invalid
from tenants.keys import key_here

TABLE = "idempotent_request"
KEY_LIMIT = 200
KEPT_FOR = dt.timedelta(hours=24)
# How long a request waits for another one with its key.
WAIT = "10s"
CLAIM = """
INSERT INTO idempotent_request (holder, key, digest, content_type, at) VALUES (%s, %s, %s, '', %s)
ON CONFLICT (holder, key) DO UPDATE SET digest = EXCLUDED.digest, status = NULL, body = NULL, at = EXCLUDED.at
WHERE idempotent_request.at < %s RETURNING id
"""


class BadKey(Invalid):
    code = "bad_idempotency_key"
    message = "An Idempotency-Key has at most 200 printable characters."


class KeyUsedOtherwise(Invalid):
    code = "idempotency_key_reused"
    message = "This Idempotency-Key came with another request before; use a new one for each."


class StillAtWork(Conflict):
    code = "request_in_progress"
    message = "A request with this Idempotency-Key is at work still; ask again in a moment."


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    content_type: str
    body: bytes


def claim(*, holder: UUID, key: str, digest: str) -> Answer | None:
    """None for a key that is new or older than KEPT_FOR; else what was answered.

    Of two at once the second waits for the first. Raises KeyUsedOtherwise, StillAtWork.
    """
    now, digest = clock.now(), _index(digest)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [WAIT])
            cursor.execute(CLAIM, [holder, key, digest, now, now - KEPT_FOR])
            claimed = cursor.fetchone()
            cursor.execute("SELECT set_config('lock_timeout', '0', true)")
    except OperationalError as error:
        if isinstance(error.__cause__, pg.LockNotAvailable):
            raise StillAtWork from error
        raise
    if claimed:
        return None
    known = IdempotentRequest.objects.get(holder=holder, key=key)
    if known.digest != digest:
        raise KeyUsedOtherwise
    return Answer(known.status or 200, known.content_type, _opened(bytes(known.body or b"")))


def keep(*, holder: UUID, key: str, status: int, content_type: str, body: bytes) -> None:
    IdempotentRequest.objects.filter(holder=holder, key=key).update(
        status=status, content_type=content_type[:100], body=_sealed(body)
    )


def release(*, holder: UUID, key: str) -> None:
    """Nothing is kept under it: asked again, it is done again."""
    IdempotentRequest.objects.filter(holder=holder, key=key).delete()


def forget_answers_about(*, record_ids: Collection[UUID], using: str) -> int:
    """Answers that name one of the records are emptied: sent again, such a request has no second effect and is told
    no more than its status. Needs the store's transaction for its key, and writes on `using`.
    """
    names, found = [str(one).encode() for one in record_ids], []
    kept = IdempotentRequest.objects.using(using).exclude(body=None).values_list("id", "body")
    for number, body in kept.iterator(chunk_size=500):
        plain = _opened(bytes(body or b""))
        if any(name in plain for name in names):
            found.append(number)
    IdempotentRequest.objects.using(using).filter(id__in=found).update(body=None)
    return len(found)


def _index(digest: str) -> str:
    return blind_index(key=key_here(), purpose=f"{TABLE}.digest", normalised=digest).hex()


def _sealed(body: bytes) -> bytes:
    # latin-1 is bytes as signs, whatever they say.
    return seal(key=key_here(), purpose=f"{TABLE}.body", text=body.decode("latin-1"))


def _opened(kept: bytes) -> bytes:
    return unseal(key=key_here(), purpose=f"{TABLE}.body", sealed=kept).encode("latin-1") if kept else b""


def forget_old(*, now: dt.datetime) -> int:
    """Call in a store's transaction; answers how many."""
    found, _ = IdempotentRequest.objects.filter(at__lt=now - KEPT_FOR).delete()
    return found
