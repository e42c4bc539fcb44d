from importlib import import_module

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "chezhan.modules.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Adds the ledger to the places that are emptied when a person's data are erased.
        import_module("chezhan.modules.intake.erasing")
