"""Who is over whom, by the roles that they hold in the store.

The role over one's own; of those who hold it, the ones in one's team go before the others. Where nobody does, the role
over that, up to the owner of the group. Nobody is over themselves.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from chezhan.access.models import TeamMember
from chezhan.catalogue.policies.people import Colleague

MANAGER, TOP = "store_manager", "group_owner"
OVER = {
    "sales_advisor": "sales_manager",
    "marketing": "sales_manager",
    "service_advisor": "service_manager",
    "inspector": "service_manager",
    "workshop_leader": "service_manager",
    "parts_clerk": "service_manager",
    "technician": "workshop_leader",
    MANAGER: TOP,
    "hq_operations": TOP,
    "auditor": TOP,
    TOP: TOP,
}


def managers_of(person_id: UUID, *, people: Sequence[Colleague]) -> list[UUID]:
    """Empty for a stranger, and for one who is over all others."""
    own = next((one for one in people if one.id == person_id), None)
    if own is None:
        return []
    others = [one for one in people if one.id != person_id]
    roles = {OVER.get(role, MANAGER) for role in own.roles}
    while True:
        # The nearest first: somebody over another who would be asked too is asked only where that one is not there.
        found = [one for one in others if _lowest(roles) in one.roles]
        if found:
            return _of_my_team(person_id, found)
        above = {OVER.get(role, MANAGER) for role in roles}
        if above == roles:
            return []
        roles = above


def _lowest(roles: Iterable[str]) -> str:
    """The one from which the way to the top is longest."""
    return max(sorted(roles), key=_steps)


def _steps(role: str) -> int:
    steps = 0
    while role != TOP:
        role, steps = OVER.get(role, MANAGER), steps + 1
    return steps


def _of_my_team(person_id: UUID, found: Sequence[Colleague]) -> list[UUID]:
    teams = TeamMember.objects.filter(person_id=person_id).values("team_id")
    mates = set(TeamMember.objects.filter(team_id__in=teams).values_list("person_id", flat=True))
    return [one.id for one in found if one.id in mates] or [one.id for one in found]
