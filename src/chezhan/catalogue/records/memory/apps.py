from importlib import import_module

from django.apps import AppConfig


class MemoryConfig(AppConfig):
    name = "chezhan.catalogue.records.memory"
    label = "memory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Adds these tables to the places that are emptied when a person's data are erased.
        import_module("chezhan.catalogue.records.memory.erasing")
