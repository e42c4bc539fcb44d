from importlib import import_module

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """What people are told: the table lives in every store."""

    name = "chezhan.catalogue.notices"
    label = "notices"

    def ready(self) -> None:
        # Adds notices to the places that are emptied when a person's data are erased.
        import_module("chezhan.catalogue.notices.erasing")
