"""One case for each operation: how B's things are named in a request to it."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from tests.bench.tenancy.canaries import PART_OF_CANARY, Belongings
from tests.bench.tenancy.design import FIELD_OF_NOBODY, design_cases
from tests.bench.tenancy.flows import flows_cases
from tests.bench.tenancy.forms import forms_cases
from tests.bench.tenancy.lead_sources import lead_sources_cases
from tests.bench.tenancy.messages import messages_cases
from tests.bench.tenancy.packs import packs_cases
from tests.bench.tenancy.prints import prints_cases
from tests.bench.tenancy.rules import rules_cases
from tests.bench.tenancy.webhooks import webhooks_cases
from tests.bench.tenancy.work import work_cases

ENTITIES = ("customer", "vehicle", "sales_order")
PERSONAL = {"customer": "phone", "vehicle": "plate", "sales_order": "customer_phone"}
YEAR = {"date_from": "2023-01-01", "date_to": "2025-12-31"}


@dataclass
class Names:
    """What a request may name: `real` is B's, else of the same shape and nobody's. `used` says what was asked for."""

    belongings: Belongings
    real: bool
    chance: random.Random
    used: dict[str, str] = field(default_factory=dict)
    entity: str = ""

    def __post_init__(self) -> None:
        self.entity = self.chance.choice(ENTITIES)

    def __getitem__(self, name: str) -> str:
        """Raises KeyError for what B has none of."""
        if name == "entity":
            return self.entity
        if name == "record_id":
            name = self.entity
        if name in EVERYBODYS:
            return EVERYBODYS[name]
        if name not in self.used:
            # Drawn in both cases, so that the twin of a request is otherwise the same request.
            real = str(self.chance.choice(self._all()[name]))
            self.used[name] = real if self.real else _nobodys(name, real)
        return self.used[name]

    def _all(self) -> dict[str, list]:
        b = self.belongings
        return {
            **b.records,
            **b.others,
            "group": [b.group],
            "store": [b.store],
            "host": [b.host],
            "import_id": [b.import_id],
            "membership_id": b.membership_ids,
            "invitation_id": b.invitation_ids,
            "object_id": b.everything,
            "token": [b.token_hash],
            "email": b.emails,
            "phone": [b.phone],
            "person": b.people,
            "person_id": b.people,
        }


# Names in an address that are the same for everybody.
EVERYBODYS = {"app_label": "tenants", "url": "x", "content_type_id": "1", "channel": "sms", "role": "receptionist",
              "verb": "contact", "period": "recycle_bin"}  # fmt: skip


def _nobodys(name: str, real: str) -> str:
    """As long and of the same signs as `real`, and of nobody."""
    if name == "token":
        return uuid4().hex + uuid4().hex
    if name == "field":
        return FIELD_OF_NOBODY
    if name in {"group", "store", "host"}:
        head, dot, tail = real.partition(".")
        return f"{head[:-6]}{uuid4().hex[:6]}{dot}{tail}"
    # Always the same, as B's is: what one did with an address before makes a difference to one's own answers.
    if name == "email":
        return "nobody.of.b@example.com"
    if name == "phone":
        return "+8613900009990"
    return str(uuid4())


@dataclass(frozen=True)
class Case:
    """`query`, `body` and, beside a file sent up, `form` are made from Names.

    `in_own_group`: makes sense with the asker's group in the address.
    """

    query: Callable[[Names], dict] = lambda names: {}
    body: Callable[[Names], dict] | None = None
    form: Callable[[Names], dict] = lambda names: {}
    upload: bool = False
    in_own_group: bool = True


def _about(names: Names) -> dict:
    rule = {"field": "customer", "operator": "=", "value": names["customer"]}
    if names.entity == "customer":
        rule = {"field": "name", "operator": "contains", "value": PART_OF_CANARY}
    return {"filter": {"combinator": "and", "rules": [rule]}}


def _records(names: Names) -> dict:
    return names.chance.choice(
        [
            {},
            {"q": PART_OF_CANARY},
            {"filter": json.dumps(_about(names)["filter"])},
            {"sort": "-created_at", "limit": "200"},
        ]
    )


def _audit(names: Names) -> dict:
    return names.chance.choice(
        [
            {},
            {"record_id": names[names.entity], "entity": names.entity},
            {"person": names["person"]},
            {"kind": "created,updated,deleted", "limit": "200"},
            {"entity": "settings"},
        ]
    )


SHUT = {
    "rows": {"reach": "store"},
    "usual": {"right": "read"},
    "personal": {"right": "hidden"},
    "fields": {},
    "actions": [],
}


def _change(names: Names) -> dict:
    return {"role": "receptionist", "entity": names.entity, "policy": SHUT}


def _records_whole(names: Names) -> dict:
    return {name: value for name, value in _records(names).items() if name != "limit"}


def _bulk(names: Names) -> dict:
    return {"kind": "update", "choice": {"ids": [names["record_id"]]}, "values": {"region": "别处"}}


def _only_b(**changes) -> Case:
    return Case(in_own_group=False, **changes)


CASES: dict[str, Case] = {
    "read_me": Case(),
    "change_me": Case(body=lambda names: {"language": "en"}),
    "list_roles": Case(),
    # An unknown pack: whatever one may found, it would be one's own.
    "create_group": Case(body=lambda names: {"name": "新集团", "pack": "none", "store_name": names["store"]}),
    "add_store": _only_b(body=lambda names: {"name": "新店", "pack": "repair"}),
    "rename_store": Case(body=lambda names: {"name": "改名"}),
    "read_plan": _only_b(),
    "list_people": _only_b(),
    "invite": Case(body=lambda names: {"store": names["store"], "role": "receptionist", "email": names["email"]}),
    "revoke_invitation": Case(),
    "end_membership": Case(),
    "read_invitation": Case(),
    "accept_invitation": Case(),
    "ask_for_recovery_code": Case(body=lambda names: {"phone": names["phone"]}),
    "set_password_by_code": Case(body=lambda names: {"code": "123456", "password": "a long new password 7"}),
    "read_outbox": Case(),
    "get_store_home": Case(),
    "list_entities": Case(),
    "list_periods": Case(),
    "list_records": Case(query=_records),
    "get_record": Case(),
    "search_store": Case(query=lambda names: {"q": PART_OF_CANARY}),
    "create_record": Case(body=lambda names: {"values": {"name": "新客", "customer": names["customer"]}}),
    "create_records": Case(body=lambda names: {"rows": [{"brand": "BMW", "customer": names["customer"]}]}),
    "change_record": Case(body=lambda names: {"version": 1, "values": {"region": "别处"}}),
    "change_records": Case(body=lambda names: {"ids": [names["record_id"]], "values": {"region": "别处"}}),
    "delete_records": Case(body=lambda names: {"ids": [names["record_id"]]}),
    "bring_back_records": Case(body=lambda names: {"ids": [names["record_id"]]}),
    "read_policies": Case(),
    "set_policies": Case(body=lambda names: {"changes": [_change(names)]}),
    "preview_policies": Case(body=lambda names: {"changes": [_change(names)]}),
    "explain_right": Case(query=lambda names: {"entity": names.entity, "field": "owner", "person": names["person"]}),
    "set_policy": Case(body=lambda names: {"policy": SHUT}),
    "reset_policy": Case(),
    "add_role": Case(body=lambda names: {"label": {"zh": "夜班"}, "copy_of": "receptionist"}),
    "relabel_role": Case(body=lambda names: {"label": {"zh": "白班"}}),
    "retire_role": Case(),
    "list_teams": Case(),
    "add_team": Case(body=lambda names: {"name": "一组", "people": [names["person"]]}),
    "change_team": Case(body=lambda names: {"people": [names["person"]]}),
    "remove_team": Case(),
    "list_store_roles": Case(),
    "give_role": Case(body=lambda names: {"person_id": names["person"], "role": "receptionist"}),
    "read_ceilings": Case(query=lambda names: {"store": names["store"]}),
    "set_ceiling": Case(body=lambda names: {"policy": SHUT, "stores": [names["store"]]}),
    "remove_ceiling": Case(body=lambda names: {"stores": [names["store"]]}),
    "read_stores_running": Case(),
    "preview_ceiling": Case(body=lambda names: {"policy": SHUT, "store": names["store"]}),
    "preview_bulk": Case(body=_bulk),
    "carry_out_bulk": Case(body=_bulk),
    "list_operations": Case(),
    "undo_operation": Case(),
    "list_duplicates": Case(),
    "look_for_duplicates": Case(body=lambda names: {}),
    "list_merged": Case(),
    "check_duplicates": Case(
        body=lambda names: {"values": {"name": PART_OF_CANARY, "phone": names["phone"]}, "but": names["customer"]}
    ),
    "merge_records": Case(
        body=lambda names: {
            "winner": names["record_id"],
            "loser": names["vehicle"],
            "winner_version": 1,
            "loser_version": 1,
        }
    ),
    "undo_merge": Case(body=lambda names: {}),
    "tell_apart": Case(body=lambda names: {"ids": [names["record_id"], names["vehicle"]]}),
    "list_duplicate_rules": Case(),
    "switch_duplicate_rule": Case(body=lambda names: {"key": "phone", "enabled": True}),
    "add_duplicate_rule": Case(body=lambda names: {"fields": ["nothing"]}),
    "remove_duplicate_rule": Case(),
    "merged_into": Case(),
    "list_merges": Case(),
    "read_memory": Case(),
    "remember_record": Case(body=lambda names: {}),
    "forget_recent": Case(),
    "star_record": Case(body=lambda names: {}),
    "unstar_record": Case(),
    "star_view": Case(body=lambda names: {}),
    "unstar_view": Case(),
    "list_bin": Case(query=lambda names: names.chance.choice([{}, {"entity": names.entity, "q": PART_OF_CANARY}])),
    "erase_records": Case(body=lambda names: {"entity": "customer", "ids": [names["customer"]], "confirm": "erase"}),
    "group_records": Case(query=lambda names: {"by": "city" if names.entity == "customer" else "brand"}),
    "mark_records": Case(
        body=lambda names: {"ids": [names["record_id"]], "conditions": [json.dumps(_about(names)["filter"])]}
    ),
    "upload_file": Case(
        form=lambda names: {"entity": names.entity, "field": "x_papers", "customer": names["customer"]}, upload=True
    ),
    "read_file": Case(),
    "read_small_picture": Case(),
    "list_views": Case(query=lambda names: {"entity": names.entity}),
    "create_view": Case(
        body=lambda names: {"entity": names.entity, "name": "看", "sort": "owner", "q": names["person"]}
    ),
    "change_view": Case(body=lambda names: {"version": 1, "name": "看"}),
    "delete_view": Case(),
    "list_store_people": Case(),
    "describe_store_api": Case(),
    "list_own_tokens": Case(),
    "list_store_tokens": Case(),
    "create_token": Case(body=lambda names: {"name": "令牌", "scope": {"entities": {"*": "read"}}}),
    "revoke_token": Case(),
    "export_csv": Case(query=_records_whole),
    "export_xlsx": Case(query=_records_whole),
    "list_comments": Case(),
    "add_comment": Case(body=lambda names: {"text": "看", "mentions": [names["person"]]}),
    "change_comment": Case(body=lambda names: {"text": "看"}),
    "delete_comment": Case(),
    "list_tags_of_records": Case(body=lambda names: {"ids": [names["record_id"]]}),
    "merge_tags": Case(body=lambda names: {"into": names["tag_id"]}),
    "read_personal_data": Case(),
    "export_personal_data": Case(),
    "erase_personal_data": Case(body=lambda names: {"name": PART_OF_CANARY, "reason": "asked"}),
    "list_record_tags": Case(),
    "set_record_tags": Case(body=lambda names: {"tags": [names["tag_id"]]}),
    "list_tags": Case(),
    "create_tag": Case(body=lambda names: {"name": names["tag_id"], "color": "#000000"}),
    "change_tag": Case(body=lambda names: {"name": "看", "color": "#000000"}),
    "delete_tag": Case(),
    "get_timeline": Case(),
    "list_audit": Case(query=_audit),
    "export_audit_csv": Case(query=_audit),
    "export_audit_xlsx": Case(query=_audit),
    "reveal_fields": Case(body=lambda names: {"fields": [PERSONAL[names.entity]], "reason": "看"}),
    "restore_value": Case(body=lambda names: {"entry_id": str(uuid4()), "field": "region", "version": 1}),
    "compare_stores": Case(query=lambda names: {**YEAR, "by": "brand", "store": names["store"]}),
    "comparison_options": _only_b(),
    "orders_behind": Case(query=lambda names: {**YEAR, "store": names["store"]}),
    "upload_import": _only_b(upload=True),
    "list_imports": _only_b(),
    "read_import_limits": _only_b(),
    "get_import": Case(),
    "get_import_state": Case(),
    "map_import": Case(body=lambda names: {"targets": {"0": None}}),
    "try_import": Case(),
    "start_import": Case(body=lambda names: {"create_stores": True, "pack": "dealer"}),
    "cancel_import": Case(),
    "undo_import": Case(),
    "get_import_issues": Case(),
    "list_record_imports": Case(),
    "upload_record_import": Case(upload=True),
    "get_record_import": Case(),
    "get_record_import_state": Case(),
    "read_record_import": Case(body=lambda names: {"sheet": PART_OF_CANARY}),
    "order_record_import": Case(body=lambda names: {"columns": [{"column": 0, "target": "name"}]}),
    "decide_record_import": Case(body=lambda names: {"decisions": {"2": "skip"}}),
    "keep_import_template": Case(body=lambda names: {"name": "看"}),
    "apply_import_template": Case(),
    "delete_import_template": Case(),
    "start_record_import": Case(),
    "stop_record_import": Case(),
    "undo_record_import": Case(),
    "forget_record_import": Case(),
    "list_import_rows": Case(),
    "download_import_rows_csv": Case(),
    "download_import_rows_xlsx": Case(),
    **design_cases(Case),
    **forms_cases(Case),
    **prints_cases(Case),
    **packs_cases(Case),
    **rules_cases(Case),
    **work_cases(Case),
    **flows_cases(Case),
    **messages_cases(Case),
    **webhooks_cases(Case),
    **lead_sources_cases(Case),
}
# For allauth's views and for pages, which read what they know and pass over the rest.
ANYTHING = Case(
    body=lambda names: {
        "email": names["email"],
        "phone": names["phone"],
        "password": "wrong password 7",
        "current_password": "wrong password 7",
        "new_password": "another password 7",
        "key": names["token"],
        "code": "123456",
        "provider": "none",
        "uid": names["person"],
    }
)
