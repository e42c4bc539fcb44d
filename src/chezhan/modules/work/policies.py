"""Who sees what of tasks. They are the store's common work, but for the workshop, which has its own."""

from chezhan.access.rights import ALL_ROWS, OWN_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

WRITE, OWN_WRITE = FieldRight(Right.WRITE), FieldRight(Right.READ, own=Right.WRITE)
ACTIONS = frozenset({Action.CREATE, Action.COMMENT})

STAFF = Policy(ALL_ROWS, OWN_WRITE, OWN_WRITE, actions=ACTIONS | {Action.BULK})
WORKSHOP = Policy(OWN_ROWS, WRITE, WRITE, actions=ACTIONS)

ship(
    entity="task",
    policies={
        "group_owner": FULL,
        "hq_operations": LOOK,
        "auditor": LOOK,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": STAFF,
        "service_manager": EDIT,
        "receptionist": STAFF,
        "service_advisor": STAFF,
        "inspector": WORKSHOP,
        "workshop_leader": WORKSHOP,
        "technician": WORKSHOP,
        "parts_clerk": WORKSHOP,
        "marketing": STAFF,
        "finance": STAFF,
        "call_centre": STAFF,
    },
)
