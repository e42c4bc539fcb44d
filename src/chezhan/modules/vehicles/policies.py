"""Who sees what of cars. Whoever works on a car sees its plate and VIN; whose it is, is the customer's policy."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ, WRITE, MASKED = FieldRight(Right.READ), FieldRight(Right.WRITE), FieldRight(Right.MASKED)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)

WORKSHOP = Policy(ALL_ROWS, READ, READ, actions=LOOK.actions)
ADVISOR = Policy(ALL_ROWS, usual=OWN_WRITE, personal=OWN_WRITE, actions=frozenset({Action.CREATE, Action.COMMENT}))

ship(
    entity="vehicle",
    policies={
        "group_owner": FULL,
        "hq_operations": LOOK,
        "auditor": LOOK,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": ADVISOR,
        "service_manager": EDIT,
        "receptionist": WORKSHOP,
        "service_advisor": Policy(ALL_ROWS, WRITE, WRITE, actions=frozenset({Action.CREATE, Action.COMMENT})),
        "inspector": WORKSHOP,
        "workshop_leader": WORKSHOP,
        "technician": WORKSHOP,
        "parts_clerk": WORKSHOP,
        "marketing": LOOK,
        "finance": WORKSHOP,
        "call_centre": WORKSHOP,
    },
)
ship(
    entity="vehicle_owner",
    policies={
        "group_owner": WORKSHOP,
        "hq_operations": LOOK,
        "auditor": LOOK,
        "store_manager": WORKSHOP,
        "sales_manager": WORKSHOP,
        "sales_advisor": WORKSHOP,
        "service_manager": WORKSHOP,
        "service_advisor": WORKSHOP,
        "finance": WORKSHOP,
    },
)
