"""Who sees what of leads and interactions. Phones are whole for those whose work is to call, and for one's own."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ, WRITE, MASKED = FieldRight(Right.READ), FieldRight(Right.WRITE), FieldRight(Right.MASKED)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)
OWN_WHOLE = FieldRight(Right.MASKED, own=Right.WRITE)
ENTERS = frozenset({Action.CREATE, Action.COMMENT})

ADVISOR = Policy(
    ALL_ROWS,
    usual=OWN_WRITE,
    personal=OWN_WHOLE,
    # Nobody puts off the time that they are measured by.
    fields={"contact_name": OWN_WRITE, "contact_due_at": READ},
    # Nobody has the phone of a lead in the pool shown, nor of a colleague's: they pick it first.
    actions=ENTERS,
)
DESK = Policy(ALL_ROWS, usual=WRITE, personal=WRITE, fields={"contact_due_at": READ}, actions=ENTERS | {Action.ASSIGN})
NAMED = Policy(ALL_ROWS, READ, MASKED, {"contact_name": READ}, actions=frozenset({Action.COMMENT, Action.EXPORT}))
TALKS = Policy(ALL_ROWS, OWN_WRITE, OWN_WRITE, actions=ENTERS)
LOOKS = Policy(ALL_ROWS, READ, READ, actions=LOOK.actions)

ship(
    entity="lead",
    policies={
        "group_owner": FULL,
        "hq_operations": Policy(ALL_ROWS, READ, MASKED, {"contact_name": READ}, LOOK.actions | {Action.EXPORT}),
        "auditor": Policy(ALL_ROWS, READ, MASKED, {}, LOOK.actions | {Action.EXPORT, Action.REVEAL}),
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": ADVISOR,
        "service_manager": EDIT,
        "service_advisor": ADVISOR,
        "receptionist": DESK,
        "marketing": NAMED,
        "call_centre": DESK,
    },
)
ship(
    entity="interaction",
    policies={
        "group_owner": FULL,
        "hq_operations": LOOK,
        "auditor": LOOK,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": TALKS,
        "service_manager": EDIT,
        "service_advisor": TALKS,
        "receptionist": TALKS,
        "marketing": LOOKS,
        "call_centre": TALKS,
    },
)
