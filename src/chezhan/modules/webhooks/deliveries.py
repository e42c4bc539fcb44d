"""The log of what was sent, for designers: what it said, as far as they read every field of it on that very record."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson
from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.doing.registry import Why
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.registry import UnknownEntity
from chezhan.catalogue.texts.knowing import readable
from chezhan.kernel import clock
from chezhan.kernel.errors import Forbidden
from chezhan.kernel.ids import new_id
from chezhan.modules.webhooks.addresses import get_webhook
from chezhan.modules.webhooks.keeping import told
from chezhan.modules.webhooks.models import WebhookDelivery
from chezhan.modules.webhooks.queueing import delivery_of, wake
from chezhan.modules.webhooks.refusals import NothingToReplay, UnknownDelivery, WebhookOff
from chezhan.modules.webhooks.signing import message_id

PAGE = 50
TRIAL = "webhook.test"
OPEN = (WebhookDelivery.State.QUEUED, WebhookDelivery.State.SENDING)
NAMES = (
    "id", "webhook_id", "type", "entity", "state", "code", "status", "why_kind", "why_id", "why_name", "attempts",
    "next_at", "at", "sent_at",
)  # fmt: skip


def list_deliveries(
    *, actor: Actor, webhook_id: UUID | None = None, state: str = "", before: UUID | None = None
) -> dict[str, Any]:
    """The latest first. Raises Forbidden."""
    require_designer(actor=actor)
    rows = WebhookDelivery.objects.all()
    if webhook_id is not None:
        rows = rows.filter(webhook_id=webhook_id)
    if state in WebhookDelivery.State.values:
        rows = rows.filter(state=state)
    last = WebhookDelivery.objects.filter(id=before).first() if before else None
    if last is not None:
        rows = rows.filter(Q(at__lt=last.at) | Q(at=last.at, id__lt=last.id))
    page = list(rows.order_by("-at", "-id")[: PAGE + 1])
    seen = _seen(actor, page[:PAGE])
    return {"deliveries": [_line(one, seen) for one in page[:PAGE]], "more": len(page) > PAGE}


def read_delivery(*, actor: Actor, delivery_id: UUID) -> dict[str, Any]:
    """`body`, `answer`: None where the asker may not know what it said. Raises Forbidden, UnknownDelivery."""
    require_designer(actor=actor)
    row = WebhookDelivery.objects.filter(id=delivery_id).first()
    if row is None:
        raise UnknownDelivery
    seen = _seen(actor, [row])
    body = told(row.body, column="body")
    knows = not row.entity or (row.id in seen and seen[row.id][1])
    return _line(row, seen) | {
        "message_id": message_id(row.id),
        "body": orjson.loads(body) if knows and body else None,
        "answer": (told(row.answer, column="answer") or None) if knows else None,
    }


def replay(*, actor: Actor, delivery_id: UUID) -> dict[str, Any]:
    """The same once more, with the same id. Raises Forbidden, UnknownDelivery, NothingToReplay, WebhookOff."""
    require_designer(actor=actor, writes=True)
    row = (
        WebhookDelivery.objects.select_for_update(of=("self",)).filter(id=delivery_id).select_related("webhook").first()
    )
    if row is None:
        raise UnknownDelivery
    if row.state in OPEN or row.body is None:
        raise NothingToReplay
    if not row.webhook.enabled:
        raise WebhookOff(params={"name": row.webhook.name})
    row.state, row.code, row.attempts, row.next_at = WebhookDelivery.State.QUEUED, "", 0, clock.now()
    row.save(update_fields=["state", "code", "attempts", "next_at"])
    wake(actor.in_store)
    return read_delivery(actor=actor, delivery_id=delivery_id)


def send_trial(*, actor: Actor, webhook_id: UUID) -> UUID:
    """An event that says nothing of the store's records. Raises as get_webhook, WebhookOff."""
    webhook = get_webhook(actor=actor, webhook_id=webhook_id)
    if not webhook.enabled:
        raise WebhookOff(params={"name": webhook.name})
    why = Why("trial", actor.person_id, actor.person_name)
    made = delivery_of(
        webhook=webhook, type_=TRIAL, data={"store": actor.in_store.slug}, effect=f"trial:{new_id()}", why=why
    )
    made.save(force_insert=True)
    wake(actor.in_store)
    return made.id


def _line(row: WebhookDelivery, seen: Mapping[UUID, tuple[str | None, bool]]) -> dict[str, Any]:
    title, _ = seen.get(row.id, (None, False))
    found = {name: getattr(row, name) for name in NAMES}
    return found | {"title": title, "record_id": row.record_id if row.id in seen else None}


def _seen(actor: Actor, rows: Sequence[WebhookDelivery]) -> dict[UUID, tuple[str | None, bool]]:
    """Of those about records that the asker sees: what one is called, and whether they may know what was said."""
    viewer, found = viewer_of(actor), dict[UUID, tuple[str | None, bool]]()
    for entity in {row.entity for row in rows if row.entity}:
        try:
            view = View(viewer, viewer.entity(entity))
            viewer.open(view.entity)
        except (UnknownEntity, Forbidden):
            continue
        mine = [row for row in rows if row.entity == entity and row.record_id]
        ids = [row.record_id for row in mine if row.record_id]
        paths = sorted({path for row in mine for path in row.paths})
        may = readable(actor=actor, view=view, paths=paths, record_ids=ids)
        titles = titles_of(view=view, rows=view.seen().filter(id__in=ids), person_id=actor.person_id)
        for row in mine:
            if row.record_id in may:
                known = all(may[row.record_id].get(path) for path in row.paths)
                found[row.id] = (titles.get(row.record_id), known)
    return found
