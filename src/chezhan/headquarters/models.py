"""Tables of a group's head (public schema), for Django to find."""

from chezhan.headquarters.ceilings.models import GroupCeiling

__all__ = ["GroupCeiling"]
