"""A POST to a store that carries an Idempotency-Key takes effect once, however often it is sent."""

import hashlib
from collections.abc import Callable

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from chezhan.access import ActorRequest
from chezhan.catalogue.idempotency.services import KEY_LIMIT, Answer, BadKey, claim, keep, release
from chezhan.kernel.afterwards import Afterwards

MULTIPART = "multipart/form-data"
HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"


def answer_once(request: ActorRequest, answer: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """Call in the store's transaction. An answer that takes nothing into effect is not kept: it may be tried again.

    Raises BadKey, KeyUsedOtherwise, StillAtWork.
    """
    key = key_of(request)
    if not key:
        return answer(request)
    holder = request.actor.token_id or request.actor.person_id
    known = claim(holder=holder, key=key, digest=digest_of(request))
    if known is not None:
        return replayed(known)
    response = answer(request)
    if isinstance(response, Afterwards):
        release(holder=holder, key=key)
    elif response.status_code < 400:
        keep(
            holder=holder,
            key=key,
            status=response.status_code,
            content_type=response.headers.get("Content-Type", ""),
            body=body_of(response),
        )
    return response


def key_of(request: HttpRequest) -> str:
    """Empty for a request that has none, or changes nothing. Raises BadKey."""
    key = request.headers.get(HEADER, "") if request.method == "POST" else ""
    if len(key) > KEY_LIMIT or not key.isprintable():
        raise BadKey(params={"limit": KEY_LIMIT})
    return key


def replayed(known: Answer) -> HttpResponse:
    response = HttpResponse(known.body, status=known.status, content_type=known.content_type)
    response[REPLAYED] = "true"
    return response


def digest_of(request: HttpRequest) -> str:
    """Of all that was asked; of files sent up, without holding them in memory."""
    asked = hashlib.sha256(f"{request.get_full_path()}\n{request.content_type}\n".encode())
    if request.content_type != MULTIPART:
        asked.update(request.body)
        return asked.hexdigest()
    asked.update(orjson.dumps([sorted(request.POST.lists()), sorted(request.FILES)]))
    for name in sorted(request.FILES):
        for file in request.FILES.getlist(name):
            asked.update(f"\n{file.name}\n{file.size}\n".encode())
            for part in file.chunks():
                asked.update(part)
            file.seek(0)
    return asked.hexdigest()


def body_of(response: HttpResponseBase) -> bytes:
    """Nothing of a file: it is made again by a request of its own."""
    return response.content if isinstance(response, HttpResponse) else b""
