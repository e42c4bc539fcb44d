from importlib import import_module

from django.apps import AppConfig


class SavedConfig(AppConfig):
    name = "chezhan.catalogue.records.saved"
    label = "saved"

    def ready(self) -> None:
        # Packs bring views.
        import_module("chezhan.catalogue.records.saved.packing")
