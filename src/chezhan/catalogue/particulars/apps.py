from importlib import import_module

from django.apps import AppConfig


class ParticularsConfig(AppConfig):
    """The store's own particulars: one row in every store that said any."""

    name = "chezhan.catalogue.particulars"
    label = "particulars"

    def ready(self) -> None:
        # What the audit tells of them.
        import_module("chezhan.catalogue.particulars.telling")
