"""Sources of leads of B and what they sent, in words that no answer to A's people may hold; how requests name them."""

from typing import Any
from uuid import UUID

from chezhan.modules.inbound.keeping import PAYLOAD, SECRET, kept
from chezhan.modules.inbound.models import LeadPost, LeadSource
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.links import new_token
from tests.bench.tenancy.word import CANARY


def make_lead_sources(store: StoreRef, *, person_id: UUID, records: dict[str, list[UUID]]) -> dict[str, list[UUID]]:
    with tenant_context(store):
        source = LeadSource.objects.create(
            name=CANARY,
            kind="portal",
            channel="web",
            token=new_token(store),
            secret=kept(column=SECRET, text=CANARY),
            mapping={"contact_name": CANARY},
            changed_by=person_id,
        )
        post = LeadPost.objects.create(
            source=source,
            key=CANARY,
            outcome="refused",
            reasons={"phone": CANARY},
            payload=kept(column=PAYLOAD, text=f'{{"name": "{CANARY}"}}'),
        )
    return {"lead_source_id": [source.id], "lead_post_id": [post.id]}


def lead_sources_cases(case: Any) -> dict[str, Any]:
    """By operation."""
    wanted = {"name": "看", "kind": "portal", "channel": "web", "mapping": {"phone": "mobile"}}
    return {
        "list_lead_sources": case(),
        "create_lead_source": case(body=lambda names: wanted),
        "change_lead_source": case(body=lambda names: {**wanted, "version": 1}),
        "rotate_lead_source_secret": case(body=lambda names: {"version": 1}),
        "delete_lead_source": case(),
        "list_lead_posts": case(query=lambda names: {"source_id": names["lead_source_id"]}),
        "get_lead_post": case(),
        "enter_lead_post": case(body=lambda names: {}),
        "take_lead_post": case(body=lambda names: {"name": "看", "mobile": "13800138000"}),
    }
