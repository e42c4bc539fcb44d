"""Make and revoke tokens, one's own and those of programs. Call within public_context()."""

import datetime as dt
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.access import Actor, allowed, require
from chezhan.access.roles import BY_KEY, PERMISSIONS
from chezhan.access.scopes import EVERY, Scope, scope_as_json, scope_of_json
from chezhan.headquarters.account.errors import BadScope, RoleNotHere, TooManyTokens, UnknownRole
from chezhan.headquarters.account.places import in_store
from chezhan.kernel.errors import NotFound
from tenants.lookup import forget_roles
from tenants.models import AccessToken, Membership, Person
from tenants.naming import clean_name
from tenants.tokens import PREFIX, forget_token, hash_of_token

AT_ONCE = 50
ENTITY = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")


@dataclass(frozen=True, slots=True)
class NewToken:
    """`token` is told this once."""

    id: UUID
    token: str
    expires_at: dt.datetime


def create_token(
    *, actor: Actor, group: str, store: str, name: str, scope: Mapping[str, Any], days: int, role: str, now: dt.datetime
) -> NewToken:
    """Acts in the store as the actor or, with a `role`, as a program of its own that holds this role there.

    Raises NotFound, Forbidden (a program is invited as people are), BadName, BadScope, UnknownRole, RoleNotHere,
    TooManyTokens.
    """
    place = in_store(actor=actor, group=group, store=store)
    checked, title = _scope(scope), clean_name(name)
    if role:
        require(actor=place, permission="people.invite")
    kept = AccessToken.objects.filter(made_by=actor.person_id, revoked_at=None)
    if kept.count() >= AT_ONCE:
        raise TooManyTokens(params={"limit": AT_ONCE})
    person_id = _program(place, title, role) if role else actor.person_id
    secret = f"{PREFIX}{secrets.token_urlsafe(32)}"
    token = AccessToken.objects.create(
        person_id=person_id,
        store_id=place.in_store.id,
        name=title,
        token_hash=hash_of_token(secret),
        tail=secret[-4:],
        scopes=scope_as_json(checked),
        made_by=actor.person_id,
        expires_at=now + dt.timedelta(days=days),
    )
    assert token.expires_at
    return NewToken(id=token.id, token=secret, expires_at=token.expires_at)


def revoke_token(*, actor: Actor, token_id: UUID, now: dt.datetime) -> None:
    """One's own, or of a store from which one may remove people. A program ends with its token.

    Raises NotFound alike for what is not there, was revoked and is not one's to revoke.
    """
    token = AccessToken.objects.select_for_update(of=("self",)).select_related("person", "store__group")
    found = token.filter(id=token_id, revoked_at=None).first()
    if found is None:
        raise NotFound
    if actor.person_id not in (found.person_id, found.made_by):
        place = in_store(actor=actor, group=found.store.group.slug, store=found.store.slug)
        if not allowed(actor=place, permission="people.remove"):
            raise NotFound
    found.revoked_at = now
    found.save(update_fields=["revoked_at"])
    forget_token(token_hash=found.token_hash)
    if found.person.is_service:
        Membership.objects.filter(person_id=found.person_id).delete()
        forget_roles(person_id=found.person_id, group_id=found.store.group_id)


def _program(place: Actor, name: str, key: str) -> UUID:
    role = BY_KEY.get(key)
    if role is None:
        raise UnknownRole(fields={"role": [UnknownRole.message]})
    if role.level != "store" or place.in_store.pack not in role.packs:
        raise RoleNotHere(params={"role": key}, fields={"role": [RoleNotHere.message]})
    person = Person.objects.create_user(name=name, is_service=True)
    Membership.objects.create(person=person, group_id=place.in_group.id, store_id=place.in_store.id, role=key)
    forget_roles(person_id=person.id, group_id=place.in_group.id)
    return person.id


def _scope(data: Mapping[str, Any]) -> Scope:
    try:
        scope = scope_of_json(data)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise BadScope from error
    names = [name for name, _ in scope.entities]
    if not scope.permissions <= PERMISSIONS or any(name != EVERY and not ENTITY.match(name) for name in names):
        raise BadScope
    return scope
