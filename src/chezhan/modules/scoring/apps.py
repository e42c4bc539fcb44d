from importlib import import_module

from django.apps import AppConfig


class ScoringConfig(AppConfig):
    """The store's sheet of points, one in every store that has any."""

    name = "chezhan.modules.scoring"
    label = "scoring"

    def ready(self) -> None:
        # Is told of leads and of what belongs to them, and called by the day.
        import_module("chezhan.modules.scoring.following")
        # Stands on who made it.
        import_module("chezhan.modules.scoring.standing")
        # A sheet comes with a pack.
        import_module("chezhan.modules.scoring.packing")
