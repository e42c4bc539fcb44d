"""Who sees what of customers. Phones are whole for those whose work is to call, and for one's own customers."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ, WRITE, MASKED = FieldRight(Right.READ), FieldRight(Right.WRITE), FieldRight(Right.MASKED)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)
OWN_WHOLE = FieldRight(Right.MASKED, own=Right.WRITE)

ADVISOR = Policy(
    ALL_ROWS,
    usual=OWN_WRITE,
    personal=OWN_WHOLE,
    fields={"name": OWN_WRITE},
    actions=frozenset({Action.CREATE, Action.COMMENT, Action.REVEAL}),
)
DESK = Policy(
    ALL_ROWS,
    usual=WRITE,
    personal=WRITE,
    actions=frozenset({Action.CREATE, Action.COMMENT}),
)
NAMED = Policy(
    ALL_ROWS, usual=READ, personal=MASKED, fields={"name": READ}, actions=frozenset({Action.COMMENT, Action.EXPORT})
)

ship(
    entity="customer",
    policies={
        "group_owner": FULL,
        "hq_operations": Policy(ALL_ROWS, READ, MASKED, {"name": READ}, LOOK.actions | {Action.EXPORT}),
        "auditor": Policy(ALL_ROWS, READ, MASKED, {}, LOOK.actions | {Action.EXPORT, Action.REVEAL}),
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": ADVISOR,
        "service_manager": EDIT,
        "receptionist": DESK,
        "service_advisor": ADVISOR,
        "marketing": NAMED,
        "finance": NAMED,
        "call_centre": Policy(ALL_ROWS, READ, READ, actions=LOOK.actions),
    },
)
