"""Who asks, of which store: session, person, store, roles and pace in one question to Valkey.

The keys hang on the person, whom the session names; so the process guesses whose session it is by the last time. What
is used was found under the keys of the person that the session itself names: a wrong guess costs a second question.
"""

from typing import cast
from uuid import UUID

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from chezhan.config.sessions import SessionStore
from chezhan.kernel.cache import recall, recall_counting
from chezhan.kernel.errors import NotSignedIn
from chezhan.kernel.latest import Latest
from chezhan.kernel.pace import MINUTE, check_pace, counter_of, keep_pace
from tenants.directory import PersonRef, StoreRef
from tenants.lookup import NOTHING, Roles, find_in_store, names_in_store

_guesses: Latest[UUID] = Latest(10_000)


def asker_in_store(request: HttpRequest, *, slug: str) -> tuple[PersonRef, StoreRef | None, Roles]:
    """The person of the session, the store named by `slug` and their roles there. Raises NotSignedIn, TooFast."""
    session = cast(SessionStore, request.session)
    begun = session.session_key
    try:
        known, count, counted = _recalled(session, slug)
        person_id = session_person_id(request)
        person, store, roles = find_in_store(person_id=person_id, slug=slug, known=known)
        person = check_session(request, person)
    except NotSignedIn:
        # No further request of a session that has ended counts as the person's.
        _guesses.drop(begun)
        raise
    if counted == person.id:
        check_pace(count=count, limit=settings.RATE_PER_PERSON)
    else:
        _guesses.drop(begun)
        _guesses.keep(begun, person.id)
        keep_pace(name=pace_of(person.id), limit=settings.RATE_PER_PERSON)
    return person, store, roles


def pace_of(person_id: UUID) -> str:
    return f"person:{person_id}"


def session_person_id(request: HttpRequest) -> UUID:
    """Raises NotSignedIn."""
    try:
        return UUID(request.session[SESSION_KEY])
    except (KeyError, ValueError) as error:
        raise NotSignedIn from error


def check_session(request: HttpRequest, person: PersonRef | None) -> PersonRef:
    """A session counts only while its person is active and the password is the one it began with."""
    if person is None or not person.active:
        raise NotSignedIn
    if not constant_time_compare(request.session.get(HASH_SESSION_KEY, ""), person.auth_hash):
        raise NotSignedIn
    return person


def _recalled(session: SessionStore, slug: str):
    """What the cache knows, the person's requests of this minute, and whose they are; nothing without a guess."""
    guess = _guesses.find(session.session_key)
    if guess is None:
        return NOTHING, 0, None
    names = [session.cache_key, *names_in_store(person_id=guess, slug=slug)]
    counter = counter_of(pace_of(guess))
    if settings.RATE_PER_PERSON:
        known, count = recall_counting(names, counter=counter, seconds=2 * MINUTE)
    else:
        known, count = recall(names), 0
    session.take(known.get(names[0]))
    return known, count, guess
