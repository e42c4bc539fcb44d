"""Open the one transaction in which a request runs, and say who acts.

/api/store/…   the store of header X-Store, of the host or of a token, as a member of it; an answer of 400 or more
               rolls back. What takes long without the database is done when it is closed; see kernel.afterwards.
/api/hq/<group>/…  nothing is open: services open the stores they visit, one at a time.
PUBLIC         the public schema (sign-in, account, the platform's admin).
all else       nothing: a statement there is refused.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from urllib.parse import urlsplit

from allauth.core.internal.httpkit import get_client_ip
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from structlog.contextvars import bind_contextvars

from chezhan.access import Actor, ActorRequest
from chezhan.config.errors import error_response
from chezhan.config.middleware.asker import asker_in_store, check_session, pace_of, session_person_id
from chezhan.config.middleware.bearer import scope_of, token_of
from chezhan.config.middleware.once import MULTIPART, answer_once
from chezhan.config.middleware.once_outside import answer_once_around, answer_once_within
from chezhan.config.middleware.viewing import HEADER, record_view, refuse_viewing, viewed
from chezhan.kernel.afterwards import Afterwards
from chezhan.kernel.errors import AppError, NotFound, NotSignedIn
from chezhan.kernel.pace import keep_pace
from tenants.acting import acting_as
from tenants.context import public_context, tenant_context
from tenants.directory import GroupRef, PersonRef, StoreRef
from tenants.errors import StoreNotOpen
from tenants.lookup import Roles, find_in_group, find_in_store, find_person, slug_of_host
from tenants.tokens import TokenRef

STORE, HEADQUARTERS, ACCOUNT = "/api/store/", "/api/hq/", "/api/account/"
PUBLIC = (ACCOUNT, "/_allauth/", "/platform/")


class ScopeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: ActorRequest) -> HttpResponse:
        try:
            if request.path.startswith(STORE):
                return self._in_store(request)
            if HEADER in request.headers:
                refuse_viewing()
            if request.path.startswith(HEADQUARTERS):
                request.actor = _actor_of_group(request)
                with _acting(request):
                    return answer_once_around(request, self.get_response)
            if request.path.startswith(PUBLIC):
                return self._in_public(request)
            return self.get_response(request)
        except AppError as error:
            return error_response(request, error)

    def _in_store(self, request: ActorRequest) -> HttpResponse:
        # Whether or not it comes to asking: the headers of a refusal do not tell which stores there are.
        request.session.accessed = True
        request.actor = actor = _actor_of_store(request)
        if request.content_type == MULTIPART:
            # Taken in before the transaction opens: a telephone may take minutes to send a picture.
            _ = request.FILES
        with _acting(request):
            with tenant_context(actor.in_store):
                if actor.viewed_by is not None:
                    record_view(actor)
                response = answer_once(request, self.get_response)
                if response.status_code >= 400:
                    transaction.set_rollback(True)
            return response.finished() if isinstance(response, Afterwards) else response

    def _in_public(self, request: ActorRequest) -> HttpResponse:
        if request.path.startswith(ACCOUNT):
            actor = _signed_in(request)
            if actor is not None:
                request.actor = actor
        with _acting(request):
            return answer_once_around(request, self._within_public)

    def _within_public(self, request: ActorRequest) -> HttpResponse:
        with public_context():
            response = answer_once_within(request, self.get_response)
            # allauth answers 401 for "one more step" after it has written; our own API never does.
            if response.status_code >= (400 if request.path.startswith(ACCOUNT) else 500):
                transaction.set_rollback(True)
        return response


def _acting(request: HttpRequest) -> AbstractContextManager[None]:
    """What the audit of a store will say of this request."""
    actor = getattr(request, "actor", None)
    return acting_as(
        (actor.viewed_by or actor.person_id) if actor else None,
        reason=_reason(actor) if actor else "",
        request_id=getattr(request, "request_id", ""),
        # counted through as many proxies as settings trust
        address=get_client_ip(request) or "",
    )


def _reason(actor: Actor) -> str:
    if actor.token_id:
        return f"token:{actor.token_id}"
    return f"view_as:{actor.person_id}" if actor.viewed_by else ""


def _actor(person: PersonRef, *, group: GroupRef | None, store: StoreRef | None, roles: Roles) -> Actor:
    bind_contextvars(person=str(person.id), store=store.slug if store else None, group=group.slug if group else None)
    return Actor(
        person_id=person.id,
        person_name=person.name,
        language=person.language,
        group=group,
        store=store,
        roles=roles,
    )


def _signed_in(request: HttpRequest) -> Actor | None:
    """The person alone, for /api/account/; None for a stranger (an invitation is read by one)."""
    try:
        person = check_session(request, find_person(person_id=session_person_id(request)))
    except NotSignedIn:
        return None
    return _actor(person, group=None, store=None, roles=frozenset())


def _store_slug(request: HttpRequest) -> str:
    """The store that header and host name; where both do they must agree, else it is as if it did not exist."""
    header = request.headers.get("X-Store", "")
    host = request.get_host().partition(":")[0].lower()
    if not settings.STORE_DOMAIN or host == urlsplit(settings.PUBLIC_URL).hostname:
        return header
    named = slug_of_host(host=host)
    if named is None or header not in {"", named}:
        raise NotFound
    return named


def _actor_of_store(request: HttpRequest) -> Actor:
    """Raises NotFound alike for a store that is not there and one without membership."""
    token = token_of(request)
    if token is not None:
        return _actor_of_token(request, token)
    person, store, roles = asker_in_store(request, slug=_store_slug(request))
    if store is None or not roles:
        raise NotFound
    if store.status != "active":
        raise StoreNotOpen(params={"store": store.name})
    actor = _actor(person, group=store.group, store=store, roles=roles)
    return viewed(request, actor) if HEADER in request.headers else actor


def _actor_of_token(request: HttpRequest, token: TokenRef) -> Actor:
    """Its owner, in its store alone, cut down to its scope. Raises NotSignedIn, NotFound, StoreNotOpen, ViewOnly,
    TooFast."""
    if HEADER in request.headers:
        refuse_viewing()
    if _store_slug(request) not in {"", token.store_slug}:
        raise NotFound
    person, store, roles = find_in_store(person_id=token.person_id, slug=token.store_slug)
    if person is None or not person.active:
        raise NotSignedIn
    if store is None or not roles:
        raise NotFound
    if store.status != "active":
        raise StoreNotOpen(params={"store": store.name})
    keep_pace(name=pace_of(person.id), limit=settings.RATE_PER_PERSON)
    keep_pace(name=f"token:{token.id}", limit=settings.RATE_PER_TOKEN)
    actor = _actor(person, group=store.group, store=store, roles=roles)
    return replace(actor, scope=scope_of(token), token_id=token.id)


def _actor_of_group(request: HttpRequest) -> Actor:
    person_id = session_person_id(request)
    slug = request.path.removeprefix(HEADQUARTERS).partition("/")[0]
    person, group, roles = find_in_group(person_id=person_id, slug=slug)
    person = check_session(request, person)
    if group is None or not roles:
        raise NotFound
    return _actor(person, group=group, store=None, roles=roles)
