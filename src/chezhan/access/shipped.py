"""The policies that ship. A module says its own in `policies.py`; what nobody said follows from the role's grants."""

from functools import lru_cache

from chezhan.access.rights import ALL_ROWS, CLOSED, Action, FieldRight, Policy, Right
from chezhan.access.roles import GRANTS, PUBLIC_FORM

EVERY_ACTION = frozenset(Action)
FULL = Policy(ALL_ROWS, FieldRight(Right.WRITE), FieldRight(Right.WRITE), actions=EVERY_ACTION)
LOOK = Policy(ALL_ROWS, FieldRight(Right.READ), FieldRight(Right.MASKED), actions=frozenset({Action.COMMENT}))
EDIT = Policy(
    ALL_ROWS,
    FieldRight(Right.WRITE),
    FieldRight(Right.WRITE),
    actions=EVERY_ACTION - {Action.EXPORT_PERSONAL},
)
# What comes in by a public form: its actor's scope names the kind of record, and nobody reads by it.
ENTER = Policy(ALL_ROWS, FieldRight(Right.WRITE), FieldRight(Right.WRITE), actions=frozenset({Action.CREATE}))
# Kinds of record that a store makes for itself: open to those who run it, closed to the rest until opened.
OF_OWN_KINDS = {"group_owner": FULL, "store_manager": FULL, "hq_operations": LOOK, "auditor": LOOK}

_shipped: dict[tuple[str, str], Policy] = {}


def ship(*, entity: str, policies: dict[str, Policy]) -> None:
    """Declare the policies of the roles that ship on one kind of record. Raises ValueError for an unknown role."""
    for role, policy in policies.items():
        if role not in GRANTS:
            raise ValueError(f"no such role: {role}")
        _shipped[role, entity] = policy
    shipped_policy.cache_clear()


@lru_cache(maxsize=4096)
def shipped_policy(role: str, entity: str) -> Policy:
    """CLOSED for a role or a kind of record that nothing is said of."""
    if role == PUBLIC_FORM:
        return ENTER
    if found := _shipped.get((role, entity)):
        return found
    if entity.startswith("x_"):
        return OF_OWN_KINDS.get(role, CLOSED)
    grants = GRANTS.get(role, frozenset())
    if f"{entity}.write" in grants:
        return EDIT
    return LOOK if f"{entity}.read" in grants else CLOSED
