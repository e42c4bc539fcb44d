"""Who sees and says how customers stand to each other: whoever sees both of them, and looks after customers."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ, WRITE = FieldRight(Right.READ), FieldRight(Right.WRITE)
# What was said by mistake is taken out by whoever sees it; it can be brought back.
SAYS = Policy(ALL_ROWS, WRITE, WRITE, actions=frozenset({Action.CREATE, Action.DELETE, Action.COMMENT}))
SEES = Policy(ALL_ROWS, READ, READ, actions=LOOK.actions)

ship(
    entity="relation",
    policies={
        "group_owner": FULL,
        "hq_operations": LOOK,
        "auditor": LOOK,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": SAYS,
        "service_manager": EDIT,
        "receptionist": SAYS,
        "service_advisor": SAYS,
        "marketing": SEES,
        "finance": SEES,
        "call_centre": SEES,
    },
)
