"""A role and a team of B's own, whose names hold the word."""

from uuid import UUID

from chezhan.catalogue.labels import Label
from chezhan.catalogue.policies.roles import add_role
from chezhan.catalogue.policies.teams import add_team
from tenants.context import tenant_context
from tests.bench.tenancy.word import CANARY
from tests.factories.cast import Cast


def make_role_and_team(cast: Cast) -> list[UUID]:
    """Answers the ids of B's teams."""
    actor = cast.actor("rival_manager", store="rival")
    with tenant_context(actor.in_store):
        add_role(actor=actor, label=Label(f"{CANARY} 角色", f"{CANARY} role"))
        return [add_team(actor=actor, name=f"{CANARY} 组", people=[actor.person_id]).id]
