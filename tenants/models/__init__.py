"""Tables of the public schema: who there is, and which stores."""

from tenants.models.backfills import Backfill
from tenants.models.groups import Domain, Group, Installation, Store
from tenants.models.membership import Invitation, Membership
from tenants.models.people import Person
from tenants.models.tokens import AccessToken
from tenants.models.work import StoreWork

__all__ = [
    "AccessToken",
    "Backfill",
    "Domain",
    "Group",
    "Installation",
    "Invitation",
    "Membership",
    "Person",
    "Store",
    "StoreWork",
]
