"""Who sees what of sales orders and payments. Costs, incomes and so the margin are for managers and finance alone."""

from chezhan.access.rights import ALL_ROWS, HIDDEN, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ, WRITE = FieldRight(Right.READ), FieldRight(Right.WRITE)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)
MARGIN = (
    "cost", "rebate", "finance_income", "insurance_income", "accessory_income", "registration_income",
    "warranty_income", "used_car_income", "gift_cost", "store_subsidy",
)  # fmt: skip
UNSEEN = dict.fromkeys(MARGIN, HIDDEN)
# Given by others: the discount by managers, the invoice by finance.
OF_OTHERS = dict.fromkeys(("approved_discount", "invoice_no", "red_invoice_no"), READ)
KEEPS_BOOKS = dict.fromkeys(("status", "invoice_no", "invoiced_on", "red_invoice_no", *MARGIN), WRITE)
EXPORTS = LOOK.actions | {Action.EXPORT}
BOOKS = Policy(ALL_ROWS, WRITE, WRITE, actions=frozenset({Action.CREATE, Action.COMMENT, Action.EXPORT}))
LOOKS = Policy(ALL_ROWS, READ, READ, actions=LOOK.actions)

ship(
    entity="sales_order",
    policies={
        "group_owner": FULL,
        "hq_operations": Policy(ALL_ROWS, READ, READ, actions=EXPORTS),
        "auditor": Policy(ALL_ROWS, READ, READ, actions=EXPORTS),
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": Policy(
            ALL_ROWS, OWN_WRITE, OWN_WRITE, OF_OTHERS | UNSEEN, frozenset({Action.CREATE, Action.COMMENT})
        ),
        "receptionist": Policy(ALL_ROWS, READ, FieldRight(Right.MASKED), UNSEEN, LOOK.actions),
        "finance": Policy(ALL_ROWS, READ, READ, KEEPS_BOOKS, EXPORTS),
    },
)
ship(
    entity="order_payment",
    policies={
        "group_owner": BOOKS,
        "hq_operations": Policy(ALL_ROWS, READ, READ, actions=EXPORTS),
        "auditor": Policy(ALL_ROWS, READ, READ, actions=EXPORTS),
        "store_manager": BOOKS,
        "sales_manager": BOOKS,
        "sales_advisor": LOOKS,
        "finance": BOOKS,
    },
)
