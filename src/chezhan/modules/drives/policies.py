"""Who sees what of test drives: who sells sees the schedule and moves their own, desk and managers everybody's."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ, WRITE, MASKED = FieldRight(Right.READ), FieldRight(Right.WRITE), FieldRight(Right.MASKED)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)
OWN_WHOLE = FieldRight(Right.MASKED, own=Right.READ)
ENTERS = frozenset({Action.CREATE, Action.COMMENT})

ship(
    entity="test_drive",
    policies={
        "group_owner": FULL,
        "hq_operations": LOOK,
        "auditor": LOOK,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": Policy(ALL_ROWS, OWN_WRITE, OWN_WHOLE, {"contact_name": READ}, ENTERS),
        "receptionist": Policy(ALL_ROWS, WRITE, READ, actions=ENTERS | {Action.ASSIGN}),
        "marketing": Policy(ALL_ROWS, READ, MASKED, actions=frozenset({Action.COMMENT})),
        "call_centre": Policy(ALL_ROWS, WRITE, READ, actions=ENTERS | {Action.ASSIGN}),
    },
)
