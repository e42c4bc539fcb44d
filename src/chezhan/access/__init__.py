"""Who may do what. Deny by default; an unknown permission is a mistake in the code and raises."""

from chezhan.access.actor import Actor
from chezhan.access.permissions import allowed, require
from chezhan.access.request import ActorRequest

__all__ = ["Actor", "ActorRequest", "allowed", "require"]
