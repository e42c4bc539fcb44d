from importlib import import_module

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "chezhan.headquarters.imports"
    label = "imports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Adds the uploads to the places that are emptied when a person's data are erased.
        import_module("chezhan.headquarters.imports.erasing")
