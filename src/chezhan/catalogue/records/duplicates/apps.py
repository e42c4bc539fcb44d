from importlib import import_module

from django.apps import AppConfig


class DuplicatesConfig(AppConfig):
    name = "chezhan.catalogue.records.duplicates"
    label = "duplicates"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Adds the ledger of merges to the places that are emptied when a person's data are erased.
        import_module("chezhan.catalogue.records.duplicates.erasing")
