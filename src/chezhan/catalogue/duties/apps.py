from importlib import import_module

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """What people look after: a table in every store."""

    name = "chezhan.catalogue.duties"
    label = "duties"

    def ready(self) -> None:
        # What the audit tells of them.
        import_module("chezhan.catalogue.duties.telling")
