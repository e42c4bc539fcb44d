"""What the roles are called in messages. The interface has its own texts."""

from chezhan.catalogue.policies.roles import own_roles
from chezhan.headquarters.account.delivery.letters import ENGLISH
from tenants.directory import StoreRef

NAMES: dict[str, tuple[str, str]] = {
    "group_owner": ("集团老板", "group owner"),
    "hq_operations": ("总部运营", "HQ operations"),
    "auditor": ("审计", "auditor"),
    "store_manager": ("店总", "store manager"),
    "sales_manager": ("销售经理", "sales manager"),
    "sales_advisor": ("销售顾问", "sales advisor"),
    "service_manager": ("服务经理", "service manager"),
    "receptionist": ("前台", "receptionist"),
    "service_advisor": ("服务顾问", "service advisor"),
    "inspector": ("质检", "inspector"),
    "workshop_leader": ("车间主管", "workshop leader"),
    "technician": ("技师", "technician"),
    "parts_clerk": ("配件", "parts clerk"),
    "marketing": ("市场", "marketing"),
    "finance": ("财务", "finance"),
    "call_centre": ("客服", "call centre"),
}


def role_name(*, key: str, language: str, store: StoreRef | None = None) -> str:
    """`store`: whose own role it may be."""
    own = own_roles(store=store).get(key) if store and key not in NAMES else None
    chinese, english = (own.label.zh, own.label.en) if own else NAMES[key]
    return english if language == ENGLISH else chinese
