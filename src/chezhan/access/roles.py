"""The roles that ship (domain.md) and what each may do. A role that is not here may do nothing."""

from dataclasses import dataclass
from typing import Literal

READS = frozenset({"customer.read", "vehicle.read", "sales_order.read"})
WRITES = frozenset({"customer.write", "vehicle.write", "sales_order.write"})
# What a store's people share: views of lists, tags.
SHARES = frozenset({"view.share", "tag.write"})
GROUP_READS = frozenset({"comparison.read", "import.read", "group.read"})
PERMISSIONS = (
    READS
    | WRITES
    | GROUP_READS
    | SHARES
    | {
        "catalogue.design",
        "policy.write",
        "ceiling.write",
        "audit.read",
        "view_as",
        "person.data",
        "import.run",
        "record.import",
        "record.import_origin",
        "worktime.write",
        "particulars.write",
        "retention.write",
        "lead_pool.write",
        "task.read",
        "order_payment.read",
        "quote.read",
        "quote_line.read",
        "purchase_tax_rule.read",
        "delivery.read",
        "contract.read",
        "promise.read",
        "referral.read",
        "relation.read",
        "used_car.read",
        "used_car_cost.read",
        "vehicle_owner.read",
        "lead.read",
        "channel_cost.read",
        "interaction.read",
        "brand.read",
        "series.read",
        "trim.read",
        "stock_vehicle.read",
        "test_drive.read",
        "store.create",
        "store.rename",
        "people.read",
        "people.invite",
        "people.remove",
        "plan.read",
        "message.send",
    }
)

DEALER, REPAIR = "dealer", "repair"
BOTH = frozenset({DEALER, REPAIR})
Level = Literal["group", "store"]


@dataclass(frozen=True, slots=True)
class Role:
    """`packs` are the industry packs that have the role; `level` says where it is held."""

    key: str
    level: Level
    packs: frozenset[str]
    grants: frozenset[str]


def _store(key: str, grants: frozenset[str], packs: frozenset[str] = BOTH) -> Role:
    return Role(key=key, level="store", packs=packs, grants=grants)


SERVICE_READS = frozenset({"customer.read", "vehicle.read"})
SALES = frozenset({DEALER})
# Messages to customers and staff, by templates that were approved.
SENDS = frozenset({"message.send"})

ROLES: tuple[Role, ...] = (
    Role("group_owner", "group", BOTH, frozenset(PERMISSIONS)),
    Role(
        "hq_operations",
        "group",
        BOTH,
        READS | GROUP_READS | {"catalogue.design", "ceiling.write", "import.run", "people.read"},
    ),
    Role("auditor", "group", BOTH, READS | GROUP_READS | {"audit.read"}),
    _store(
        "store_manager",
        READS
        | WRITES
        | SHARES
        | {"catalogue.design", "policy.write", "audit.read", "view_as", "person.data"}
        | {
            "record.import",
            "record.import_origin",
            "worktime.write",
            "particulars.write",
            "retention.write",
            "lead_pool.write",
        }
        | {"people.read", "people.invite", "people.remove"}
        | SENDS,
    ),
    _store("sales_manager", READS | WRITES | SHARES | {"record.import", "lead_pool.write"} | SENDS, SALES),
    _store("sales_advisor", READS | WRITES | SENDS, SALES),
    _store(
        "service_manager",
        SERVICE_READS | SHARES | {"customer.write", "vehicle.write", "record.import", "lead_pool.write"} | SENDS,
    ),
    _store("receptionist", READS | {"customer.write"} | SENDS),
    _store("service_advisor", SERVICE_READS | {"customer.write", "vehicle.write"} | SENDS),
    _store("inspector", frozenset({"vehicle.read"})),
    _store("workshop_leader", frozenset({"vehicle.read"})),
    _store("technician", frozenset({"vehicle.read"})),
    _store("parts_clerk", frozenset({"vehicle.read"})),
    _store("marketing", frozenset({"customer.read", "vehicle.read", "record.import"}) | SENDS),
    _store("finance", READS),
    _store("call_centre", SERVICE_READS | SENDS),
)

# Held by no person: what enters records that strangers send by a public form (see engines.forms.public).
PUBLIC_FORM = "public_form"

GRANTS: dict[str, frozenset[str]] = {role.key: role.grants for role in ROLES}
BY_KEY: dict[str, Role] = {role.key: role for role in ROLES}
