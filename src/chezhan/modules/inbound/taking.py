"""Take a post in: kept as it came, and committed, before anything is done with it. Whoever sends is told its number."""

import datetime as dt
from collections.abc import Mapping
from hashlib import sha256
from uuid import UUID, uuid5

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from chezhan.catalogue.phones import digits_of
from chezhan.catalogue.sealing import index_of
from chezhan.kernel import clock
from chezhan.kernel.crypto import blind_index
from chezhan.kernel.errors import AppError
from chezhan.kernel.pace import DAY, HOUR, keep_pace
from chezhan.modules.inbound.keeping import PAYLOAD, SECRET, kept, told
from chezhan.modules.inbound.mapping import as_text, read, values_in
from chezhan.modules.inbound.models import LeadPost, LeadSource
from chezhan.modules.inbound.refusals import NoSuchSource, PostTooBig, PostUnreadable, TooManyLeads
from chezhan.modules.inbound.signing import check_signed
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.keys import key_here
from tenants.links import store_of
from tenants.work.leasing import announce_work

KIND = "lead_posts"
# Longer than the transaction in which a post is kept.
LOST = dt.timedelta(minutes=2)
POST_BYTES, LOOKS = 64_000, 1_200
# What has no number of its sender's and comes again within this time was sent twice; later, they ask again.
SENT_TWICE = dt.timedelta(days=1)
BODY = "body:"
TIMESTAMP, SIGNATURE = "x-chezhan-timestamp", "x-chezhan-signature"
Outcome = LeadPost.Outcome


def take_post(*, token: str, address: str, headers: Mapping[str, str], body: bytes) -> UUID:
    """`headers`: their names in small letters. Twice the same is kept once.

    Raises NoSuchSource, TooManyLeads, PostTooBig before anything is kept; PostUnsigned and PostStale after, so that a
    lead is not lost to a wrong secret.
    """
    keep_pace(name=f"lead-post:{_hash(address)}", limit=LOOKS, refusal=TooManyLeads)
    store = store_of(token)
    if store is None:
        raise NoSuchSource
    if len(body) > POST_BYTES:
        raise PostTooBig
    with acting_as(None, reason="lead_post"), tenant_context(store):
        source = LeadSource.objects.filter(token=token, enabled=True).first()
        if source is None:
            raise NoSuchSource
        sender = blind_index(key=key_here(), purpose="lead_post.sender", normalised=address)
        refusal = _refusal(source, headers=headers, body=body)
    _keep_pace(source, sender, name="lead-source" if refusal is None else "lead-unsigned")
    with acting_as(source.id, reason="lead_post"):
        post_id = _keep(store, source, sender=sender, body=body, kind=headers.get("content-type", ""), refusal=refusal)
    if refusal is not None:
        raise refusal
    return post_id


def wake(store: StoreRef) -> None:
    """In the store's transaction: whoever enters comes once it is over; should this process end then, after a while."""
    key = uuid5(store.id, KIND)
    announce_work(store_id=store.id, kind=KIND, key=key, due_at=clock.now() + LOST)
    transaction.on_commit(lambda: announce_work(store_id=store.id, kind=KIND, key=key, due_at=clock.now()))


def _refusal(source: LeadSource, *, headers: Mapping[str, str], body: bytes) -> AppError | None:
    """A web form on a page of the store keeps no secret."""
    if source.kind == LeadSource.Kind.FORM:
        return None
    now = clock.now()
    old = source.old_secret if source.old_until is not None and now < source.old_until else None
    try:
        check_signed(
            secrets_now=[one for one in (told(source.secret, column=SECRET), told(old, column=SECRET)) if one],
            timestamp=headers.get(TIMESTAMP, ""),
            signature=headers.get(SIGNATURE, ""),
            body=body,
            now=now,
        )
    except AppError as error:
        return error
    return None


def _keep_pace(source: LeadSource, sender: bytes, *, name: str) -> None:
    """What is not signed rightly is counted apart: the address alone stops nobody who signs."""
    for window, limit in ((HOUR, source.per_hour), (DAY, source.per_day)):
        keep_pace(name=f"{name}:{source.id}", limit=limit, window=window, refusal=TooManyLeads)
    if source.kind == LeadSource.Kind.FORM:
        limit = settings.PUBLIC_POSTS_PER_HOUR
        keep_pace(name=f"lead-form:{source.id}:{sender.hex()}", limit=limit, window=HOUR, refusal=TooManyLeads)


def _keep(
    store: StoreRef, source: LeadSource, *, sender: bytes, body: bytes, kind: str, refusal: AppError | None
) -> UUID:
    """`kind`: its type, as it says. Of what is here already nothing changes, unless nothing came of it: then this is
    another try.
    """
    text, said = _read(source, body, kind)
    key = _key(body, said)
    if refusal is not None:
        # Whoever can't sign must not stand in the way of who can.
        key = f"unsigned:{sha256(body).hexdigest()}"
    values = {
        "outcome": Outcome.RECEIVED if refusal is None else Outcome.REFUSED,
        "reasons": {} if refusal is None else {"": refusal.code},
        "sender": sender,
        "attempts": 0,
        "next_at": clock.now(),
    }
    try:
        with tenant_context(store):
            _let_go(source, key)
            payload = kept(column=PAYLOAD, text=text)
            phone = _phone_index(said)
            post = LeadPost(source_id=source.id, key=key[:80], payload=payload, phone_index=phone, **values)
            post.save(force_insert=True)
            wake(store)
            return post.id
    except IntegrityError:
        with tenant_context(store):
            there = LeadPost.objects.select_for_update().get(source_id=source.id, key=key[:80])
            if there.outcome == Outcome.REFUSED and refusal is None:
                payload = kept(column=PAYLOAD, text=text)
                row = LeadPost.objects.filter(id=there.id)
                row.update(payload=payload, phone_index=_phone_index(said), **values)
                wake(store)
            return there.id


def _let_go(source: LeadSource, key: str) -> None:
    """Of the same words long ago: that post stays as it is, and is known by its own number from now on."""
    if key.startswith(BODY):
        long_ago = LeadPost.objects.filter(source_id=source.id, key=key, at__lt=clock.now() - SENT_TWICE)
        long_ago.update(key=Concat(Value("then:"), Cast(F("id"), CharField())))


def _read(source: LeadSource, body: bytes, kind: str) -> tuple[str, Mapping[str, str]]:
    """The post as text, and what it says, as far as it can be read."""
    try:
        text = as_text(body, content_type=kind)
    except PostUnreadable:
        # As it came, for whoever looks at it.
        return body.decode("latin-1").replace("\x00", ""), {}
    try:
        return text, values_in(read(text), source.mapping)
    except PostUnreadable:
        return text, {}


def _key(body: bytes, said: Mapping[str, str]) -> str:
    """By what it is known again: the sender's number of it, or what it says."""
    number = said.get("id", "")
    return f"id:{sha256(number.encode()).hexdigest()}" if number else f"{BODY}{sha256(body).hexdigest()}"


def _phone_index(said: Mapping[str, str]) -> bytes | None:
    """In the store's transaction."""
    phone = said.get("phone", "")
    return index_of(type_name="phone", text=phone) if digits_of(phone) else None


def _hash(address: str) -> str:
    return sha256(address.encode()).hexdigest()[:16]
