"""Take in what a stranger sends: kept first, entered then, and whatever comes of it is put down. Nothing is lost."""

from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson
from django.conf import settings
from django.db import IntegrityError

from chezhan.catalogue.records.writes.refusals import RowsRefused
from chezhan.catalogue.records.writes.saving import create_records
from chezhan.engines.forms.models import FormPost
from chezhan.engines.forms.public.acting import actor_of
from chezhan.engines.forms.public.opening import Opened, open_form, page_as_json, sites_of, state_of
from chezhan.engines.forms.public.refusals import (
    NotOpen,
    NotTaken,
    PageOutdated,
    PostTooLarge,
    TooManyPosts,
    TooQuick,
)
from chezhan.kernel.crypto import blind_index, seal
from chezhan.kernel.errors import AppError
from chezhan.kernel.pace import DAY, HOUR, keep_pace
from chezhan.kernel.tickets import age_of, new_ticket
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.keys import key_here, key_of
from tenants.links import store_of

PAYLOAD = "form_post.payload"
POST_BYTES = 64_000
# Seconds between the page being asked for and the post: nobody fills in a form faster, no page is open longer.
QUICKEST, LONGEST = 3, DAY
SALT = "public form"


def read_page(*, token: str, address: str) -> dict[str, Any]:
    """Raises NotOpen, TooManyPosts."""
    _pace(f"public-look:{_hash(address)}", settings.PUBLIC_LOOKS_PER_MINUTE, 60)
    store = _store(token)
    with tenant_context(store):
        page = page_as_json(open_form(token=token, store=store), store=store)
    return page | {"ticket": new_ticket(token=token, purpose=SALT)}


def read_sites(*, token: str) -> list[str]:
    """The origins of the pages that may embed the form; none for what is no form, or not open."""
    try:
        store = _store(token)
    except NotOpen:
        return []
    with tenant_context(store):
        return sites_of(token=token, store=store)


def read_state(*, token: str, address: str, values: dict[str, Any]) -> dict[str, Any]:
    """What the form says of what is entered so far. Raises as read_page, and PostTooLarge."""
    _pace(f"public-look:{_hash(address)}", settings.PUBLIC_LOOKS_PER_MINUTE, 60)
    _check_size(values)
    store = _store(token)
    with tenant_context(store):
        return state_of(open_form(token=token, store=store), values=values)


def take_post(*, token: str, address: str, key: str, ticket: str, trap: str, values: dict[str, Any]) -> str:
    """The words of thanks. `key`: the sender's own name for this post, so that a second try enters nothing twice.

    Raises NotOpen, TooManyPosts, PostTooLarge before anything is kept; TooQuick, PageOutdated, NotTaken and
    RowsRefused (of the form's own fields) after.
    """
    _check_size(values)
    store = _store(token)
    sender = blind_index(key=key_of(store), purpose="form_post.sender", normalised=address)
    for window, limit in ((HOUR, settings.PUBLIC_POSTS_PER_HOUR), (DAY, settings.PUBLIC_POSTS_PER_DAY)):
        _pace(f"public-post:{token}:{sender.hex()}", limit, window)
    with tenant_context(store):
        opened = open_form(token=token, store=store)
        public = opened.public
        for window, limit in ((HOUR, public.per_hour), (DAY, public.per_day)):
            _pace(f"public-form:{public.id}", limit, window)
    with acting_as(public.id, reason="public_form"):
        post_id = _keep(store, opened, key=key, sender=sender, sent={"values": values, "trap": trap})
        if post_id is None:
            return public.thanks
        try:
            _check_ticket(ticket, token=token)
            if trap:
                raise NotTaken
            with tenant_context(store):
                enter(store=store, opened=opened, post_id=post_id, values=values)
        except AppError as error:
            _refuse(store, post_id, error)
            raise _told(error, opened) from None
    return public.thanks


def enter(*, store: StoreRef, opened: Opened, post_id: UUID, values: dict[str, Any]) -> UUID:
    """The record and the word of it; call in the store's transaction. Raises NotTaken, and as create_records."""
    public = opened.public
    known = {name: value for name, value in values.items() if name in opened.fields}
    if not known:
        raise NotTaken
    owner = str(public.owner) if public.owner else None
    actor = actor_of(public, store=store)
    (record_id,) = create_records(actor=actor, entity=public.form.entity, rows=[{**known, "owner": owner}])
    FormPost.objects.filter(id=post_id).update(outcome=FormPost.Outcome.CREATED, record_id=record_id, reasons={})
    return record_id


def _keep(store: StoreRef, opened: Opened, *, key: str, sender: bytes, sent: dict[str, Any]) -> UUID | None:
    """None when it is here already and was entered; committed before anything else is tried."""
    try:
        with tenant_context(store):
            payload = seal(key=key_here(), purpose=PAYLOAD, text=orjson.dumps(sent).decode())
            entity = opened.public.form.entity
            post = FormPost(public_id=opened.public.id, key=key, entity=entity, payload=payload, sender=sender)
            post.save(force_insert=True)
            return post.id
    except IntegrityError:
        with tenant_context(store):
            there = FormPost.objects.get(public_id=opened.public.id, key=key)
            if there.outcome == FormPost.Outcome.CREATED:
                return None
            payload = seal(key=key_here(), purpose=PAYLOAD, text=orjson.dumps(sent).decode())
            FormPost.objects.filter(id=there.id).update(payload=payload)
            return there.id


def _refuse(store: StoreRef, post_id: UUID, error: AppError) -> None:
    reasons = {"": error.code}
    if isinstance(error, RowsRefused):
        reasons = {row["field"]: row["code"] for row in error.params["rows"]}
    with tenant_context(store):
        waiting = FormPost.objects.filter(id=post_id).exclude(outcome=FormPost.Outcome.CREATED)
        waiting.update(outcome=FormPost.Outcome.REFUSED, reasons=reasons)


def _told(error: AppError, opened: Opened) -> AppError:
    """Only what is wrong with what was entered itself; all else would tell what the store holds or how it is run."""
    if isinstance(error, TooQuick | PageOutdated):
        return error
    if isinstance(error, RowsRefused) and all(row["field"] in opened.fields for row in error.params["rows"]):
        return error
    return NotTaken()


def _check_ticket(ticket: str, *, token: str) -> None:
    age = age_of(ticket, token=token, purpose=SALT)
    if age is None or age > LONGEST:
        raise PageOutdated
    if age < QUICKEST:
        raise TooQuick


def _check_size(values: dict[str, Any]) -> None:
    if len(orjson.dumps(values)) > POST_BYTES:
        raise PostTooLarge


def _store(token: str) -> StoreRef:
    store = store_of(token)
    if store is None:
        raise NotOpen
    return store


def _pace(name: str, limit: int, window: int) -> None:
    keep_pace(name=name, limit=limit, window=window, refusal=TooManyPosts)


def _hash(address: str) -> str:
    return sha256(address.encode()).hexdigest()[:16]
