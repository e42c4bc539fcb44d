"""Who sees what channels cost: those who run the store, its marketing and its finance, and nobody else."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, ship

READ = FieldRight(Right.READ)
LOOKS = Policy(ALL_ROWS, READ, READ, actions=frozenset({Action.COMMENT, Action.EXPORT}))

ship(
    entity="channel_cost",
    policies={
        "group_owner": FULL,
        "hq_operations": LOOKS,
        "auditor": LOOKS,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "marketing": EDIT,
        "finance": EDIT,
    },
)
