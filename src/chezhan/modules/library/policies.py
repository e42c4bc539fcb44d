"""Who sees what of the model library: it is no secret, and those who run the sales keep it."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, ship

READ = FieldRight(Right.READ)
LOOKS = Policy(ALL_ROWS, READ, READ, actions=frozenset({Action.COMMENT, Action.EXPORT}))

for _entity in ("brand", "series", "trim"):
    ship(
        entity=_entity,
        policies={
            "group_owner": FULL,
            "hq_operations": LOOKS,
            "auditor": LOOKS,
            "store_manager": FULL,
            "sales_manager": EDIT,
            "sales_advisor": LOOKS,
            "service_manager": LOOKS,
            "service_advisor": LOOKS,
            "receptionist": LOOKS,
            "marketing": LOOKS,
            "finance": LOOKS,
            "call_centre": LOOKS,
        },
    )
