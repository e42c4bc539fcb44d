"""Tables of a group's head (public schema), for Django to find."""

from chezhan.headquarters.ceilings.models import GroupCeiling
from chezhan.headquarters.design.models import GroupDesign

__all__ = ["GroupCeiling", "GroupDesign"]
