"""Put deliveries down to be sent: once for each effect, in the transaction of what they are for."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

import orjson
from django.db import transaction

from chezhan.access import Actor
from chezhan.catalogue.doing.registry import Why
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.texts.reaching import Reached
from chezhan.catalogue.texts.reading import read_values
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from chezhan.modules.webhooks.keeping import kept
from chezhan.modules.webhooks.models import Webhook, WebhookDelivery
from tenants.directory import StoreRef
from tenants.work.leasing import announce_work

KIND = "webhooks"
# Longer than the transaction in which deliveries are put down.
LOST = dt.timedelta(minutes=2)
AT_ONCE = 500


def queue_deliveries(
    *, actor: Actor, view: View, webhook: Webhook, type_: str, reached: dict[str, Reached], record_ids: Sequence[UUID],
    why: Why,
) -> dict[UUID, UUID]:  # fmt: skip
    """By record the deliveries that are new. Values are as the actor reads them: what is masked stays so."""
    made: dict[UUID, UUID] = {}
    for first in range(0, len(record_ids), AT_ONCE):
        ids = record_ids[first : first + AT_ONCE]
        values = read_values(view=view, record_ids=ids, reached=reached, person_id=actor.person_id)
        rows = []
        for record_id, row in values.items():
            told = {name: row[name] for name in reached}
            source = {"kind": why.kind, "id": str(why.id), "name": why.name}
            data = {"entity": view.entity.name, "id": str(record_id), "values": told, "source": source}
            effect = why.key(record_id)[:240]
            rows.append(
                delivery_of(
                    webhook=webhook,
                    type_=type_,
                    data=data,
                    effect=effect,
                    why=why,
                    entity=view.entity.name,
                    record_id=record_id,
                    linked=_linked(told),
                    paths=sorted(reached),
                )
            )
        WebhookDelivery.objects.bulk_create(rows, ignore_conflicts=True)
        new = WebhookDelivery.objects.filter(id__in=[row.id for row in rows])
        made |= {about: one for about, one in new.values_list("record_id", "id") if about is not None}
    if made:
        wake(actor.in_store)
    return made


def delivery_of(
    *, webhook: Webhook, type_: str, data: Mapping[str, Any], effect: str, why: Why, **of: Any
) -> WebhookDelivery:
    """What is sent is made here once, and sent the same however often."""
    now = clock.now()
    body = {"type": type_, "timestamp": now.isoformat(), "data": data}
    return WebhookDelivery(
        id=new_id(), webhook=webhook, type=type_, effect=effect, why_kind=why.kind, why_id=why.id,
        why_name=why.name[:120], body=kept(column="body", text=orjson.dumps(body).decode()), next_at=now, at=now, **of,
    )  # fmt: skip


def wake(store: StoreRef) -> None:
    """The sender comes when the transaction is over; should this process end before, after a while."""
    key = uuid5(store.id, KIND)
    announce_work(store_id=store.id, kind=KIND, key=key, due_at=clock.now() + LOST)
    transaction.on_commit(lambda: announce_work(store_id=store.id, kind=KIND, key=key, due_at=clock.now()))


def _linked(values: Mapping[str, Any]) -> list[str]:
    """The records that are named: with them goes what is said of them."""
    return sorted({str(one["id"]) for one in values.values() if isinstance(one, dict) and one.get("id")})
