"""Messages of B, in words that no answer to A's people may hold; and how requests name them."""

from typing import Any
from uuid import UUID

from chezhan.kernel import clock
from chezhan.modules.messaging.accounts import sealed_secrets
from chezhan.modules.messaging.keeping import kept
from chezhan.modules.messaging.models import (
    Message,
    MessageChannel,
    MessageConsent,
    MessageLimits,
    MessageTemplate,
)
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tests.bench.tenancy.word import CANARY


def make_messages(store: StoreRef, *, person_id: UUID, records: dict[str, list[UUID]]) -> dict[str, list[UUID]]:
    with tenant_context(store):
        templates = [
            MessageTemplate.objects.create(
                name=f"{CANARY} {entity}",
                entity=entity,
                channel="in_app",
                purpose="notice",
                subject=CANARY,
                text=f"{CANARY} 您好",
                provider_template=CANARY,
                sign_name=CANARY,
                approval="approved",
                approval_note=CANARY,
                changed_by=person_id,
            )
            for entity in records
        ]
        messages = [
            Message.objects.create(
                template=templates[0],
                channel="sms",
                purpose="service",
                entity=entity,
                record_id=ids[0],
                subject_id=ids[0],
                address=kept(column="address", text=CANARY),
                text=kept(column="text", text=f"{CANARY} 您好"),
                subject=kept(column="subject", text=CANARY),
                address_path="",
                effect=f"{CANARY} {entity}",
                state="failed",
                code=CANARY,
                tail=CANARY,
                why_kind="rule",
                why_name=CANARY,
                provider=CANARY,
                provider_id=CANARY,
                link=CANARY,
                next_at=clock.now(),
            ).id
            for entity, ids in records.items()
        ]
        MessageChannel.objects.create(
            channel="mail",
            provider="smtp",
            config={"host": f"{CANARY}.example.com", "sender": CANARY},
            secrets=sealed_secrets({"password": CANARY}, store=store),
            receipts=CANARY,
            changed_by=person_id,
        )
        MessageLimits.objects.create(per_day=7)
        for record_id in records["customer"]:
            MessageConsent.objects.create(
                entity="customer", record_id=record_id, channel="sms", purpose="marketing", given=True, way="paper",
                proof=CANARY, by=person_id,
            )  # fmt: skip
    return {"message_template_id": [one.id for one in templates], "message_id": messages}


NEW = {"name": "看", "entity": "customer", "channel": "sms", "purpose": "service", "text": "{{name}}您好"}


def messages_cases(case: Any) -> dict[str, Any]:
    """By operation."""
    return {
        "list_messages": case(query=lambda names: {"entity": names.entity, "record_id": names[names.entity]}),
        "send_message": case(
            body=lambda names: {
                "entity": names.entity,
                "record_id": names[names.entity],
                "template_id": names["message_template_id"],
                "to": "owner",
                "key": "a key of mine",
            }
        ),
        "foretell_message": case(
            body=lambda names: {
                "entity": names.entity,
                "record_id": names[names.entity],
                "template_id": names["message_template_id"],
                "to": "owner",
            }
        ),
        "count_unread_messages": case(),
        "mark_messages_read": case(body=lambda names: {"ids": [names["message_id"]]}),
        "list_message_templates": case(query=lambda names: {"entity": names.entity}),
        "list_message_places": case(query=lambda names: {"entity": names.entity, "channel": "sms"}),
        "draft_message": case(
            body=lambda names: {
                "entity": names.entity,
                "channel": "sms",
                "text": "{{created_at}}",
                "record_id": names[names.entity],
            }
        ),
        "get_message": case(),
        "take_back_message": case(body=lambda names: {}),
        "list_message_consents": case(),
        "put_message_consent": case(
            body=lambda names: {"channel": "sms", "purpose": "marketing", "given": True, "way": "paper"}
        ),
        "create_message_template": case(body=lambda names: NEW),
        "get_message_template": case(),
        "change_message_template": case(body=lambda names: {**NEW, "version": 1}),
        "decide_message_template": case(body=lambda names: {"version": 1, "approval": "approved"}),
        "delete_message_template": case(),
        "list_message_channels": case(),
        "set_message_channel": case(
            body=lambda names: {"version": 0, "provider": "smtp", "values": {"host": "mail.example.com", "sender": "a"}}
        ),
        "try_message_channel": case(body=lambda names: {"address": "13800138000"}),
        "get_message_limits": case(),
        "set_message_limits": case(
            body=lambda names: {
                "version": 1, "quiet_from": 0, "quiet_to": 0, "quiet_for_service": False, "per_day": 1, "per_week": 1,
            }
        ),
        "prove_message_reports": case(),
        "take_message_reports": case(body=lambda names: {}),
    }  # fmt: skip
