"""Writes to customers."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django.db.models import F, Field, Q
from django.db.models.lookups import In

from chezhan.access import Actor, require
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.references import Shared, none_shared
from chezhan.catalogue.bulk.touches import TakenIn, hand_out
from chezhan.catalogue.bulk.turns import wait_for_turn
from chezhan.catalogue.phones import digits_of
from chezhan.catalogue.records.sealed import index_in
from chezhan.catalogue.sealing import INDEX, sealed
from chezhan.kernel import clock
from chezhan.kernel.money import yuan
from chezhan.modules.parties.contracts import CustomerRow
from chezhan.modules.parties.models import Customer
from tenants.directory import StoreRef

Identity = tuple[bytes, str]
PHONE_COLUMN = cast(Field, Customer._meta.get_field("sealed_phone"))


def take_in_customers(
    *,
    actor: Actor,
    store: StoreRef,
    rows: Sequence[CustomerRow],
    standing: Sequence[UUID | None] = (),
    shared: Shared = none_shared,
) -> list[TakenIn]:
    """Bring customers in, a batch at a time, inside the caller's tenant_context; answers one entry per row.

    The same person is the same phone and the same name; never one of the two alone. Someone met again keeps what is
    known of them, and gaps are filled. `standing[i]`, when given, is the customer that row i was brought in as
    before: the row's values are written over it. If then its phone or name differ, the row moves to whoever has
    that identity; if nobody has it, the standing customer is renamed, unless `shared` says that other records
    hang on it: then a new one is made.
    """
    require(actor=actor, permission="import.run")
    wait_for_turn()
    standing = standing or [None] * len(rows)
    values = [_values(row) for row in rows]
    drafts = _known(values=values, standing=standing)
    by_identity = {identity: draft for draft in drafts.values() if (identity := _identity(draft))}
    before = [drafts.get(record_id) if record_id else None for record_id in standing]
    fixed = shared(ids=[known.id for known, row in zip(before, values, strict=True) if known and _moves(known, row)])
    chosen: list[Draft] = []
    for told, row, known in zip(rows, values, before, strict=True):
        namesake = _namesake(row, by_identity)
        if known and not _moves(known, row):
            draft = known
            draft.give(row)
        elif namesake:
            draft = namesake
            draft.fill(row)
        else:
            draft = known if known and known.id not in fixed else Draft.of_new(since=told.since)
            draft.give(row)
            drafts[draft.id] = draft
        if identity := _identity(draft):
            by_identity[identity] = draft
        chosen.append(draft)
    touches = write_drafts(
        entity="customer", model=Customer, drafts=drafts.values(), actor=actor, store=store, now=clock.now()
    )
    return hand_out(ids=[draft.id for draft in chosen], touches=touches)


def _values(row: CustomerRow) -> dict[str, Any]:
    """By attribute, as the table keeps them."""
    return {
        "kind": row.kind,
        "name": row.name,
        "gender": row.gender,
        "sealed_phone": sealed(
            column=PHONE_COLUMN, type_name="phone", text=row.phone if digits_of(row.phone) else None
        ),
        "annual_income": None if row.annual_income is None else yuan(row.annual_income),
        "source_channel": row.source_channel,
        "region": row.region,
        "city": row.city,
        "owner": row.owner,
    }


def _known(*, values: Sequence[dict[str, Any]], standing: Sequence[UUID | None]) -> dict[UUID, Draft]:
    """The standing customers and everyone with one of the phones, locked."""
    indexes = sorted({row["sealed_phone"][:INDEX] for row in values if row["sealed_phone"]})
    found = Q(In(index_in(F("sealed_phone")), indexes)) if indexes else Q(pk__in=[])
    return load_rows(model=Customer, which=found | Q(id__in={*standing} - {None}))


def _identity(draft: Draft) -> Identity | None:
    index = _index(draft.value("sealed_phone"))
    return (index, draft.value("name")) if index else None


def _index(kept: bytes | None) -> bytes | None:
    """By which two spellings of a phone are one."""
    return bytes(kept)[:INDEX] if kept else None


def _namesake(row: dict[str, Any], by_identity: dict[Identity, Draft]) -> Draft | None:
    """Whoever has the row's phone and name by now: an earlier row may have renamed them."""
    index = _index(row["sealed_phone"])
    draft = by_identity.get((index, row["name"])) if index else None
    return draft if draft and _identity(draft) == (index, row["name"]) else None


def _moves(draft: Draft, row: dict[str, Any]) -> bool:
    """Whether the row says another name or phone than the draft; a phone not given says nothing."""
    index = _index(row["sealed_phone"] or draft.value("sealed_phone"))
    return (index, row["name"]) != (_index(draft.value("sealed_phone")), draft.value("name"))
