"""Print templates of B, in words that no answer to A's people may hold; and how requests name them."""

from typing import Any
from uuid import UUID

from chezhan.engines.printing.models import PrintTemplate
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tests.bench.tenancy.word import CANARY

LAYOUT = {"blocks": [{"kind": "text", "id": "a", "text": f"{CANARY} {{{{name}}}}"}], "header": CANARY}


def make_prints(store: StoreRef, *, person_id: UUID, entities: list[str]) -> dict[str, list[UUID]]:
    with tenant_context(store):
        made = [
            PrintTemplate.objects.create(
                entity=entity, name=f"{CANARY} {entity}", layout=LAYOUT, kept=LAYOUT, changed_by=person_id
            ).id
            for entity in entities
        ]
    return {"template_id": made}


def prints_cases(case: Any) -> dict[str, Any]:
    """By operation."""
    return {
        "list_prints": case(),
        "print_records": case(body=lambda names: {"ids": [names["record_id"]], "template": names["template_id"]}),
        "list_print_templates": case(query=lambda names: {"entity": names.entity}),
        "create_print_template": case(body=lambda names: {"entity": names.entity, "name": "看", "start": "sheet"}),
        "list_print_places": case(query=lambda names: {"entity": names.entity}),
        "preview_print_template": case(
            body=lambda names: {"entity": names.entity, "layout": {}, "record_id": names["record_id"]}
        ),
        "get_print_template": case(),
        "save_print_template": case(body=lambda names: {"draft_version": 1, "name": "改名"}),
        "keep_print_template": case(body=lambda names: {"draft_version": 1}),
        "discard_print_draft": case(body=lambda names: {}),
        "copy_print_template": case(body=lambda names: {"name": "抄来"}),
        "retire_print_template": case(body=lambda names: {"retired": True}),
    }
