"""Look at a store as one of its people: header X-View-As: <person id>, on reads of /api/store/ alone."""

from dataclasses import replace
from typing import NoReturn
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from chezhan.access import Actor, require
from chezhan.access.roles import BY_KEY
from chezhan.catalogue.audit.services import record_read
from chezhan.kernel.cache import key, recall, remember
from chezhan.kernel.errors import Forbidden, NotFound
from tenants.lookup import find_in_store

HEADER = "X-View-As"
READS = frozenset({"GET", "HEAD"})
HEAD_OF_ALL = "group_owner"


class ViewOnly(Forbidden):
    code = "view_only"
    message = "You are looking as somebody else: nothing can be changed. End it first."


class NotViewable(Forbidden):
    code = "not_viewable"
    message = "Only the owner of the group can look as somebody from headquarters."


def refuse_viewing() -> NoReturn:
    """Raises ViewOnly: there is nothing to look at outside a store."""
    raise ViewOnly


def viewed(request: HttpRequest, actor: Actor) -> Actor:
    """The person named by the header, with their roles and theirs alone; `viewed_by` says who looks.

    Raises ViewOnly for a write, Forbidden, NotFound (not a person of this store), NotViewable.
    """
    if request.method not in READS:
        raise ViewOnly
    require(actor=actor, permission="view_as")
    person, _, roles = find_in_store(person_id=_person_id(request), slug=actor.in_store.slug)
    if person is None or not person.active or not roles:
        raise NotFound
    from_head = any(role in BY_KEY and BY_KEY[role].level == "group" for role in roles)
    if from_head and HEAD_OF_ALL not in actor.roles:
        raise NotViewable
    return replace(
        actor,
        person_id=person.id,
        person_name=person.name,
        language=person.language,
        roles=roles,
        viewed_by=actor.person_id,
    )


def record_view(actor: Actor) -> None:
    """In the audit of the store, once every five minutes. Call in the store's transaction."""
    name = key("viewed", actor.in_store.slug, actor.viewed_by, actor.person_id)
    if not recall([name]):
        record_read(entity="person", record_ids=[actor.person_id], fields=["view_as"])
        # Only what is kept has been recorded: a refused request leaves no entry.
        transaction.on_commit(lambda: remember(name, True))


def _person_id(request: HttpRequest) -> UUID:
    try:
        return UUID(request.headers[HEADER])
    except ValueError as error:
        raise NotFound from error
