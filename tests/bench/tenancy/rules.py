"""Rules of B, in words that no answer to A's people may hold; and how requests name them."""

from typing import Any
from uuid import UUID

from chezhan.engines.rules.models import Rule, RuleRun, RuleVersion
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from chezhan.kernel.models import OutboxWaiting
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.roles import OWNER
from tests.bench.tenancy.word import CANARY

SAID = {
    "trigger": {"kind": "created"},
    "condition": {},
    "actions": [{"kind": "set", "fields": [{"field": "owner", "value": None, "formula": f'"{CANARY}"'}]}],
    "stop": False,
}


def make_rules(store: StoreRef, *, person_id: UUID, records: dict[str, list[UUID]]) -> dict[str, list[UUID]]:
    made = []
    with tenant_context(store):
        for entity, ids in records.items():
            rule = Rule.objects.create(
                entity=entity, name=f"{CANARY} {entity}", definition=SAID, published=1, changed_by=person_id
            )
            RuleVersion.objects.create(
                rule=rule,
                number=1,
                name=rule.name,
                definition=SAID,
                note=CANARY,
                by=person_id,
                by_name=f"{CANARY} 甲",
            )
            RuleRun.objects.create(rule=rule, number=1, record_id=ids[0], outcome="refused", code=CANARY)
            made.append(rule.id)
    letter = OutboxWaiting.objects.using(OWNER).create(
        consumer="rules",
        event_id=new_id(),
        store_id=store.id,
        entity="customer",
        record_id=records["customer"][0],
        kind="created",
        at=clock.now(),
        position=1,
        next_at=clock.now(),
        error=CANARY,
        dead_at=clock.now(),
    )
    return {"rule_id": made, "letter_id": [letter.id]}


def rules_cases(case: Any) -> dict[str, Any]:
    """By operation."""
    return {
        "list_rules": case(),
        "create_rule": case(body=lambda names: {"entity": names.entity, "name": "看"}),
        "order_rules": case(body=lambda names: {"entity": names.entity, "rules": [names["rule_id"]]}),
        "get_rule": case(),
        "save_rule": case(body=lambda names: {"draft_version": 1, "name": "改名"}),
        "discard_rule_draft": case(body=lambda names: {}),
        "copy_rule": case(body=lambda names: {"name": "抄来"}),
        "publish_rule": case(body=lambda names: {"draft_version": 1}),
        "switch_rule": case(body=lambda names: {"on": False}),
        "follow_rule_again": case(body=lambda names: {}),
        "list_rule_versions": case(),
        "roll_back_rule": case(body=lambda names: {"number": 1}),
        "list_rule_runs": case(),
        "try_rule": case(),
        "read_backlog": case(),
        "replay_event": case(body=lambda names: {}),
    }
