from importlib import import_module

from django.apps import AppConfig


class ImportingConfig(AppConfig):
    """Files brought into a store."""

    name = "chezhan.catalogue.importing"
    label = "importing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Adds the files and the ledger to the places that are emptied when a person's data are erased.
        import_module("chezhan.catalogue.importing.erasing")
