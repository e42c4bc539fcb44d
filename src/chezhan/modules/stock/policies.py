"""Who sees what of stock: cost and margin are for managers and finance; whoever sells reserves and releases."""

from chezhan.access.rights import ALL_ROWS, HIDDEN, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, ship

READ, WRITE = FieldRight(Right.READ), FieldRight(Right.WRITE)
# The margin is made of the cost: whoever does not see that does not see it either.
COST = dict.fromkeys(("cost", "rebate_accrued", "rebate_confirmed", "rebate_paid"), HIDDEN)
SELLS = dict.fromkeys(("status", "lead", "reserved_until"), WRITE)
KEEPS_BOOKS = dict.fromkeys(
    ("status", "cost", "rebate_accrued", "rebate_confirmed", "rebate_paid", "certificate", "certificate_no", "lender",
     "certificate_due_on", "customs_no", "inspection_no", "invoiced_on", "release_reason"),
    WRITE,
)  # fmt: skip
TALKS, EXPORTS = frozenset({Action.COMMENT}), frozenset({Action.COMMENT, Action.EXPORT})

ship(
    entity="stock_vehicle",
    policies={
        "group_owner": FULL,
        "hq_operations": Policy(ALL_ROWS, READ, READ, actions=EXPORTS),
        "auditor": Policy(ALL_ROWS, READ, READ, actions=EXPORTS),
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": Policy(ALL_ROWS, READ, READ, COST | SELLS, TALKS),
        "receptionist": Policy(ALL_ROWS, READ, READ, COST, TALKS),
        "service_manager": Policy(ALL_ROWS, READ, READ, COST, TALKS),
        "marketing": Policy(ALL_ROWS, READ, READ, COST, EXPORTS),
        "finance": Policy(ALL_ROWS, READ, READ, KEEPS_BOOKS, EXPORTS),
        "call_centre": Policy(ALL_ROWS, READ, READ, COST, TALKS),
    },
)
