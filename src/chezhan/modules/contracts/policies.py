"""Who sees contracts: those who see orders. They are drawn up by the order's verb and never made by hand; making one
void is a manager's word."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import LOOK, ship

READ, WRITE = FieldRight(Right.READ), FieldRight(Right.WRITE)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)
KEEPS = Policy(ALL_ROWS, WRITE, WRITE, actions=frozenset({Action.COMMENT, Action.EXPORT, Action.ASSIGN}))
LOOKS = Policy(ALL_ROWS, READ, READ, actions=LOOK.actions)

ship(
    entity="contract",
    policies={
        "group_owner": KEEPS,
        "hq_operations": LOOKS,
        "auditor": LOOKS,
        "store_manager": KEEPS,
        "sales_manager": KEEPS,
        "sales_advisor": Policy(
            ALL_ROWS, OWN_WRITE, OWN_WRITE, {"void_reason": READ, "owner": READ}, frozenset({Action.COMMENT})
        ),
        "finance": LOOKS,
    },
)
