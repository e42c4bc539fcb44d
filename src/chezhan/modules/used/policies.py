"""Who sees what of used cars. What was paid, what it should fetch, its costs and so the margin are for managers and
finance; an advisor sees the offer for the car that their own customer brings.
"""

from chezhan.access.rights import ALL_ROWS, HIDDEN, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ, WRITE = FieldRight(Right.READ), FieldRight(Right.WRITE)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)
OWN_WHOLE = FieldRight(Right.MASKED, own=Right.WRITE)
MONEY = dict.fromkeys(("appraised_price", "purchase_price", "floor_price"), HIDDEN)
UNSEEN = MONEY | {"offer_price": HIDDEN}
# Given by managers: what is offered, and for what it is put on sale.
OF_OTHERS = {
    "offer_price": FieldRight(Right.HIDDEN, own=Right.READ),
    "offer_until": READ,
    "asking_price": READ,
    "bought_on": READ,
}
PAYS = dict.fromkeys(
    ("status", "purchase_price", "bought_on", "seller", "vin", "subsidy", "subsidy_status", "sale_price", "sold_on",
     "buyer", "transferred_on", "handed_over_on"),
    WRITE,
)  # fmt: skip
EXPORTS = LOOK.actions | {Action.EXPORT}
BOOKS = Policy(ALL_ROWS, WRITE, WRITE, actions=frozenset({Action.CREATE, Action.COMMENT, Action.EXPORT}))
LOOKS = Policy(ALL_ROWS, READ, READ, actions=EXPORTS)

ship(
    entity="used_car",
    policies={
        "group_owner": FULL,
        "hq_operations": Policy(ALL_ROWS, READ, FieldRight(Right.MASKED), actions=EXPORTS),
        "auditor": Policy(ALL_ROWS, READ, FieldRight(Right.MASKED), actions=EXPORTS),
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": Policy(
            ALL_ROWS, OWN_WRITE, OWN_WHOLE, MONEY | OF_OTHERS, frozenset({Action.CREATE, Action.COMMENT})
        ),
        "receptionist": Policy(ALL_ROWS, READ, FieldRight(Right.MASKED), UNSEEN, LOOK.actions),
        "service_manager": Policy(ALL_ROWS, READ, READ, UNSEEN, LOOK.actions),
        "inspector": Policy(ALL_ROWS, READ, READ, UNSEEN, LOOK.actions),
        "marketing": Policy(ALL_ROWS, READ, FieldRight(Right.MASKED), UNSEEN, LOOK.actions),
        "finance": Policy(ALL_ROWS, READ, READ, PAYS, EXPORTS),
    },
)
ship(
    entity="used_car_cost",
    policies={
        "group_owner": BOOKS,
        "hq_operations": LOOKS,
        "auditor": LOOKS,
        "store_manager": BOOKS,
        "sales_manager": BOOKS,
        "finance": BOOKS,
    },
)
