"""Who sees what of sales orders."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ = FieldRight(Right.READ)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)

ship(
    entity="sales_order",
    policies={
        "group_owner": FULL,
        "hq_operations": Policy(ALL_ROWS, READ, READ, actions=LOOK.actions | {Action.EXPORT}),
        "auditor": Policy(ALL_ROWS, READ, READ, actions=LOOK.actions | {Action.EXPORT}),
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": Policy(ALL_ROWS, OWN_WRITE, OWN_WRITE, actions=frozenset({Action.CREATE, Action.COMMENT})),
        "receptionist": LOOK,
        "finance": Policy(ALL_ROWS, READ, READ, actions=LOOK.actions | {Action.EXPORT}),
    },
)
