"""Who sees what of deliveries and promises. Each department writes its own stream."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ, WRITE = FieldRight(Right.READ), FieldRight(Right.WRITE)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)
LOOKS = Policy(ALL_ROWS, READ, READ, actions=LOOK.actions)
CREATES = frozenset({Action.CREATE, Action.COMMENT})
# Whether a promise stands in the way of the hand-over, and that it need not be kept, is not for who gave it to say.
SELLS = Policy(ALL_ROWS, OWN_WRITE, OWN_WRITE, {"blocks": READ, "outcome": READ}, CREATES)
# What other departments do, they say.
HANDS_OVER = Policy(ALL_ROWS, OWN_WRITE, OWN_WRITE, dict.fromkeys(("pdi", "finance", "accessories"), READ), CREATES)


def _stream(*names: str) -> Policy:
    return Policy(ALL_ROWS, READ, READ, dict.fromkeys(names, WRITE), LOOK.actions)


ship(
    entity="delivery",
    policies={
        "group_owner": FULL,
        "hq_operations": LOOKS,
        "auditor": LOOKS,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": HANDS_OVER,
        "finance": _stream("finance", "insurance"),
        "receptionist": LOOKS,
        "service_manager": _stream("pdi", "accessories"),
        "service_advisor": _stream("pdi", "accessories"),
        "inspector": _stream("pdi"),
        "workshop_leader": _stream("pdi", "accessories"),
        "parts_clerk": _stream("accessories", "gifts"),
    },
)
ship(
    entity="promise",
    policies={
        "group_owner": FULL,
        "hq_operations": LOOKS,
        "auditor": LOOKS,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": SELLS,
        "service_manager": EDIT,
        "service_advisor": SELLS,
        "receptionist": LOOKS,
        "finance": LOOKS,
        "call_centre": LOOKS,
    },
)
