"""Is the demo group there, and was it loaded to its end?

The demo group is the one of that name whose owner is the demo's owner. Its staff join in the last
transaction of a load and leave in the first of an erasure: without them it is half-made.
"""

from dataclasses import dataclass

from chezhan.config.demo.cast import CAST, OWNER
from chezhan.config.demo.story import GROUP_NAME
from tenants.context import public_context
from tenants.directory import GroupRef
from tenants.models import Group, Membership

STAFF = tuple(member.email for member in CAST if member != OWNER)


@dataclass(frozen=True, slots=True)
class Standing:
    """groups: the demo group, or what earlier attempts left; others: whether anyone else's group exists."""

    groups: tuple[GroupRef, ...]
    whole: bool
    others: bool


def find_standing() -> Standing:
    with public_context():
        owned = Group.objects.filter(
            name=GROUP_NAME,
            memberships__person__email=OWNER.email,
            memberships__store__isnull=True,
            memberships__role=OWNER.role,
        )
        groups = tuple(GroupRef.of(group) for group in owned.order_by("created_at"))
        ids = [group.id for group in groups]
        staffed = Membership.objects.filter(group_id__in=ids, person__email__in=STAFF)
        return Standing(
            groups=groups,
            whole=len(groups) == 1 and staffed.exists(),
            others=Group.objects.exclude(id__in=ids).exists(),
        )
