"""Permissions are declared once, here; roles are granted sets of them."""

from chezhan.access.actor import Actor
from chezhan.access.roles import GRANTS, PERMISSIONS
from chezhan.kernel.errors import Forbidden


def allowed(*, actor: Actor, permission: str) -> bool:
    """Whether any of the actor's roles grants `permission`. Raises LookupError for a name that nobody declared."""
    if permission not in PERMISSIONS:
        raise LookupError(f"no such permission: {permission}")
    if actor.scope is not None and not actor.scope.permits(permission):
        return False
    return any(permission in GRANTS.get(role, frozenset()) for role in actor.roles)


def require(*, actor: Actor, permission: str) -> None:
    """Raises Forbidden (403) unless the actor holds `permission`."""
    if not allowed(actor=actor, permission=permission):
        raise Forbidden(params={"permission": permission})


def permissions_of(*, actor: Actor) -> list[str]:
    return sorted(name for name in PERMISSIONS if allowed(actor=actor, permission=name))
