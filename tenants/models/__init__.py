"""Tables of the public schema: who there is, and which stores."""

from tenants.models.groups import Domain, Group, Installation, Store
from tenants.models.membership import Invitation, Membership
from tenants.models.people import Person

__all__ = ["Domain", "Group", "Installation", "Invitation", "Membership", "Person", "Store"]
