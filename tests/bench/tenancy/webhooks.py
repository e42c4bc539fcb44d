"""Webhooks of B, in words that no answer to A's people may hold; and how requests name them."""

from typing import Any
from uuid import UUID

from chezhan.modules.webhooks.keeping import kept
from chezhan.modules.webhooks.models import Webhook, WebhookDelivery
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tests.bench.tenancy.word import CANARY

URL = "https://93.184.216.34/in"


def make_webhooks(store: StoreRef, *, person_id: UUID, records: dict[str, list[UUID]]) -> dict[str, list[UUID]]:
    with tenant_context(store):
        webhook = Webhook.objects.create(
            name=CANARY,
            url=f"https://{CANARY}.example.com/in",
            secret=kept(column="secret", text="whsec_" + "A" * 43 + "="),
            changed_by=person_id,
        )
        deliveries = [
            WebhookDelivery.objects.create(
                webhook=webhook,
                type=CANARY,
                entity=entity,
                record_id=ids[0],
                body=kept(column="body", text=f'{{"said": "{CANARY}"}}'),
                answer=kept(column="answer", text=CANARY),
                effect=f"{CANARY} {entity}",
                state="failed",
                code=CANARY,
                why_kind="rule",
                why_name=CANARY,
            ).id
            for entity, ids in records.items()
        ]
    return {"webhook_id": [webhook.id], "webhook_delivery_id": deliveries}


def webhooks_cases(case: Any) -> dict[str, Any]:
    """By operation."""
    changed = {"version": 1, "name": "看", "url": URL, "enabled": False}
    return {
        "list_webhooks": case(),
        "create_webhook": case(body=lambda names: {"name": "看", "url": URL}),
        "change_webhook": case(body=lambda names: changed),
        "rotate_webhook_secret": case(body=lambda names: {"version": 1}),
        "try_webhook": case(body=lambda names: {}),
        "delete_webhook": case(),
        "list_webhook_deliveries": case(query=lambda names: {"webhook_id": names["webhook_id"]}),
        "get_webhook_delivery": case(),
        "replay_webhook_delivery": case(body=lambda names: {}),
    }
