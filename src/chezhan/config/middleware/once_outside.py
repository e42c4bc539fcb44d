"""A POST to a group or an account that carries an Idempotency-Key takes effect once, however often it is sent."""

import re
from collections.abc import Callable

from django.db import DEFAULT_DB_ALIAS, transaction
from django.http import HttpRequest, HttpResponse

from chezhan.access import ActorRequest
from chezhan.catalogue.idempotency.services import Answer
from chezhan.config.middleware.once import body_of, digest_of, key_of, replayed
from chezhan.headquarters.once.services import claim, keep, let_go
from tenants.roles import OWNER

Handler = Callable[[ActorRequest], HttpResponse]
HEADQUARTERS = "/api/hq/"
# The owner makes what these make, in transactions of its own.
BY_OWNER = re.compile(r"/api/account/groups(/[^/]+/stores)?/?\Z")


def in_several(request: HttpRequest) -> bool:
    """Whether what the request does lies in more than the one transaction that the middleware opens."""
    return request.path.startswith(HEADQUARTERS) or bool(BY_OWNER.match(request.path))


def answer_once_within(request: ActorRequest, answer: Handler) -> HttpResponse:
    """Call in the public transaction that holds the effect; an answer of 400 or more undoes it, and the claim.

    Raises BadKey, KeyUsedOtherwise, StillAtWork, OutcomeUnknown.
    """
    key, actor = key_of(request), getattr(request, "actor", None)
    if not key or actor is None or in_several(request):
        return answer(request)
    known = claim(person_id=actor.person_id, key=key, digest=digest_of(request), using=DEFAULT_DB_ALIAS)
    if known is not None:
        return replayed(known)
    response = answer(request)
    if response.status_code < 400:
        keep(person_id=actor.person_id, key=key, answer=_told(response), using=DEFAULT_DB_ALIAS)
    return response


def answer_once_around(request: ActorRequest, answer: Handler) -> HttpResponse:
    """Call with nothing open. What is refused lets the key go; what breaks keeps it, since nobody knows what was done.

    Raises as answer_once_within.
    """
    key, actor = key_of(request), getattr(request, "actor", None)
    if not key or actor is None or not in_several(request):
        return answer(request)
    with transaction.atomic(using=OWNER):
        known = claim(person_id=actor.person_id, key=key, digest=digest_of(request), using=OWNER)
    if known is not None:
        return replayed(known)
    response = answer(request)
    with transaction.atomic(using=OWNER):
        if response.status_code < 400:
            keep(person_id=actor.person_id, key=key, answer=_told(response), using=OWNER)
        else:
            let_go(person_id=actor.person_id, key=key, broken=response.status_code >= 500, using=OWNER)
    return response


def _told(response: HttpResponse) -> Answer:
    return Answer(response.status_code, response.headers.get("Content-Type", ""), body_of(response))
