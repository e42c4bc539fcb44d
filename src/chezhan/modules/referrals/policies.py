"""Who sees what of referrals: whoever sells puts them down; managers and finance say what is given for them."""

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Right
from chezhan.access.shipped import EDIT, FULL, LOOK, ship

READ, WRITE, MASKED = FieldRight(Right.READ), FieldRight(Right.WRITE), FieldRight(Right.MASKED)
OWN_WRITE = FieldRight(Right.READ, own=Right.WRITE)
OWN_WHOLE = FieldRight(Right.MASKED, own=Right.READ)
REWARD = ("reward_kind", "reward_amount", "package", "rewarded_on", "payment_reference")
CREATES = frozenset({Action.CREATE, Action.COMMENT})

ship(
    entity="referral",
    policies={
        "group_owner": FULL,
        "hq_operations": LOOK,
        "auditor": LOOK,
        "store_manager": FULL,
        "sales_manager": EDIT,
        "sales_advisor": Policy(
            ALL_ROWS, OWN_WRITE, OWN_WHOLE, dict.fromkeys((*REWARD, "friend_discount"), READ), CREATES
        ),
        "receptionist": Policy(ALL_ROWS, READ, MASKED, actions=CREATES),
        "marketing": Policy(ALL_ROWS, READ, MASKED, {"friend_discount": WRITE}, LOOK.actions | {Action.EXPORT}),
        "finance": Policy(ALL_ROWS, READ, MASKED, dict.fromkeys(("status", *REWARD), WRITE), LOOK.actions),
    },
)
