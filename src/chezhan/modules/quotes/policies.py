"""Who sees what of quotes. Advisors make their own; the approver's word is a manager's."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ, WRITE = FieldRight(Right.READ), FieldRight(Right.WRITE)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)
EXPORTS = LOOK.actions | {Action.EXPORT}
LOOKS = Policy(ALL_ROWS, READ, READ, actions=LOOK.actions)
READS_ALL = Policy(ALL_ROWS, READ, READ, actions=EXPORTS)
# A manager's word, and what discounts are reckoned from.
OF_OTHERS = {"approval_note": READ, "guide_price": READ}
SELLS = frozenset({Action.CREATE, Action.COMMENT})

ship(
    entity="quote",
    policies={
        "group_owner": FULL,
        "hq_operations": READS_ALL,
        "auditor": READS_ALL,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": Policy(ALL_ROWS, OWN_WRITE, OWN_WRITE, OF_OTHERS, SELLS),
        "finance": LOOKS,
    },
)
ship(
    entity="quote_line",
    policies={
        "group_owner": FULL,
        "hq_operations": READS_ALL,
        "auditor": READS_ALL,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": Policy(ALL_ROWS, OWN_WRITE, OWN_WRITE, actions=SELLS | {Action.DELETE}),
        "finance": LOOKS,
    },
)
ship(
    entity="purchase_tax_rule",
    policies={
        "group_owner": FULL,
        "hq_operations": Policy(ALL_ROWS, WRITE, WRITE, actions=frozenset({Action.CREATE, Action.DELETE})),
        "auditor": READS_ALL,
        "store_manager": FULL,
        "sales_manager": LOOKS,
        "sales_advisor": LOOKS,
        "finance": LOOKS,
    },
)
